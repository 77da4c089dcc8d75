import { BoothMoneyVisibleTo } from '@phien/planning';
import { BoardClockDto } from '../board/board.dto';

/** What was paid by one method; refunds and voids taken off. */
export class MethodFiguresDto {
  method: 'cash' | 'vietqr' | 'card' | 'wallet' | 'other';

  /** Sales with a payment by it; one paid in two ways counts under both. */
  salesCount: number;

  revenueVnd: number;
}

/** What one booth sold for this exhibitor; others may share the booth. */
export class OwnBoothFiguresDto {
  boothId: string;

  boothCode: string;

  salesCount: number;

  revenueVnd: number;
}

/** What one product brought; refunds and voids taken off. */
export class ProductFiguresDto {
  /** Null for what was rung up without a product. */
  productId: string | null;

  /** As its last sale named it. */
  name: string;

  unit: string;

  /** Thousandths of the unit. */
  quantityMilli: number;

  revenueVnd: number;
}

/** Sales of an exhibitor. Methods, booths, and products with the others each sum to the revenue. */
export class ExhibitorSumDto {
  salesCount: number;

  /** Value of the sales, refunds and voids not taken off. */
  salesVnd: number;

  /** Refunds and voids. */
  refundCount: number;

  /** Negative. */
  refundVnd: number;

  /** Measured at its tills: sales less refunds and voids, VAT included. */
  revenueVnd: number;

  methods: MethodFiguresDto[];

  booths: OwnBoothFiguresDto[];

  /** The twenty that brought most. */
  products: ProductFiguresDto[];

  /** What all other products brought. */
  otherProductsVnd: number;
}

export class ExhibitorDayDto extends ExhibitorSumDto {
  /** YYYY-MM-DD */
  day: string;

  /** False: a day without trade, or outside the fair's days. */
  isOpen: boolean;
}

/** What an exhibitor sold at a fair, by its own tills' documents. */
export class ExhibitorFiguresDto {
  fairId: string;

  exhibitorId: string;

  exhibitorName: string;

  timeZone: string;

  /** The fair day that it is now, YYYY-MM-DD. */
  today: string;

  /** Instant at which the ledger was read, ISO 8601 in fair time: all booked by then is in. */
  asOf: string;

  /** Who sees the money of a single booth. */
  boothMoneyVisibleTo: BoothMoneyVisibleTo;

  /** Documents that were received and not booked; the organizers decide about them. */
  setAsideCount: number;

  /** Every day of the fair until today, and any other with a sale; the latest first. */
  days: ExhibitorDayDto[];

  total: ExhibitorSumDto;

  clock: BoardClockDto;
}
