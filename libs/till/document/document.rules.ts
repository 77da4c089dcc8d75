import { isId, vatIncludedVnd } from '@phien/kernel';
import { isStorableText } from './canonical-text';
import { documentLimits } from './document-limits';
import { grossVnd } from './gross';
import { documentKinds, paymentMethods } from './document';
import type { CountedNote, DocumentLine, DocumentPayment, TillDocument } from './document';

/** Why a text is not a document, as states of the world. Stored beside what was set aside. */
export type DocumentFault =
  | 'document_too_large'
  | 'document_not_json'
  | 'document_shape'
  | 'document_not_canonical'
  | 'document_too_long'
  | 'document_sign'
  | 'amount_out_of_range'
  | 'line_amount_wrong'
  | 'line_vat_wrong'
  | 'lines_do_not_sum'
  | 'payments_do_not_sum'
  | 'cash_does_not_add_up'
  | 'notes_do_not_sum';

/* In canonical order, so that one comparison finds unknown, missing and misplaced fields. */
const documentFields =
  'at,boothCode,boothId,cashMovedVnd,cashier,clockOffsetMs,countedVnd,epoch,exhibitorId,fairId,' +
  'floatVnd,id,kind,lastContactAt,lines,originalId,payments,previousHash,reason,registerId,' +
  'sequence,shiftId,totalVnd,v,zoneId';
const withNotes = (fields: string) => fields.replace('countedVnd', 'countedNotes,countedVnd');
const withFirstNumber = (fields: string) => fields.replace('registerId,', 'registerId,reissueOf,');
/* By whether it has counted notes, then by whether it has a first number. */
const documentFieldsBy = [
  [documentFields, withFirstNumber(documentFields)],
  [withNotes(documentFields), withNotes(withFirstNumber(documentFields))],
] as const;
const reissuedFields = 'epoch,id,sequence';
const lineFields =
  'amountVnd,classCode,discountVnd,name,no,productId,quantityMilli,star,unit,unitVnd,' +
  'vatRatePercent,vatVnd';
const paymentFields = 'amountVnd,changeVnd,method,no,tenderedVnd';
const noteFields = 'count,noteVnd';

type Fields = Record<string, unknown>;

/* As Decision 148/QĐ-TTg numbers its sectors, groups and criteria sets: I, I.3, I.3.d. */
const classCodeShape = /^[IVX]+(?:\.[0-9]+(?:\.[a-z])?)?$/;
const hashShape = /^[0-9a-f]{64}$/;
const instantShape = /^(?:19|[2-9]\d)\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

export function isHash(value: unknown): value is string {
  return typeof value === 'string' && hashShape.test(value);
}

export function isEpoch(value: unknown): value is number {
  return isWhole(value) && value >= 1 && value <= documentLimits.epoch;
}

