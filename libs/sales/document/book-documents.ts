import type { TillDocument } from '@phien/till';
import { brokenConstraint, prepared, sqlState, together } from '@phien/store';
import type { EntityManager } from 'typeorm';
import { codeOfConstraint, type Moment } from './booking.rules';

/** A linked document ready to be booked. */
export interface Bookable {
  document: TillDocument;
  moment: Moment;
  receivedAt: Date;
}

/** Why a document was not booked, by `documentKey`: ids are unique within a fair only. */
export type RefusedDocuments = Map<string, string>;

/** Names a document across fairs. */
export const documentKey = (fairId: string, documentId: string) => `${fairId}:${documentId}`;

const INSERT_PARTS = `
  WITH lines AS (
    INSERT INTO document_line (fair_id, document_id, line_no, product_id, name, class_code, star,
      quantity_milli, unit, unit_vnd, discount_vnd, amount_vnd, vat_rate_percent, vat_vnd)
    SELECT f, d, "no", "productId", name, "classCode", star, "quantityMilli", unit, "unitVnd", "discountVnd",
      "amountVnd", "vatRatePercent", "vatVnd"
    FROM json_to_recordset($1) AS x (f uuid, d uuid, "no" smallint, "productId" uuid, name text,
      "classCode" text, star smallint, "quantityMilli" bigint, unit text, "unitVnd" bigint, "discountVnd" bigint,
      "amountVnd" bigint, "vatRatePercent" smallint, "vatVnd" bigint))
  INSERT INTO document_payment (fair_id, document_id, payment_no, method, amount_vnd, tendered_vnd, change_vnd)
  SELECT f, d, "no", method, "amountVnd", "tenderedVnd", "changeVnd"
  FROM json_to_recordset($2) AS x (f uuid, d uuid, "no" smallint, method text, "amountVnd" bigint,
    "tenderedVnd" bigint, "changeVnd" bigint)`;

const INSERT_DOCUMENTS = `
  WITH booked AS (
    INSERT INTO document (fair_id, id, register_id, epoch, sequence, kind, exhibitor_id, booth_id, zone_id, shift_id,
      original_id, cashier, total_vnd, float_vnd, counted_vnd, cash_moved_vnd, till_at, corrected_at, received_at,
      fair_day, fair_minute, flags)
    SELECT "fairId", id, "registerId", epoch, sequence, kind, "exhibitorId", "boothId", "zoneId", "shiftId",
      "originalId", cashier, "totalVnd", "floatVnd", "countedVnd", "cashMovedVnd", at, "correctedAt", "receivedAt",
      "fairDay", "fairMinute", flags
    FROM json_to_recordset($1) AS x ("fairId" uuid, id uuid, "registerId" uuid, epoch integer, sequence bigint,
      kind text, "exhibitorId" uuid, "boothId" uuid, "zoneId" uuid, "shiftId" uuid, "originalId" uuid, cashier text,
      "totalVnd" bigint, "floatVnd" bigint, "countedVnd" bigint, "cashMovedVnd" bigint, at timestamptz,
      "correctedAt" timestamptz, "receivedAt" timestamptz, "fairDay" date, "fairMinute" smallint, flags text[])
    RETURNING fair_id, id)
  INSERT INTO outbox (fair_id, reader, topic, subject_id) SELECT fair_id, 'fold', 'document', id FROM booked`;

/**
 * Books linked documents (ascending in their chains, originals first) with their lines, payments
 * and outbox rows, all or none of them.
 */
export function insertDocuments(
  em: EntityManager,
  bookables: readonly Bookable[],
): Promise<unknown>[] {
  if (bookables.length === 0) return [];
  const lines: object[] = [];
  const payments: object[] = [];
  const rows = bookables.map(({ document, moment, receivedAt }) => {
    const { lines: ownLines, payments: ownPayments, ...row } = document;
    for (const line of ownLines) lines.push({ f: document.fairId, d: document.id, ...line });
    for (const paid of ownPayments) payments.push({ f: document.fairId, d: document.id, ...paid });
    return { ...row, ...moment, receivedAt };
  });
  const parts = [JSON.stringify(lines), JSON.stringify(payments)];
  const hasParts = lines.length > 0 || payments.length > 0;
  return [
    ...(hasParts ? [prepared(em, 'insert_parts', INSERT_PARTS, parts)] : []),
    prepared(em, 'insert_documents', INSERT_DOCUMENTS, [JSON.stringify(rows)]),
  ];
}

const open = (em: EntityManager) => prepared(em, 'open_booking', 'SAVEPOINT booking', []);
const keep = (em: EntityManager) => prepared(em, 'keep_booking', 'RELEASE SAVEPOINT booking', []);
const undo = (em: EntityManager) =>
  prepared(em, 'undo_booking', 'ROLLBACK TO SAVEPOINT booking', []);

/** Classes 22 (data) and 23 (integrity) speak of a document; anything else speaks of the server. */
export const speaksOfDocument = (error: unknown) => /^2[23]/.test(sqlState(error) ?? '');

/**
 * As `insertDocuments`, but what the database refuses is found by halving and answered with its
 * code; the others are booked all the same.
 */
export async function bookDocuments(
  em: EntityManager,
  bookables: readonly Bookable[],
): Promise<RefusedDocuments> {
  const [first] = bookables;
  if (first === undefined) return new Map();
  try {
    await together([open(em), ...insertDocuments(em, bookables), keep(em)]);
    return new Map();
  } catch (error) {
    if (!speaksOfDocument(error)) throw error;
    await together([undo(em), keep(em)]);
    if (bookables.length === 1) {
      const key = documentKey(first.document.fairId, first.document.id);
      return new Map([[key, codeOfConstraint(brokenConstraint(error))]]);
    }
  }
  const middle = bookables.length >> 1;
  const refused = await bookDocuments(em, bookables.slice(0, middle));
  for (const [key, code] of await bookDocuments(em, bookables.slice(middle))) {
    refused.set(key, code);
  }
  return refused;
}
