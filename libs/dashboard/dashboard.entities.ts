import { BoardVersion } from './fold/board-version.entity';
import { DeclaredRollup } from './fold/declared-rollup.entity';
import { SalesRollup } from './fold/sales-rollup.entity';
import { VisitsRollup } from './fold/visits-rollup.entity';
import { FilesVersion } from './live/files-version.entity';
import { Reconciliation } from './reconcile/reconciliation.entity';
import { WallLink } from './wall/wall-link.entity';

export const dashboardEntities = [
  SalesRollup,
  DeclaredRollup,
  VisitsRollup,
  BoardVersion,
  FilesVersion,
  Reconciliation,
  WallLink,
];
