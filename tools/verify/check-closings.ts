import { canonicalText } from '@phien/till';
import { createHash } from 'node:crypto';
import { factsOf, type Parcel, reportFile } from '@phien/parcel';
import {
  hexOf,
  type ClosingHeadRow,
  type ClosingRow,
  type DeclaredRow,
  type FrozenRow,
  type ReportRow,
} from './archive-rows';
import type { Chained } from './check-chains';
import type { Booked } from './check-documents';
import { allRows, rowsOf } from './read-rows';
import type { Faults } from './verdict';

const CLOSING = factsOf('closing');

/** A fact and the revision that counted it first. */
interface Frozen<T> {
  revision: number;
  fact: T;
}

/** Puts facts under the days and revisions that froze them, and names those that lie elsewhere. */
async function frozenBy<T>(
  parcel: Parcel,
  {
    table,
    idOf,
    factOf,
    dayOf,
  }: {
    table: string;
    idOf: (row: FrozenRow & Record<string, string>) => string;
    factOf: (id: string) => T | undefined;
    dayOf: (fact: T) => string;
  },
  faults: Faults,
): Promise<{ byDay: Map<string, Frozen<T>[]>; ids: Set<string> }> {
  const byDay = new Map<string, Frozen<T>[]>();
  const ids = new Set<string>();
  for await (const row of rowsOf<FrozenRow & Record<string, string>>(parcel, table)) {
    const id = idOf(row);
    const fact = factOf(id);
    if (fact === undefined || dayOf(fact) !== row.day || ids.has(id)) {
      faults.add(factsOf(table), `${row.day} r${row.revision}: ${id} is not of that day, or twice`);
      continue;
    }
    ids.add(id);
    const frozen = byDay.get(row.day) ?? [];
    frozen.push({ revision: row.revision, fact });
    byDay.set(row.day, frozen);
  }
  return { byDay, ids };
}

/** `{ count, sum, hash }` of the chain hashes, ascending by register, epoch and number. */
function documentsOf(facts: readonly { booked: Booked; link: Chained }[]) {
  const sum = createHash('sha256');
  const ordered = facts.toSorted(
    ({ link: a }, { link: b }) =>
      (a.registerId < b.registerId ? -1 : Number(a.registerId > b.registerId)) ||
      a.epoch - b.epoch ||
      a.sequence - b.sequence,
  );
  for (const { link } of ordered) sum.update(Buffer.from(link.hash, 'hex'));
  return {
    count: facts.length,
    vnd: facts.reduce((total, { booked }) => total + booked.totalVnd, 0),
    hash: sum.digest('hex'),
  };
}

/** One line a fact, by id; the money is that of the latest of each exhibitor at each booth. */
function declaredOf(facts: readonly DeclaredRow[]) {
  const revised = new Set(facts.map(({ revises }) => revises));
  const text = facts
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((fact) =>
      [
        fact.id,
        fact.booth_id,
        fact.exhibitor_id,
        fact.revision,
        fact.revises ?? '',
        fact.amount_vnd,
        fact.sales_count ?? '',
        fact.source,
        fact.is_confirmed ? 't' : 'f',
      ].join('|'),
    )
    .map((line) => `${line}\n`)
    .join('');
  return {
    count: facts.length,
    vnd: facts
      .filter(({ id }) => !revised.has(id))
      .reduce((total, { amount_vnd }) => total + amount_vnd, 0),
    hash: createHash('sha256').update(text, 'utf8').digest('hex'),
  };
}

/** The hash that was printed, mailed or signed: of the canonical text of all that a revision says. */
function hashOf(row: ClosingRow, heads: readonly ClosingHeadRow[]): string {
  const said = {
    fairId: row.fair_id,
    day: row.day,
    revision: row.revision,
    closedAt: new Date(row.closed_at).toISOString(),
    reason: row.reason,
    isComplete: row.is_complete,
    documentCount: row.document_count,
    totalVnd: row.total_vnd,
    entries: row.entries,
    documentsHash: hexOf(row.documents_hash),
    ...(row.declared_hash !== null && {
      declaredCount: row.declared_count,
      declaredVnd: row.declared_vnd,
      declaredHash: hexOf(row.declared_hash),
    }),
    heads: heads.map((head) => ({
      registerId: head.register_id,
      epoch: head.epoch,
      sequence: head.sequence,
      hash: hexOf(head.hash),
      signedSequence: head.signed_sequence,
    })),
    figures: row.figures,
  };
  return createHash('sha256').update(canonicalText(said), 'utf8').digest('hex');
}

