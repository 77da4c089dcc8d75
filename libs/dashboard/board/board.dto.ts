import { IsOptional, IsString } from 'class-validator';

export class BoardQuery {
  /** Fair day YYYY-MM-DD; today's, or the nearest day of the fair, when left out. */
  @IsOptional()
  @IsString()
  day?: string;
}

export class BoardDayDto {
  /** YYYY-MM-DD */
  day: string;
  /** HH:MM in the fair's zone. */
  opensAt: string;
  closesAt: string;
  isOpen: boolean;
}

export class BoardFairDto {
  code: string;
  nameVi: string;
  nameEn: string;
  isDemo: boolean;
  timeZone: string;
  days: BoardDayDto[];
}

export class BoardGateDto {
  gateId: string;
  code: string;
  nameVi: string;
  nameEn: string;
  entries: number;
  exits: number;
}

/** Entries counted at the gates, never people. */
export class BoardVisitsDto {
  entries: number;
  exits: number;
  /** Entries less exits, never below 0. */
  inside: number;
  gates: BoardGateDto[];
}

/** Refunds and voids taken off. */
export class BoardRevenueDto {
  /** Measured + declared. */
  totalVnd: number;
  /** By documents of tills. */
  measuredVnd: number;
  /** Said by booths, outside the till. */
  declaredVnd: number;
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
  /** With at least one sale that day. */
  selling: number;
  /** Given to an exhibitor that day. */
  allocated: number;
}

export class BoardZoneDto {
  zoneId: string;
  code: string;
  nameVi: string;
  nameEn: string;
  revenueVnd: number;
  salesCount: number;
  boothsSelling: number;
  boothsAllocated: number;
}

export class BoardOriginDto {
  origin: 'inProvince' | 'otherProvince' | 'foreign';
  revenueVnd: number;
  salesCount: number;
}

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
  /** Null unless the viewer may see the money of a single booth. */
  revenueVnd: number | null;
}

export class BoardMinuteDto {
  /** Minutes since local midnight of the fair day. */
  minute: number;
  revenueVnd: number;
  salesCount: number;
  entries: number;
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

/** One fair day as officials see it. Parts sum to totals: zones, origins, stars and minutes each to the revenue. */
export class BoardDto {
  fairId: string;
  /** YYYY-MM-DD */
  day: string;
  /** Rises with every change of the fair's figures. */
  version: number;
  /** Instant up to which every fact is in these figures, ISO 8601 in fair time. */
  asOf: string;
  fair: BoardFairDto;
  visits: BoardVisitsDto;
  revenue: BoardRevenueDto;
  sales: BoardSalesDto;
  booths: BoardBoothsDto;
  zones: BoardZoneDto[];
  origins: BoardOriginDto[];
  stars: BoardStarDto[];
  /** The ten booths with the highest revenue. */
  ranking: BoardRankDto[];
  /** Only minutes with something. */
  minutes: BoardMinuteDto[];
  clock: BoardClockDto;
  reconciliation: BoardReconciliationDto;
}
