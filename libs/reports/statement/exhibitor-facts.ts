import type { PaymentMethod } from '@phien/till';

/** The fair as a paper names it, frozen with it. */
export interface PaperFair {
  code: string;
  nameVi: string;
  nameEn: string;
  venueVi: string;
  venueEn: string;
  timeZone: string;
  isDemo: boolean;
  /** The address people reach it by, where one was set: its QR code leads to /verify there. */
  url?: string;
}

/** Who sold. */
export interface Seller {
  id: string;
  name: string;
  taxCode: string | null;
  paysVat: boolean;
}

/** A day that a paper is about, and the revision its figures are of. */
export interface PaperDay {
  day: string;
  /** Null where the figures are of what is booked by now. */
  revision: number | null;
  /** ISO 8601. */
  closedAt: string | null;
  isComplete: boolean | null;
  /** Of the revision, hex. */
  closingHash: string | null;
  /** Closed; or over, with nothing to close. */
  isSettled: boolean;
}

/** A document that counts: frozen by a revision, or booked on a day that is not closed yet. */
export interface CountedDocument {
  id: string;
  kind: string;
  registerId: string;
  registerName: string;
  epoch: number;
  sequence: number;
  boothCode: string;
  day: string;
  /** By the till's time as the server corrected it; ISO 8601. */
  at: string;
  receivedAt: string;
  cashier: string;
  shiftId: string;
  totalVnd: number;
  floatVnd: number | null;
  countedVnd: number | null;
  cashMovedVnd: number | null;
  /** Of the sale that it takes back, as printed. */
  originalNumber: string | null;
  /** The revision that counted it first; null on a day that is not closed. */
  revision: number | null;
  /** Its chain hash, hex. */
  hash: string;
}

export interface CountedLine {
  documentId: string;
  lineNo: number;
  productId: string | null;
  name: string;
  unit: string;
  quantityMilli: number;
  unitVnd: number;
  discountVnd: number;
  amountVnd: number;
  vatRatePercent: number | null;
  vatVnd: number | null;
}

export interface CountedPayment {
  documentId: string;
  method: PaymentMethod;
  amountVnd: number;
}

/** Linked and not booked, as far as it can be read. */
export interface SetAsideDocument {
  documentId: string;
  registerId: string;
  registerName: string;
  epoch: number;
  sequence: number;
  exhibitorId: string;
  exhibitorName: string;
  boothCode: string;
  /** The fair day it would count on; of its receipt when it cannot be read. */
  day: string;
  code: string;
  /** The same in words. */
  whyVi: string;
  whyEn: string;
  setAsideAt: string;
  receivedAt: string;
  kind: string | null;
  totalVnd: number | null;
  at: string | null;
  cashier: string | null;
  isBooked: boolean;
  verdict: 'accepted' | 'refused' | null;
  reason: string | null;
  decidedByName: string | null;
  decidedAt: string | null;
}

/** All that the papers of one exhibitor are made of, read in one snapshot. */
export interface ExhibitorFacts {
  asOf: string;
  fair: PaperFair;
  exhibitor: Seller;
  /** Null for the whole fair. */
  day: string | null;
  days: PaperDay[];
  /** Ascending by register, epoch and sequence. */
  documents: CountedDocument[];
  lines: CountedLine[];
  payments: CountedPayment[];
  /** The latest declaration of each booth and day that counts. */
  declared: { day: string; boothCode: string; vnd: number }[];
  setAside: SetAsideDocument[];
}