export interface CheckedClosings {
  closingCount: number;
  declaredCount: number;
  reportCount: number;
}

/**
 * Every revision against what it froze: count, sum and hash of its documents and declarations, and
 * its own hash; whether anything that counts is in no closing; every report's bytes.
 */
export async function checkClosings(
  parcel: Parcel,
  documents: { chained: ReadonlyMap<string, Chained>; booked: ReadonlyMap<string, Booked> },
  faults: Faults,
): Promise<CheckedClosings> {
  const closings = await allRows<ClosingRow>(parcel, 'closing');
  const heads = await allRows<ClosingHeadRow>(parcel, 'closing_head');
  const declared = new Map(
    (await allRows<DeclaredRow>(parcel, 'declared_sale')).map((row) => [row.id, row]),
  );
  const sold = await frozenBy(
    parcel,
    {
      table: 'closing_document',
      idOf: (row) => row.document_id ?? '',
      factOf: (id) => {
        const booked = documents.booked.get(id);
        const link = documents.chained.get(id);
        return booked && link && { booked, link };
      },
      dayOf: ({ booked }) => booked.day,
    },
    faults,
  );
  const said = await frozenBy(
    parcel,
    {
      table: 'closing_declared',
      idOf: (row) => row.declared_id ?? '',
      factOf: (id) => declared.get(id),
      dayOf: ({ fair_day }) => fair_day,
    },
    faults,
  );
  for (const row of closings) {
    const name = `${row.day} r${row.revision}`;
    const upTo = <T>(facts: Frozen<T>[] | undefined) =>
      (facts ?? []).filter(({ revision }) => revision <= row.revision).map(({ fact }) => fact);
    const { count, vnd, hash } = documentsOf(upTo(sold.byDay.get(row.day)));
    if (count !== row.document_count || vnd !== row.total_vnd) {
      faults.add(
        CLOSING,
        `${name}: says ${row.document_count} documents and ${row.total_vnd} VND, they are ${count} and ${vnd}`,
      );
    }
    if (hash !== hexOf(row.documents_hash)) faults.add(CLOSING, `${name}: other documents`);
    if (row.declared_hash !== null) {
      const declarations = declaredOf(upTo(said.byDay.get(row.day)));
      if (
        declarations.count !== row.declared_count ||
        declarations.vnd !== row.declared_vnd ||
        declarations.hash !== hexOf(row.declared_hash)
      ) {
        faults.add(CLOSING, `${name}: other declarations`);
      }
    }
    const own = heads
      .filter((head) => head.day === row.day && head.revision === row.revision)
      .toSorted(
        (a, b) =>
          (a.register_id < b.register_id ? -1 : Number(a.register_id > b.register_id)) ||
          a.epoch - b.epoch,
      );
    if (hashOf(row, own) !== hexOf(row.hash)) {
      faults.add(CLOSING, `${name}: not what its hash was made of`);
    }
  }
  const unclosed = [...documents.booked.keys()].filter((id) => !sold.ids.has(id)).length;
  if (unclosed > 0) faults.add(CLOSING, `${unclosed} documents are in no closing`);
  const unsaid = [...declared.keys()].filter((id) => !said.ids.has(id)).length;
  if (unsaid > 0) faults.add(CLOSING, `${unsaid} declarations are in no closing`);
  return {
    closingCount: closings.length,
    declaredCount: declared.size,
    reportCount: await checkReports(parcel, faults),
  };
}

async function checkReports(parcel: Parcel, faults: Faults): Promise<number> {
  const reports = await allRows<ReportRow>(parcel, 'report');
  const parts = new Map(parcel.manifest.parts.map((part) => [part.name, part.sha256]));
  for (const report of reports) {
    const name = reportFile(report);
    if (parts.get(name) !== hexOf(report.sha256)) faults.add(name, 'not the file that was printed');
  }
  return reports.length;
}