export function isSequence(value: unknown): value is number {
  return isWhole(value) && value >= 1;
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

export function isWholeOrNull(value: unknown): value is number | null {
  return value === null || Number.isSafeInteger(value);
}

function isIdOrNull(value: unknown): value is string | null {
  return value === null || isId(value);
}

export function isInstant(value: unknown): value is string {
  if (typeof value !== 'string' || !instantShape.test(value)) return false;
  const ms = Date.parse(value);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === value;
}

export function isText(value: unknown, longest: number): value is string {
  return (
    typeof value === 'string' && value !== '' && value.length <= longest && isStorableText(value)
  );
}

function isTextOrNull(value: unknown, longest: number): value is string | null {
  return value === null || isText(value, longest);
}

function isClassCodeOrNull(value: unknown): boolean {
  return (
    value === null ||
    (typeof value === 'string' &&
      value.length <= documentLimits.codeLength &&
      classCodeShape.test(value))
  );
}

/** Whether an amount, a sum or cash lies within what a document may say. */
export function isAmountInRange(amountVnd: number): boolean {
  return Math.abs(amountVnd) <= documentLimits.amountVnd;
}

function isNonEmptyList(value: unknown, longest: number): boolean {
  return Array.isArray(value) && value.length > 0 && value.length <= longest;
}

function isOneOf(value: unknown, words: readonly string[]): boolean {
  return typeof value === 'string' && words.includes(value);
}

function orderFault(fields: Fields, wanted: string): DocumentFault | null {
  const keys = Object.keys(fields);
  if (keys.join() === wanted) return null;
  return keys.sort().join() === wanted ? 'document_not_canonical' : 'document_shape';
}

function lineShapeFault(line: unknown, no: number): DocumentFault | null {
  if (!isFields(line)) return 'document_shape';
  const fits =
    line.no === no &&
    isIdOrNull(line.productId) &&
    isText(line.name, documentLimits.nameLength) &&
    isClassCodeOrNull(line.classCode) &&
    (line.star === null || line.star === 3 || line.star === 4 || line.star === 5) &&
    isWhole(line.quantityMilli) &&
    Math.abs(line.quantityMilli) <= documentLimits.quantityMilli &&
    isText(line.unit, documentLimits.unitLength) &&
    isWhole(line.unitVnd) &&
    line.unitVnd >= 0 &&
    isWhole(line.discountVnd) &&
    isWhole(line.amountVnd) &&
    isWholeOrNull(line.vatRatePercent) &&
    (line.vatRatePercent === null || (line.vatRatePercent >= 0 && line.vatRatePercent <= 100)) &&
    isWholeOrNull(line.vatVnd) &&
    (line.vatRatePercent === null) === (line.vatVnd === null);
  return fits ? orderFault(line, lineFields) : 'document_shape';
}

function paymentShapeFault(payment: unknown, no: number): DocumentFault | null {
  if (!isFields(payment)) return 'document_shape';
  const isCash = payment.method === 'cash';
  const fits =
    payment.no === no &&
    isOneOf(payment.method, paymentMethods) &&
    isWhole(payment.amountVnd) &&
    isWholeOrNull(payment.tenderedVnd) &&
    isWholeOrNull(payment.changeVnd) &&
    (payment.tenderedVnd !== null) === isCash &&
    (payment.changeVnd !== null) === isCash;
  return fits ? orderFault(payment, paymentFields) : 'document_shape';
}

function reissuedFault(reissued: unknown): DocumentFault | null {
  if (!isFields(reissued)) return 'document_shape';
  const fits = isId(reissued.id) && isEpoch(reissued.epoch) && isSequence(reissued.sequence);
  return fits ? orderFault(reissued, reissuedFields) : 'document_shape';
}

function noteShapeFault(note: unknown, before: unknown): DocumentFault | null {
  if (!isFields(note)) return 'document_shape';
  const fits =
    isWhole(note.count) &&
    note.count >= 1 &&
    note.count <= documentLimits.amountVnd &&
    isWhole(note.noteVnd) &&
    note.noteVnd >= 1 &&
    note.noteVnd <= documentLimits.noteVnd &&
    (!isFields(before) || note.noteVnd < Number(before.noteVnd));
  return fits ? orderFault(note, noteFields) : 'document_shape';
}

/** What keeps a parsed value from having a document's shape and field order; null when nothing does. */
export function shapeFault(content: unknown): DocumentFault | null {
  if (!isFields(content)) return 'document_shape';
  const { lines, payments, kind, countedNotes } = content;
  const fits =
    content.v === 1 &&
    isId(content.id) &&
    isId(content.fairId) &&
    isId(content.registerId) &&
    isEpoch(content.epoch) &&
    isSequence(content.sequence) &&
    isHash(content.previousHash) &&
    isOneOf(kind, documentKinds) &&
    isInstant(content.at) &&
    isWhole(content.clockOffsetMs) &&
    Math.abs(content.clockOffsetMs) <= documentLimits.clockOffsetMs &&
    (content.lastContactAt === null || isInstant(content.lastContactAt)) &&
    isId(content.exhibitorId) &&
    isId(content.boothId) &&
    isText(content.boothCode, documentLimits.codeLength) &&
    isId(content.zoneId) &&
    isId(content.shiftId) &&
    isText(content.cashier, documentLimits.cashierLength) &&
    isIdOrNull(content.originalId) &&
    isTextOrNull(content.reason, documentLimits.reasonLength) &&
    Array.isArray(lines) &&
    lines.length <= documentLimits.lines &&
    Array.isArray(payments) &&
    payments.length <= documentLimits.payments &&
    isWhole(content.totalVnd) &&
    isWholeOrNull(content.floatVnd) &&
    (countedNotes === undefined || isNonEmptyList(countedNotes, documentLimits.notes)) &&
    isWholeOrNull(content.countedVnd) &&
    isWholeOrNull(content.cashMovedVnd);
  if (!fits) return 'document_shape';
  const isReissued = 'reissueOf' in content;
  let misplaced = orderFault(content, documentFieldsBy[countedNotes ? 1 : 0][isReissued ? 1 : 0]);
  if (misplaced === 'document_shape') return misplaced;
  if (isReissued) {
    const fault = reissuedFault(content.reissueOf);
    if (fault === 'document_shape') return fault;
    misplaced ??= fault;
  }
  for (let at = 0; at < lines.length; at += 1) {
    const fault = lineShapeFault(lines[at], at + 1);
    if (fault === 'document_shape') return fault;
    misplaced ??= fault;
  }
  for (let at = 0; at < payments.length; at += 1) {
    const fault = paymentShapeFault(payments[at], at + 1);
    if (fault === 'document_shape') return fault;
    misplaced ??= fault;
  }
  if (!Array.isArray(countedNotes)) return misplaced;
  for (let at = 0; at < countedNotes.length; at += 1) {
    const fault = noteShapeFault(countedNotes[at], countedNotes[at - 1]);
    if (fault === 'document_shape') return fault;
    misplaced ??= fault;
  }
  return misplaced;
}

/** Whether a canonical text is longer than its kind may be. */
export function lengthFault(text: string, document: TillDocument): DocumentFault | null {
  const { saleTextBytes, reissueBytes } = documentLimits;
  const most = document.reissueOf ? saleTextBytes + reissueBytes : saleTextBytes;
  return document.kind === 'sale' && isLongerThan(text, most) ? 'document_too_long' : null;
}

/** Whether a text takes more UTF-8 bytes than that. */
export function isLongerThan(text: string, bytes: number): boolean {
  if (text.length * 3 <= bytes) return false;
  if (text.length > bytes) return true;
  return new TextEncoder().encode(text).length > bytes;
}

/**
 * What is wrong with the trade in a well-shaped document; null when nothing is. First what each
 * kind may hold and on which side of zero, then every line, then the sums, then the cash. Money
 * beyond `documentLimits.amountVnd` is found where it stands.
 */
export function tradeFault(document: TillDocument): DocumentFault | null {
  if (!kindHolds(document)) return 'document_sign';
  if (
    !isAmountInRange(document.totalVnd) ||
    !isAmountInRange(document.floatVnd ?? 0) ||
    !isAmountInRange(document.countedVnd ?? 0) ||
    !isAmountInRange(document.cashMovedVnd ?? 0)
  ) {
    return 'amount_out_of_range';
  }
  const sign = document.kind === 'sale' ? 1 : -1;
  for (const line of document.lines) {
    const fault = lineFault(line, sign);
    if (fault !== null) return fault;
  }
  if (sumOf(document.lines) !== document.totalVnd) return 'lines_do_not_sum';
  for (const payment of document.payments) {
    const fault = paymentFault(payment, sign);
    if (fault !== null) return fault;
  }
  if (sumOf(document.payments) !== document.totalVnd) return 'payments_do_not_sum';
  if (!document.payments.every((payment) => cashAddsUp(payment, sign))) {
    return 'cash_does_not_add_up';
  }
  const { countedNotes, countedVnd } = document;
  return countedNotes === undefined || notesVnd(countedNotes) === countedVnd
    ? null
    : 'notes_do_not_sum';
}

/** What counted notes come to. */
export function notesVnd(notes: readonly CountedNote[]): number {
  return sumOf(notes.map(({ count, noteVnd }) => ({ amountVnd: count * noteVnd })));
}

function kindHolds(document: TillDocument): boolean {
  const { kind, lines, payments, totalVnd, originalId } = document;
  const { floatVnd, countedVnd, countedNotes, cashMovedVnd } = document;
  if ((floatVnd !== null) !== (kind === 'shift_open')) return false;
  if ((countedVnd !== null) !== (kind === 'shift_close')) return false;
  if (countedNotes !== undefined && kind !== 'shift_close') return false;
  if ((cashMovedVnd !== null) !== (kind === 'cash_move')) return false;
  if ((floatVnd ?? 0) < 0 || (countedVnd ?? 0) < 0) return false;
  if ((originalId !== null) !== (kind === 'refund' || kind === 'void')) return false;
  if (kind === 'sale') return lines.length > 0 && totalVnd >= 0;
  if (kind === 'refund' || kind === 'void') return lines.length > 0 && totalVnd <= 0;
  return lines.length === 0 && payments.length === 0 && totalVnd === 0;
}

function lineFault(line: DocumentLine, sign: 1 | -1): DocumentFault | null {
  if (line.quantityMilli * sign <= 0) return 'document_sign';
  if (line.discountVnd * sign < 0 || line.amountVnd * sign < 0) return 'document_sign';
  const gross = grossVnd(line.quantityMilli, line.unitVnd);
  if (
    !isAmountInRange(gross) ||
    !isAmountInRange(line.discountVnd) ||
    !isAmountInRange(line.amountVnd)
  ) {
    return 'amount_out_of_range';
  }
  if (line.amountVnd !== gross - line.discountVnd) return 'line_amount_wrong';
  if (line.vatRatePercent === null) return null;
  return line.vatVnd === vatIncludedVnd(line.amountVnd, line.vatRatePercent)
    ? null
    : 'line_vat_wrong';
}

function paymentFault(payment: DocumentPayment, sign: 1 | -1): DocumentFault | null {
  if (payment.amountVnd * sign < 0) return 'document_sign';
  const isInRange =
    isAmountInRange(payment.amountVnd) &&
    isAmountInRange(payment.tenderedVnd ?? 0) &&
    isAmountInRange(payment.changeVnd ?? 0);
  return isInRange ? null : 'amount_out_of_range';
}

function cashAddsUp(payment: DocumentPayment, sign: 1 | -1): boolean {
  if (payment.tenderedVnd === null || payment.changeVnd === null) return true;
  if (payment.tenderedVnd - payment.changeVnd !== payment.amountVnd) return false;
  return sign === 1 ? payment.changeVnd >= 0 : payment.changeVnd === 0;
}

/** NaN, which equals nothing, when a sum on the way leaves the range in which sums are exact. */
export function sumOf(parts: readonly { amountVnd: number }[]): number {
  let sum = 0;
  for (const part of parts) {
    sum += part.amountVnd;
    if (!Number.isSafeInteger(sum)) return Number.NaN;
  }
  return sum;
}
