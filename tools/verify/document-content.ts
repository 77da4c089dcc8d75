import { canonicalText, type TillDocument } from '@phien/till';
import { createHash } from 'node:crypto';
import type { DocumentRow, EpochRow, LineRow, PaymentRow } from './archive-rows';

/** What a booked document says, so short that millions of them fit: equal texts, equal content. */
export type Content = string;

interface Said {
  row: Record<string, unknown>;
  lines: object[];
  payments: object[];
}

const digest = (said: Said): Content =>
  createHash('sha256').update(canonicalText(said), 'utf8').digest('base64');

/**
 * What the booking of a document must be, worked out from its hashed bytes and from when the server
 * heard of it. When it happened: the till's time plus the offset it had measured, not before its last
 * contact or the phone's enrolment, not after it was received.
 */
export function contentOf(
  document: TillDocument,
  { epoch, receivedAt }: { epoch: EpochRow; receivedAt: string },
): Content {
  const received = Date.parse(receivedAt);
  const contact = document.lastContactAt === null ? 0 : Date.parse(document.lastContactAt);
  const earliest = Math.min(Math.max(contact, Date.parse(epoch.enrolled_at)), received);
  const claimed = Date.parse(document.at) + document.clockOffsetMs;
  return digest({
    row: {
      registerId: document.registerId,
      epoch: document.epoch,
      sequence: document.sequence,
      kind: document.kind,
      exhibitorId: document.exhibitorId,
      boothId: document.boothId,
      zoneId: document.zoneId,
      shiftId: document.shiftId,
      originalId: document.originalId,
      cashier: document.cashier,
      totalVnd: document.totalVnd,
      floatVnd: document.floatVnd,
      countedVnd: document.countedVnd,
      cashMovedVnd: document.cashMovedVnd,
      at: Date.parse(document.at),
      correctedAt: Math.min(Math.max(claimed, earliest), received),
      receivedAt: received,
    },
    lines: document.lines.map((line) => ({ ...line })),
    payments: document.payments.map((payment) => ({ ...payment })),
  });
}

/** The same of the rows that the ledger counts. */
export function contentOfRows(
  row: DocumentRow,
  lines: readonly LineRow[],
  payments: readonly PaymentRow[],
): Content {
  return digest({
    row: {
      registerId: row.register_id,
      epoch: row.epoch,
      sequence: row.sequence,
      kind: row.kind,
      exhibitorId: row.exhibitor_id,
      boothId: row.booth_id,
      zoneId: row.zone_id,
      shiftId: row.shift_id,
      originalId: row.original_id,
      cashier: row.cashier,
      totalVnd: row.total_vnd,
      floatVnd: row.float_vnd,
      countedVnd: row.counted_vnd,
      cashMovedVnd: row.cash_moved_vnd,
      at: Date.parse(row.till_at),
      correctedAt: Date.parse(row.corrected_at),
      receivedAt: Date.parse(row.received_at),
    },
    lines: lines.map((line) => ({
      no: line.line_no,
      productId: line.product_id,
      name: line.name,
      classCode: line.class_code,
      star: line.star,
      quantityMilli: line.quantity_milli,
      unit: line.unit,
      unitVnd: line.unit_vnd,
      discountVnd: line.discount_vnd,
      amountVnd: line.amount_vnd,
      vatRatePercent: line.vat_rate_percent,
      vatVnd: line.vat_vnd,
    })),
    payments: payments.map((payment) => ({
      no: payment.payment_no,
      method: payment.method,
      amountVnd: payment.amount_vnd,
      tenderedVnd: payment.tendered_vnd,
      changeVnd: payment.change_vnd,
    })),
  });
}
