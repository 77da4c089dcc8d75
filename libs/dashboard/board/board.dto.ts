import { ApiProperty } from '@nestjs/swagger';
import { CapacityLevel } from '@phien/visitors';
import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

export const ORIGINS = ['inProvince', 'otherProvince', 'foreign'] as const;

/** One day or a period. */
export class BoardPeriodQuery {
  /** Fair day YYYY-MM-DD; today's, or the nearest day of the fair, when no period is asked for. */
  @IsOptional()
  @IsString()
  day?: string;

  /** First day of a period, YYYY-MM-DD; only with `to`, and instead of `day`. */
  @IsOptional()
  @IsString()
  from?: string;

  /** Last day of the period, YYYY-MM-DD. */
  @IsOptional()
  @IsString()
  to?: string;
}

/** What is asked of a board: one day or a period, all of the fair or a part of it. */
export class BoardQuery extends BoardPeriodQuery {
  /** Codes of the zones to count, commas between; all when left out. */
  @IsOptional()
  @IsString()
  @MaxLength(400)
  zone?: string;

  /** Origins of the exhibitors to count (inProvince, otherProvince, foreign), commas between. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  origin?: string;
}

export type BoardOrigin = (typeof ORIGINS)[number];

/**
 * A split that a viewer without the money of single booths could take one booth out of. `declared`:
 * so few booths have declared that zones, origins and places hold the measured part alone.
 */
export const SPLITS = ['zones', 'origins', 'stars', 'places', 'classes', 'declared'] as const;

export class BoardDayDto {
  /** YYYY-MM-DD */
  day: string;
  /** HH:MM in the fair's zone. */
  opensAt: string;
  closesAt: string;
  isOpen: boolean;
}

export class BoardZoneNameDto {
  code: string;
  nameVi: string;
  nameEn: string;
}

export class BoardFairDto {
  code: string;
  nameVi: string;
  nameEn: string;
  isDemo: boolean;
  timeZone: string;
  days: BoardDayDto[];
  /** Those that a board can be filtered by. */
  zones: BoardZoneNameDto[];
}

/** What was counted; an empty list leaves nothing out. */
export class BoardFilterDto {
  zones: string[];
  @ApiProperty({ enum: ORIGINS, isArray: true })
  origins: BoardOrigin[];
}

/** An earlier period counted up to the same fair minute. Changes are (now − base) ÷ base. */
export class BoardComparisonDto {
  /** YYYY-MM-DD */
  from: string;
  to: string;
  /** The last day is counted up to and with this minute; null when it is counted whole. */
  upToMinute: number | null;
  /**
   * What is compared is measured alone: while a period is running, since a declaration has no minute
   * of the day, and where the declared part is withheld.
   */
  isMeasuredOnly: boolean;
  revenueVnd: number;
  salesCount: number;
  /** Of the whole fair, whatever the filter. */
  entries: number;
  /** Null on a base of 0: nothing grows from nothing. */
  revenueChange: number | null;
  salesChange: number | null;
  entriesChange: number | null;
}

/** One fair day of the period. */
export class BoardPeriodDayDto {
  /** YYYY-MM-DD */
  day: string;
  revenueVnd: number;
  /** How much of that booths declared; null where it is withheld. */
  declaredVnd: number | null;
  salesCount: number;
  /** Of the whole fair, whatever the filter. */
  entries: number;
}

export class BoardGateDto {
  gateId: string;
  code: string;
  nameVi: string;
  nameEn: string;
  entries: number;
  exits: number;
}

/** Entries counted at the gates, never people. Gates know no zone: always of the whole fair. */
export class BoardVisitsDto {
  entries: number;
  exits: number;
  /** Entries less exits of the last day, never below 0. */
  inside: number;
  /** Entries less exits of the last day as counted; below 0 when entries were missed. */
  difference: number;
  /** How many may be inside at once; null when nobody set it. */
  capacity: number | null;
  /** What `inside` is of the capacity, 1 when full; null without one. */
  share: number | null;
  /** `near` from 90 % on, `full` from 100 %; null without a capacity. */
  level: CapacityLevel | null;
  gates: BoardGateDto[];
}

/** Refunds and voids taken off. */
export class BoardRevenueDto {
  /** Measured + declared. */
  totalVnd: number;
  /** By documents of tills. */
  measuredVnd: number;
  /** Said by booths, outside the till; null where it is withheld, and then not in the total. */
  declaredVnd: number | null;
}

export class BoardSalesDto {
  count: number;
  /** Value of the sales divided by their number, refunds not taken off; 0 without a sale. */
  averageVnd: number;
  /** Refunds and voids. */
  refundCount: number;
  /** Negative. */
  refundVnd: number;
}

export class BoardBoothsDto {
  /** With at least one sale in the period. */
  selling: number;
  /** Given to an exhibitor in the period. */
  allocated: number;
  /** Of these: with a document, whatever it says, or a declaration, 0 included. */
  heardFrom: number;
}

export class BoardZoneDto {
  zoneId: string;
  code: string;
  nameVi: string;
  nameEn: string;
  revenueVnd: number;
  /** How much of that booths declared; null where it is withheld. */
  declaredVnd: number | null;
  salesCount: number;
  boothsSelling: number;
  boothsAllocated: number;
  boothsHeard: number;
}

export class BoardOriginDto {
  @ApiProperty({ enum: ORIGINS })
  origin: BoardOrigin;
  revenueVnd: number;
  /** How much of that booths declared; null where it is withheld. */
  declaredVnd: number | null;
  salesCount: number;
}

/** What was declared names no product: it is under 'none'. */
export class BoardStarDto {
  star: '5' | '4' | '3' | 'none';
  revenueVnd: number;
}

export class BoardRankDto {
  rank: number;
  boothId: string;
  boothCode: string;
  zoneCode: string;
  exhibitorNames: string[];
  /** Null unless the viewer may see the money of a single booth. */
  salesCount: number | null;
  /** Measured and declared; null unless the viewer may see the money of a single booth. */
  revenueVnd: number | null;
  /** How much of that was declared; null unless the viewer may see the money of a single booth. */
  declaredVnd: number | null;
}

/**
 * The minutes of a day in columns of equal length, only those with something: in rows they were
 * most of what a live board weighs. Measured alone: a declaration is of a day.
 */
export class BoardMinutesDto {
  /** Minutes since local midnight of the fair day, ascending. */
  minute: number[];
  revenueVnd: number[];
  salesCount: number[];
  entries: number[];
}

export class BoardClockDto {
  /** Fair time is not real time: a demo or a test. */
  isMoved: boolean;
  speed: number;
}

export class BoardReconciliationDto {
  /** ISO 8601; null before the first comparison. */
  checkedAt: string | null;
  differenceCount: number;
}

/**
 * What figures of now lack, of the whole fair and whatever the filter and the day: an offline phone
 * cannot say what it sold.
 */
export class BoardTillsDto {
  /** Phones with an open shift that were not heard from for 15 minutes. */
  silentCount: number;
  /** Since when the first of them is silent, ISO 8601; null without one. */
  silentSince: string | null;
}

/**
 * A fair day or a period as officials see it. Parts sum to totals: zones, origins, stars and days
 * each to the revenue, and the minutes of one day to its measured part, unless `withheld` names them;
 * where it names `declared`, zones and origins sum to the measured part.
 */
export class BoardDto {
  fairId: string;
  /** The last day shown, YYYY-MM-DD. */
  day: string;
  /** The first one; equal to `day` for a single day. */
  from: string;
  filter: BoardFilterDto;
  /** Rises with every change of the fair's figures. */
  version: number;
  /** Instant up to which every fact is in these figures, ISO 8601 in fair time. */
  asOf: string;
  fair: BoardFairDto;
  visits: BoardVisitsDto;
  revenue: BoardRevenueDto;
  sales: BoardSalesDto;
  booths: BoardBoothsDto;
  /** Null without an earlier period in this fair, or when it would tell the money of one booth. */
  comparison: BoardComparisonDto | null;
  zones: BoardZoneDto[];
  origins: BoardOriginDto[];
  stars: BoardStarDto[];
  /** Left empty here: the filter leaves so few booths that their money could be told from them. */
  @ApiProperty({ enum: SPLITS, isArray: true })
  withheld: (typeof SPLITS)[number][];
  /** The ten booths with the highest revenue. */
  ranking: BoardRankDto[];
  days: BoardPeriodDayDto[];
  /** Of a single day; empty for a longer period. */
  minutes: BoardMinutesDto;
  clock: BoardClockDto;
  tills: BoardTillsDto;
  reconciliation: BoardReconciliationDto;
}

/** A booth's place by one metric. */
export class BoothStandingDto {
  rank: number;
  /** 6 holds the best sixth of the selling booths, 1 the last; equal figures share a class. */
  heat: number;
  /** VND, sales or VND a square metre; null unless the viewer may see the money of a single booth. */
  amount: number | null;
}

export class BoardBoothDto {
  boothId: string;
  boothCode: string;
  zoneCode: string;
  exhibitorNames: string[];
  /** Null without a sale or a declaration in the period. */
  revenue: BoothStandingDto | null;
  /** Null without a sale in the period. */
  sales: BoothStandingDto | null;
  /** Revenue by square metre of the booth, as the plan has it. */
  density: BoothStandingDto | null;
}

/** What a colour of the plan means. */
export class HeatClassDto {
  heat: number;
  boothCount: number;
  firstRank: number;
  lastRank: number;
  /** Null unless the viewer may see the money of a single booth. */
  least: number | null;
  most: number | null;
}

export class BoothHeatDto {
  revenue: HeatClassDto[];
  sales: HeatClassDto[];
  density: HeatClassDto[];
}

/** Every booth of the filter with its place among those that sell. */
export class BoardBoothsPageDto {
  version: number;
  asOf: string;
  /** Ranks only when false. */
  showsMoney: boolean;
  booths: BoardBoothDto[];
  /** Best class first; classes without a booth are left out. */
  heat: BoothHeatDto;
}

/** The same days of which earlier fair. */
export class EarlierFairQuery extends BoardPeriodQuery {
  /** The id of one of the choices; the fair that ended last when left out. */
  @IsOptional()
  @IsUUID()
  base?: string;
}

/** A fair of this house that was over before this one began, and that the caller may read. */
export class EarlierFairDto {
  fairId: string;
  code: string;
  nameVi: string;
  nameEn: string;
  /** YYYY-MM-DD, of its open days. */
  firstDay: string;
  lastDay: string;
}

/** The key figures beside those of the same days of an earlier fair. Changes are (own − base) ÷ base. */
export class SameDaysDto {
  /** The base's, YYYY-MM-DD. */
  from: string;
  to: string;
  /** Open days of a fair are numbered from 1. */
  firstNumber: number;
  lastNumber: number;
  /** Of both fairs the last day is counted up to and with this minute; null when it is counted whole. */
  upToMinute: number | null;
  /** Revenue of both is measured alone: a declaration has no minute of the day. */
  isMeasuredOnly: boolean;
  ownRevenueVnd: number;
  ownSalesCount: number;
  ownEntries: number;
  revenueVnd: number;
  salesCount: number;
  entries: number;
  /** Null on a base of 0: nothing grows from nothing. */
  revenueChange: number | null;
  salesChange: number | null;
  entriesChange: number | null;
}

export class BoardEarlierDto {
  asOf: string;
  /** The one that was asked for, or that ended last; null without any. */
  base: EarlierFairDto | null;
  /** All that may be asked for, the one that ended last first. */
  choices: EarlierFairDto[];
  /** Null without a base, where the base had fewer days, or while nothing of the period has come. */
  comparison: SameDaysDto | null;
}

/** A booth given to somebody of whom nothing was heard in the period. */
export class UnheardBoothDto {
  boothId: string;
  boothCode: string;
  zoneCode: string;
  exhibitorNames: string[];
}

/** A phone with an open shift that was not heard from for 15 minutes. */
export class UnheardTillDto {
  registerId: string;
  boothCode: string;
  zoneCode: string;
  exhibitorName: string;
  /** ISO 8601; null for one that was never heard at all. */
  since: string | null;
  /** Documents that it said it held when it was last heard. */
  unsentCount: number;
}

/** What the figures of a board stand on and what they lack, by name and without money. */
export class BoardCoverageDto {
  asOf: string;
  allocated: number;
  /** Of the question's zones and origins. */
  silentBooths: UnheardBoothDto[];
  /** Of now and of the whole fair, the longest silent first. */
  silentTills: UnheardTillDto[];
}

/** A booth's way through the day by one metric, a place for each step. */
export class BoothCourseDto {
  /** The class of the whole day that what it had sold by then falls into; 0 before its first sale. */
  heat: number[];
  /** VND, sales or VND a square metre; null unless the viewer may see the money of a single booth. */
  amount: number[] | null;
}

export class BoothStepsDto {
  boothId: string;
  revenue: BoothCourseDto;
  sales: BoothCourseDto;
  density: BoothCourseDto;
}

/**
 * What each booth had sold by some hours of one day, measured alone: a declaration has no hour. The
 * classes are those of the whole day, measured and declared, so that colours compare over time.
 */
export class BoardStepsDto {
  version: number;
  asOf: string;
  /** YYYY-MM-DD */
  day: string;
  /** Classes only when false. */
  showsMoney: boolean;
  /** Minutes since local midnight of the fair day that the steps end at, ascending; whole hours. */
  untilMinute: number[];
  /** Some hours are left out: what one or two booths sold in them could be computed. */
  isMerged: boolean;
  /** Those with a sale in the day. */
  booths: BoothStepsDto[];
  heat: BoothHeatDto;
}

export class BoardPlaceDto {
  @ApiProperty({ enum: ORIGINS })
  origin: BoardOrigin;
  /** 'set:code' of a place or a country code; 'grouped' for several together. */
  key: string;
  nameVi: string;
  nameEn: string;
  revenueVnd: number;
  salesCount: number;
  exhibitorsSelling: number;
  /** How many places this row holds: above 1 where fewer than three sellers stand for a place. */
  placeCount: number;
}

/** A province of Vietnam with what its sellers sold; ours holds all of its communes. */
export class BoardProvinceDto {
  /** 'set:code' */
  key: string;
  revenueVnd: number;
  salesCount: number;
  exhibitorsSelling: number;
  /** 6 holds the best sixth of the provinces told, 1 the last; equal figures share a class. */
  heat: number;
}

/** Land far out at sea that belongs to a province, with a tile of its own. */
export class BoardIslandsDto {
  nameVi: string;
  nameEn: string;
  column: number;
  row: number;
}

/** A province as it stands in a grid shaped like the country. */
export class BoardMapProvinceDto {
  /** 'set:code' */
  key: string;
  nameVi: string;
  nameEn: string;
  /** With what it is: 'Tỉnh Quảng Ninh'. */
  fullNameVi: string;
  fullNameEn: string;
  /** The fair's own. */
  isOwn: boolean;
  /** From the west; null in the set of before 2025-07-01, of which there is no grid. */
  column: number | null;
  /** From the north. */
  row: number | null;
  islands: BoardIslandsDto[];
  /** Exhibitors of the fair from there, whether they have sold or not. */
  exhibitorCount: number;
}

/** A commune, ward or special zone of the own province, or a district of before 2025-07-01. */
export class BoardMapUnitDto {
  /** 'set:code' */
  key: string;
  nameVi: string;
  nameEn: string;
  /** The district it was mainly formed of; null for a district. */
  formerVi: string | null;
  formerEn: string | null;
  exhibitorCount: number;
}

/** Places as they are on the fair's first day, whether anybody comes from there or not. */
export class BoardMapDto {
  provinces: BoardMapProvinceDto[];
  units: BoardMapUnitDto[];
}

export class BoardClassDto {
  code: string;
  nameVi: string;
  nameEn: string;
  revenueVnd: number;
  salesCount: number;
}

/**
 * Revenue by place of origin and by product class; each sums to the board's revenue. What was declared
 * is of no class. Where `declared` is withheld, places sum to the measured part.
 */
export class BoardSplitsDto {
  version: number;
  asOf: string;
  places: BoardPlaceDto[];
  /** Of the places above, those of provinces that stand alone, and ours; best first. */
  provinces: BoardProvinceDto[];
  /** What their colours mean, best class first. */
  provinceHeat: HeatClassDto[];
  classes: BoardClassDto[];
  @ApiProperty({ enum: SPLITS, isArray: true })
  withheld: (typeof SPLITS)[number][];
}
