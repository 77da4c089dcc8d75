import { ExhibitorKind } from '../exhibitor/exhibitor.entity';
import { PlanFeatureKind } from '../plan/plan-feature.entity';
import { PlacedDto } from '../plan/plan.dto';
import { ZoneKind } from '../plan/zone.entity';

/** A day of a fair, and when it is open. */
export class PublicFairDayDto {
  /** YYYY-MM-DD in the fair's zone. */
  day: string;

  /** HH:MM in the fair's zone. */
  opensAt: string;

  closesAt: string;

  /** False: closed on a day inside the fair. People may come on the opening evening, too. */
  isOpen: boolean;

  noteVi: string;

  noteEn: string;
}

/** A numbered area of the hall. */
export class PublicZoneDto extends PlacedDto {
  code: string;

  nameVi: string;

  nameEn: string;

  kind: ZoneKind;
}

/** An aisle, a gate, an exit, the stage, or words on the plan. */
export class PublicFeatureDto extends PlacedDto {
  kind: PlanFeatureKind;

  nameVi: string;

  nameEn: string;
}

/** A booth and who stands in it. */
export class PublicBoothDto extends PlacedDto {
  code: string;

  zoneCode: string;

  /** Places in the list of exhibitors, from 0. */
  exhibitors: number[];
}

/** What an exhibitor brings; without its price. */
export class PublicProductDto {
  name: string;

  /** Of the classes; null while it has none. */
  classCode: string | null;

  /** OCOP stars, 3 to 5, as published for `starYear`. */
  star: number | null;

  starYear: number | null;

  certificateNumber: string | null;

  /** YYYY-MM-DD. */
  certificateExpiresOn: string | null;

  /** Where the product is traced; http or https. */
  traceUrl: string | null;

  /** Where its small picture is fetched. */
  photo: string | null;
}

/** An exhibitor as the public knows it: neither whom to call nor any money. */
export class PublicExhibitorDto {
  name: string;

  kind: ExhibitorKind;

  /** The commune, the province or the country that it comes from. */
  placeVi: string;

  placeEn: string;

  /** The district until 2025, as people still say it. */
  formerDistrict: string | null;

  products: PublicProductDto[];
}

/** A product class that some product is of. */
export class PublicProductClassDto {
  code: string;

  nameVi: string;

  nameEn: string;
}

/** The published plan of a fair, who stands where, and what they bring. */
export class PublicPlanDto {
  code: string;

  nameVi: string;

  nameEn: string;

  venueVi: string;

  venueEn: string;

  isDemo: boolean;

  /** IANA name. */
  timeZone: string;

  /** The fair day that it is; YYYY-MM-DD. */
  today: string;

  /** Of the plan, as published. */
  version: number;

  hallWidthCm: number;

  hallDepthCm: number;

  days: PublicFairDayDto[];

  zones: PublicZoneDto[];

  features: PublicFeatureDto[];

  /** By code. */
  booths: PublicBoothDto[];

  /** Those who stand in a booth, by name. */
  exhibitors: PublicExhibitorDto[];

  classes: PublicProductClassDto[];
}
