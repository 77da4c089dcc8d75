/** The number on the slip; gapless within a register's epoch. */
export class ReceiptNumberDto {
  registerName: string;
  epoch: number;
  sequence: number;
}

export class ReceiptFairDto {
  nameVi: string;
  nameEn: string;
  code: string;
  /** IANA name, to write the time in. */
  timeZone: string;
  isDemo: boolean;
}

export class ReceiptLineDto {
  no: number;
  name: string;
  /** Thousandths of the unit; negative on a refund. */
  quantityMilli: number;
  unit: string;
  unitVnd: number;
  discountVnd: number;
  amountVnd: number;
  star: number | null;
  /** Percent included; null for a seller without VAT. */
  vatRatePercent: number | null;
  vatVnd: number | null;
}

export class ReceiptPaymentDto {
  no: number;
  method: 'cash' | 'vietqr' | 'card' | 'wallet' | 'other';
  amountVnd: number;
  tenderedVnd: number | null;
  changeVnd: number | null;
}

/** A refund or void of the sale. */
export class ReceiptAnswerDto {
  documentId: string;
  kind: 'refund' | 'void';
  number: ReceiptNumberDto;
  at: Date;
  reason: string | null;
  /** Negative or 0. */
  totalVnd: number;
  /** `set_aside`: waits for a decision, and does not count; `refused`: never counts. */
  booking: 'booked' | 'set_aside' | 'refused';
}

/** A customer's slip, as the ledger holds it. Money in integer VND. */
export class ReceiptDto {
  fair: ReceiptFairDto;
  documentId: string;
  kind: 'sale' | 'refund' | 'void';
  number: ReceiptNumberDto;
  /** What an earlier print says, when the till had to give it another number. */
  firstNumber: ReceiptNumberDto | null;
  exhibitorName: string;
  taxCode: string | null;
  boothCode: string;
  /** The till's own time. */
  at: Date;
  /** YYYY-MM-DD, as the fair counts it. */
  fairDay: string;
  cashier: string;
  /** The sale that a refund or void answers. */
  originalId: string | null;
  reason: string | null;
  lines: ReceiptLineDto[];
  payments: ReceiptPaymentDto[];
  totalVnd: number;
  /** Tax included in the total; null for a seller without VAT. */
  vatVnd: number | null;
  /**
   * `set_aside`: received and kept, and not counted until someone decides; `refused`: an organizer
   * decided that it never counts.
   */
  booking: 'booked' | 'set_aside' | 'refused';
  /** Why it was set aside, snake_case. */
  code: string | null;
  /** Refunds and voids of this sale, oldest first. */
  answers: ReceiptAnswerDto[];
  /** What stands of the total after the booked refunds and voids. */
  standingVnd: number;
}
