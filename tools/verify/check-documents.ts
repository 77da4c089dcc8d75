import { fairMoment } from '@phien/kernel';
import { factsOf, type ArchiveManifest, type Parcel } from '@phien/parcel';
import { type DocumentRow, type LineRow, type PaymentRow } from './archive-rows';
import type { Chained } from './check-chains';
import { contentOfRows } from './document-content';
import { GroupsByKey, rowsOf } from './read-rows';
import type { Faults } from './verdict';

/** A document that counts. */
export interface Booked {
  day: string;
  totalVnd: number;
}

const DOCUMENT = factsOf('document');
const sumOf = (rows: readonly { amount_vnd: number }[]) =>
  rows.reduce((sum, { amount_vnd }) => sum + amount_vnd, 0);

/**
 * Every booked document against its hashed bytes: columns, lines, payments, its instant and its fair
 * day. Every linked document is booked or set aside. Rows lie ascending by document.
 */
export async function checkDocuments(
  parcel: Parcel,
  chained: ReadonlyMap<string, Chained>,
  faults: Faults,
): Promise<{ booked: Map<string, Booked>; setAsideCount: number }> {
  const { fair } = parcel.manifest as unknown as ArchiveManifest;
  const lines = new GroupsByKey(
    rowsOf<LineRow>(parcel, 'document_line'),
    ({ document_id }) => document_id,
  );
  const payments = new GroupsByKey(
    rowsOf<PaymentRow>(parcel, 'document_payment'),
    ({ document_id }) => document_id,
  );
  const booked = new Map<string, Booked>();
  for await (const row of rowsOf<DocumentRow>(parcel, 'document')) {
    const ownLines = await lines.take(row.id);
    const ownPayments = await payments.take(row.id);
    booked.set(row.id, { day: row.fair_day, totalVnd: row.total_vnd });
    if (sumOf(ownLines) !== row.total_vnd || sumOf(ownPayments) !== row.total_vnd) {
      faults.add(DOCUMENT, `${row.id}: lines, payments and total differ`);
    }
    const { day, minute } = fairMoment(
      new Date(row.corrected_at),
      fair.timeZone,
      fair.dayCutMinutes,
    );
    if (day !== row.fair_day || minute !== row.fair_minute) {
      faults.add(DOCUMENT, `${row.id}: happened on ${day}, counted on ${row.fair_day}`);
    }
    const link = chained.get(row.id);
    if (link === undefined) faults.add(DOCUMENT, `${row.id}: in no chain`);
    else if (contentOfRows(row, ownLines, ownPayments) !== link.content) {
      faults.add(DOCUMENT, `${row.id}: not what the phone wrote (number ${link.sequence})`);
    }
  }
  await lines.finish();
  await payments.finish();
  if (lines.unasked > 0) faults.add(factsOf('document_line'), `${lines.unasked} of no document`);
  if (payments.unasked > 0) {
    faults.add(factsOf('document_payment'), `${payments.unasked} of no document`);
  }
  const setAside = new Set<string>();
  for await (const row of rowsOf<{ document_id: string }>(parcel, 'set_aside')) {
    setAside.add(row.document_id);
  }
  for (const [id, { sequence }] of chained) {
    if (!booked.has(id) && !setAside.has(id)) {
      faults.add(DOCUMENT, `${id} (number ${sequence}): linked, and neither booked nor set aside`);
    }
  }
  const setAsideCount = [...setAside].filter((id) => !booked.has(id)).length;
  return { booked, setAsideCount };
}
