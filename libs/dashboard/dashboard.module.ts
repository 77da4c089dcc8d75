import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { SalesModule } from '@phien/sales';
import { BoardAnswers } from './board/board-answers';
import { ReadBoard } from './board/read-board';
import { ReadBoardBooths } from './board/read-board-booths';
import { ReadEarlierFair } from './board/read-earlier-fair';
import { ReadBoardCoverage } from './board/read-board-coverage';
import { ReadBoardMap } from './board/read-board-map';
import { ReadBoardSplits } from './board/read-board-splits';
import { ReadBoardSteps } from './board/read-board-steps';
import { ReadBoardState } from './board/read-board-state';
import { ReadBoardViewer } from './board/read-board-viewer';
import { ReadBoothPage } from './board/read-booth-page';
import { ReadPeriodSales } from './board/read-period-sales';
import { ReadZonePage } from './board/read-zone-page';
import { dashboardEntities } from './dashboard.entities';
import { ReadExhibitorFigures } from './exhibitor-figures/read-exhibitor-figures';
import { FoldFacts } from './fold/fold-facts';
import { RebuildRollups } from './fold/rebuild-rollups';
import { TellFiles } from './live/tell-files';
import { ReadReconciliation } from './reconcile/read-reconciliation';
import { ReconcileFair } from './reconcile/reconcile-fair';
import { ReconciliationChecks } from './reconcile/reconciliation-checks';

const verbs = [
  BoardAnswers,
  FoldFacts,
  ReadBoard,
  ReadBoardBooths,
  ReadBoardCoverage,
  ReadEarlierFair,
  ReadBoardMap,
  ReadBoardSplits,
  ReadBoardState,
  ReadBoardSteps,
  ReadBoardViewer,
  ReadBoothPage,
  ReadExhibitorFigures,
  ReadPeriodSales,
  ReadReconciliation,
  ReadZonePage,
  RebuildRollups,
  ReconcileFair,
  ReconciliationChecks,
  TellFiles,
];

/** Sums of facts, the board made of them, and the comparison of both with the facts. */
@Module({
  imports: [TypeOrmModule.forFeature(dashboardEntities), SalesModule],
  providers: verbs,
  exports: verbs,
})
export class DashboardModule {}
