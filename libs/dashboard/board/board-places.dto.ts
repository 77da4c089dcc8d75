import { ApiProperty } from '@nestjs/swagger';
import { TILL_STATES, type TillState } from '@phien/sales';
import {
  BoardRevenueDto,
  BoardSalesDto,
  BoardZoneNameDto,
  BoothStandingDto,
  SPLITS,
} from './board.dto';

/** What the page of one booth or zone stands on. */
export class BoardPlacePageDto {
  version: number;
  /** Instant up to which every fact is in these figures, ISO 8601 in fair time. */
  asOf: string;
  timeZone: string;
  /** The first day shown, YYYY-MM-DD. */
  from: string;
  /** The last one; equal to `from` for a single day. */
  day: string;
  /** Whether the viewer may see the money of a single booth; ranks and states only when false. */
  showsMoney: boolean;
  zone: BoardZoneNameDto;
}

/** How a till of a booth stands now, in the words of the list of tills. */
export class BoothTillDto {
  name: string;
  exhibitorName: string;
  @ApiProperty({ enum: TILL_STATES })
  state: TillState;
  /** The time in the state's words: silent since, as it said at, closed at, revoked at. */
  since: Date | null;
  /** As it said last; null unless the viewer may see the money of a single booth. */
  unsentCount: number | null;
}

/** An hour of one day, or a day of a longer period, measured alone: a declaration has no hour. */
export class BoothLineDto {
  /** YYYY-MM-DD */
  day: string;
  /** From local midnight of the day, past 23 up to the day's cut; null for a whole day. */
  hour: number | null;
  /** Null unless the viewer may see the money of a single booth. */
  boothVnd: number | null;
  boothSales: number | null;
  zoneVnd: number;
  zoneSales: number;
}

/** A part of what a booth's tills measured. */
export class BoothPartDto {
  /** A star or 'none', a product class or 'unclassified', a method of payment. */
  key: string;
  /** Of a product class; '' of others. */
  nameVi: string;
  nameEn: string;
  revenueVnd: number;
  salesCount: number;
}

/** A rank among so many. */
export class BoothRankDto extends BoothStandingDto {
  of: number;
}

/** What takes back: of tills, and of declarations. */
export class BoothCorrectionsDto {
  refundCount: number;
  /** Negative. */
  refundVnd: number;
  /** Declarations that stand in for an earlier one. */
  declaredAgain: number;
}

/**
 * One booth in a day or a period. Stars, classes and methods each sum to what was measured. Of money
 * and of numbers of sales nothing is told to who may not see the money of a single booth.
 */
export class BoothPageDto extends BoardPlacePageDto {
  boothId: string;
  boothCode: string;
  areaCm2: number;
  /** Who stood there in the period. */
  exhibitorNames: string[];
  /** With a document, whatever it says, or a declaration, 0 included. */
  isHeard: boolean;
  tills: BoothTillDto[];
  /** Null without a sale or a declaration; ranks of the whole fair. */
  revenueRank: BoothRankDto | null;
  salesRank: BoothRankDto | null;
  densityRank: BoothRankDto | null;
  /** By revenue among the booths of its zone. */
  zoneRank: BoothRankDto | null;
  revenue: BoardRevenueDto | null;
  sales: BoardSalesDto | null;
  corrections: BoothCorrectionsDto | null;
  line: BoothLineDto[];
  stars: BoothPartDto[];
  classes: BoothPartDto[];
  methods: BoothPartDto[];
}

/** A booth of a zone, by its rank there. */
export class ZoneBoothDto {
  boothId: string;
  boothCode: string;
  exhibitorNames: string[];
  /** By revenue within the zone; null without a sale or a declaration. */
  revenue: BoothStandingDto | null;
  /** Null unless the viewer may see the money of a single booth, and without a sale. */
  salesCount: number | null;
  isHeard: boolean;
  /** Since when a till with an open shift was not heard from, ISO 8601; null when none is silent now. */
  silentSince: string | null;
}

export class ZoneCoverageDto {
  /** With at least one sale in the period. */
  selling: number;
  /** Given to an exhibitor in the period. */
  allocated: number;
  heardFrom: number;
}

export class ZoneLineDto {
  /** YYYY-MM-DD */
  day: string;
  hour: number | null;
  revenueVnd: number;
  salesCount: number;
}

/** One zone in a day or a period, of every origin. Visits are counted at gates and of no zone. */
export class ZonePageDto extends BoardPlacePageDto {
  zoneId: string;
  revenue: BoardRevenueDto;
  /** Of the fair's revenue, as far as it is told by zone; null while that is not above 0. */
  share: number | null;
  sales: BoardSalesDto;
  booths: ZoneCoverageDto;
  /** Measured alone, as a booth's. */
  line: ZoneLineDto[];
  /** Given or earning, best first, then those that did not sell, by code. */
  rows: ZoneBoothDto[];
  /** `declared`: so few booths have declared that the zone's revenue is the measured part alone. */
  @ApiProperty({ enum: SPLITS, isArray: true })
  withheld: (typeof SPLITS)[number][];
}
