export const documentKinds = [
  'sale',
  'refund',
  'void',
  'shift_open',
  'shift_close',
  'cash_move',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const paymentMethods = ['cash', 'vietqr', 'card', 'wallet', 'other'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

/** Amounts are whole VND, prices include VAT; a refund or void has negative quantities and amounts. */
export interface DocumentLine {
  /** 1, 2, 3 … */
  no: number;
  productId: string | null;
  name: string;
  /** Product class of that moment as Decision 148/QĐ-TTg numbers it (I.3.d); null is "chưa phân loại". */
  classCode: string | null;
  /** OCOP stars of that moment: 3, 4, 5, or null for a product without. */
  star: number | null;
  /** Thousandths of the unit: 0.35 kg is 350. */
  quantityMilli: number;
  unit: string;
  unitVnd: number;
  /** What was taken off; negative on a refund. */
  discountVnd: number;
  /** round half up(quantityMilli × unitVnd / 1000) − discountVnd */
  amountVnd: number;
  /** Whole percent; null for a seller without VAT, which is not 0. */
  vatRatePercent: number | null;
  /** round half up(amountVnd × rate / (100 + rate)) */
  vatVnd: number | null;
}

export interface DocumentPayment {
  /** 1, 2, 3 … */
  no: number;
  method: PaymentMethod;
  amountVnd: number;
  /** Cash only: amountVnd = tenderedVnd − changeVnd. */
  tenderedVnd: number | null;
  changeVnd: number | null;
}

/** So many notes of one value in a counted drawer. */
export interface CountedNote {
  count: number;
  noteVnd: number;
}

/**
 * One document of a till. It travels and is stored as its canonical text (RFC 8785), whose bytes
 * are what the chain hashes; this is the only home of its shape.
 */
export interface TillDocument {
  v: 1;
  id: string;
  fairId: string;
  registerId: string;
  epoch: number;
  sequence: number;
  /** Hex of the hash of the document before; the epoch's genesis for sequence 1. */
  previousHash: string;
  kind: DocumentKind;
  /** The till's own clock, ISO 8601 UTC with milliseconds. */
  at: string;
  /** The server's clock minus the till's, as last measured. */
  clockOffsetMs: number;
  /** The server's time when till and server last spoke. */
  lastContactAt: string | null;
  exhibitorId: string;
  boothId: string;
  boothCode: string;
  zoneId: string;
  shiftId: string;
  cashier: string;
  /** The sale that a refund or a void answers. */
  originalId: string | null;
  reason: string | null;
  lines: DocumentLine[];
  payments: DocumentPayment[];
  totalVnd: number;
  /** Cash in the drawer at shift_open. */
  floatVnd: number | null;
  /**
   * The notes that sum to `countedVnd`, dearest first. A drawer whose sum alone was typed has no such
   * field, nor has any document from before there was one.
   */
  countedNotes?: CountedNote[];
  /** Cash counted at shift_close. */
  countedVnd: number | null;
  /** Cash put in (positive) or taken out (negative) by cash_move. */
  cashMovedVnd: number | null;
  /** Only on a document that stands for one whose place in the chain was taken. */
  reissueOf?: Reissued;
}

/** The number and id that a document bore first; the id differs from its own when it was taken. */
export interface Reissued {
  id: string;
  epoch: number;
  sequence: number;
}

/** The part of a document that places it in its register's chain. */
export interface DocumentEnvelope {
  id: string;
  fairId: string;
  registerId: string;
  epoch: number;
  sequence: number;
  previousHash: string;
  originalId: string | null;
}
