import { BoothKind, Facing } from './booth.entity';
import { PlanFeatureKind } from './plan-feature.entity';
import { ZoneKind } from './zone.entity';

/** Where something stands: integer centimetres from the hall's north-west corner. */
export class PlacedDto {
  /** To the east. */
  xCm: number;

  /** To the south. */
  yCm: number;

  widthCm: number;

  depthCm: number;
}

/** A numbered area of the hall. */
export class ZoneDto extends PlacedDto {
  id: string;

  code: string;

  nameVi: string;

  nameEn: string;

  kind: ZoneKind;
}

/** Who stands in a booth. */
export class BoothHolderDto {
  allocationId: string;

  exhibitorId: string;

  name: string;

  /** How many of the booth's six sixths it holds. */
  sixths: number;
}

/** For whom a booth is held, or to whom it is offered. */
export class BoothReservedDto extends BoothHolderDto {
  state: 'held' | 'offered';

  /** From then on it is free again; ISO 8601. */
  heldUntil: string;

  /** Minutes until then as of this answer, begun ones too. */
  minutesLeft: number;
}

/** A booth and who stands in it. */
export class BoothDto extends PlacedDto {
  id: string;

  code: string;

  zoneId: string;

  kind: BoothKind;

  /** The open side. */
  faces: Facing;

  /** Sixths of the booth that nobody has, holds or is offered; 6 is a free booth, 0 a full one. */
  freeSixths: number;

  /** Whose place is confirmed. */
  holders: BoothHolderDto[];

  /** What is held or offered; told to organizers alone. */
  reserved: BoothReservedDto[];
}

/** An aisle, a gate, an exit, the stage, or words on the plan. */
export class PlanFeatureDto extends PlacedDto {
  id: string;

  kind: PlanFeatureKind;

  nameVi: string;

  nameEn: string;
}
