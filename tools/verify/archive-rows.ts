/* Rows of an archive as Postgres writes them: bytes as \x and hex, instants in ISO 8601. */

export interface EpochRow {
  fair_id: string;
  register_id: string;
  epoch: number;
  phone_epoch: number;
  public_key: string;
  genesis: string;
  device_name: string;
  enrolled_at: string;
}

export interface RegisterRow {
  id: string;
  name: string;
}

export interface LinkRow {
  fair_id: string;
  register_id: string;
  epoch: number;
  sequence: number;
  hash: string;
  document_id: string;
  canonical: string;
  received_at: string;
}

export interface SignedHeadRow {
  register_id: string;
  epoch: number;
  sequence: number;
  hash: string;
  signature: string;
}

export interface DocumentRow {
  id: string;
  register_id: string;
  epoch: number;
  sequence: number;
  kind: string;
  exhibitor_id: string;
  booth_id: string;
  zone_id: string;
  shift_id: string;
  original_id: string | null;
  cashier: string;
  total_vnd: number;
  float_vnd: number | null;
  counted_vnd: number | null;
  cash_moved_vnd: number | null;
  till_at: string;
  corrected_at: string;
  received_at: string;
  fair_day: string;
  fair_minute: number;
}

export interface LineRow {
  document_id: string;
  line_no: number;
  product_id: string | null;
  name: string;
  class_code: string | null;
  star: number | null;
  quantity_milli: number;
  unit: string;
  unit_vnd: number;
  discount_vnd: number;
  amount_vnd: number;
  vat_rate_percent: number | null;
  vat_vnd: number | null;
}

export interface PaymentRow {
  document_id: string;
  payment_no: number;
  method: string;
  amount_vnd: number;
  tendered_vnd: number | null;
  change_vnd: number | null;
}

export interface ClosingRow {
  fair_id: string;
  day: string;
  revision: number;
  closed_at: string;
  reason: string;
  is_complete: boolean;
  document_count: number;
  total_vnd: number;
  entries: number;
  documents_hash: string;
  declared_count: number | null;
  declared_vnd: number | null;
  declared_hash: string | null;
  figures: object;
  hash: string;
}

export interface ClosingHeadRow {
  day: string;
  revision: number;
  register_id: string;
  epoch: number;
  sequence: number;
  hash: string;
  signed_sequence: number | null;
}

/** Which revision counted a fact first. */
export interface FrozenRow {
  day: string;
  revision: number;
}

export interface DeclaredRow {
  id: string;
  booth_id: string;
  exhibitor_id: string;
  fair_day: string;
  revision: number;
  revises: string | null;
  amount_vnd: number;
  sales_count: number | null;
  source: string;
  is_confirmed: boolean;
}

export interface ReportRow {
  day: string;
  revision: number;
  kind: string;
  language: string;
  format: string;
  sha256: string;
}

/** What another paper says, and when it was asked for. */
export interface PaperRow {
  id: string;
  kind: string;
  day: string | null;
  edition: number;
  content: {
    days?: { day: string; revision: number | null; closingHash: string | null }[];
  };
  content_hash: string;
}

export interface PaperFileRow {
  paper_id: string;
  language: string;
  format: string;
  sha256: string;
}

/** Bytes as Postgres writes them, as plain hex. */
export const hexOf = (bytea: string) => bytea.replace(/^\\x/, '');
export const bytesOf = (bytea: string) => Buffer.from(hexOf(bytea), 'hex');
