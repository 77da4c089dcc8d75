import { ExhibitorDto } from '../exhibitor/exhibitor.dto';
import { BoothDto, PlacedDto, PlanFeatureDto, ZoneDto } from '../plan/plan.dto';
import { DelegationDto } from './delegation.dto';
import { DelegationSumsRowDto } from './sums.dto';

/** A booth of the cluster, or one given to an exhibitor of the delegation; others' names are not told. */
export class OwnBoothDto extends BoothDto {
  /** Whether it is kept for the delegation. */
  isKept: boolean;

  /** What exhibitors of elsewhere hold of it. */
  othersSixths: number;
}

/** Everything that whoever leads a delegation sees of a fair: its own, and the plan around it. */
export class OwnDelegationDto {
  /** ISO 8601. */
  asOf: string;

  delegation: DelegationDto;

  sums: DelegationSumsRowDto;

  /** By code. */
  booths: OwnBoothDto[];

  /** Where the booths of others stand, and nothing more about them. */
  otherBooths: PlacedDto[];

  exhibitors: ExhibitorDto[];

  hallWidthCm: number;

  hallDepthCm: number;

  zones: ZoneDto[];

  features: PlanFeatureDto[];

  /** The last fair day on which the lead changes things, YYYY-MM-DD; null: any day. */
  lastDay: string | null;

  /** Whether the lead may change things now. */
  isOpen: boolean;
}
