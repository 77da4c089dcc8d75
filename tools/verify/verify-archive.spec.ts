import { ARCHIVE, Parcel, rewriteParcel } from '@phien/parcel';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../machine/project-folder';
import { verifyArchive } from './verify-archive';

/* Of the paper that lies in the sample. */
const PAPER_ID = '0199a000-0000-7000-8000-000000000985';
const SAMPLE = join(projectFolder, 'test/fixtures/sample-fair.phien.zip');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'phien-verify-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it('finds the sample sound, and says what it looked at', async () => {
  const { faults, checked, manifest } = await verifyArchive(SAMPLE);
  expect(faults).toEqual([]);
  expect(checked).toMatchObject({
    chains: 2,
    links: 12,
    documents: 10,
    totalVnd: 158_000,
    papers: 1,
  });
  expect(manifest.ledger.hash).toMatch(/^[0-9a-f]{64}$/);
});

it('finds one changed byte in any part, and names the part', async () => {
  const parcel = await Parcel.open(SAMPLE, ARCHIVE);
  const names = parcel.manifest.parts.filter(({ bytes }) => bytes > 0).map(({ name }) => name);
  parcel.close();
  const bytes = readFileSync(SAMPLE);
  const path = join(folder, 'changed.zip');
  for (const name of names) {
    const changed = Buffer.from(bytes);
    /* Behind the name in its own header, which comes before that in the directory. */
    const at = bytes.indexOf(name) + name.length + 4;
    changed[at] = (changed[at] ?? 0) ^ 0x04;
    writeFileSync(path, changed);
    const { faults } = await verifyArchive(path);
    expect([name, faults.some(({ where }) => where === name)]).toEqual([name, true]);
  }
});

/** Rewrites some rows of a table, all checksums right, and answers where the verifier finds fault. */
async function forged(
  change: Record<string, (rows: string[]) => string[]>,
  about: (manifest: Record<string, unknown>) => object = () => ({}),
): Promise<string[]> {
  const to = join(folder, 'forged.zip');
  await rewriteParcel(
    ARCHIVE,
    { from: SAMPLE, to },
    (name, bytes) => {
      const rows = change[name.replace(/^facts\/|\.jsonl$/g, '')];
      if (rows === undefined) return bytes;
      return rows(bytes.toString('utf8').split('\n').slice(0, -1))
        .map((row) => `${row}\n`)
        .join('');
    },
    about,
  );
  const { faults } = await verifyArchive(to);
  return [...new Set(faults.map(({ where }) => where))].sort();
}

const replacing = (from: RegExp | string, to: string) => (rows: string[]) => {
  const at = rows.findIndex((row) => row.search(from) >= 0);
  if (at < 0) throw new Error(`no row holds ${from}`);
  return rows.with(at, rows[at]!.replace(from, to));
};
const without = (which: RegExp) => (rows: string[]) => rows.filter((row) => !which.test(row));

describe('with all checksums made anew it still finds', () => {
  it.each([
    [
      'a document that says another total than its phone wrote',
      { document: replacing(/"total_vnd":79000/, '"total_vnd":97000') },
      'facts/document.jsonl',
    ],
    [
      'a line of another name',
      { document_line: replacing(/"name":"Ch/, '"name":"Kh') },
      'facts/document.jsonl',
    ],
    [
      'a payment by another method',
      { document_payment: replacing(/"method":"vietqr"/, '"method":"card"') },
      'facts/document.jsonl',
    ],
    [
      'a line of no document',
      {
        document_line: (rows: string[]) => [
          ...rows,
          rows.at(-1)!.replace(/"document_id":"./, '"document_id":"f'),
        ],
      },
      'facts/document_line.jsonl',
    ],
    [
      'a document on another day',
      { document: replacing(/"fair_day":"2025-10-28"/, '"fair_day":"2025-10-29"') },
      'facts/document.jsonl',
    ],
    [
      'a document at another instant',
      {
        document: replacing(
          /"corrected_at":"2025-10-28T05:00:00/,
          '"corrected_at":"2025-10-28T05:00:01',
        ),
      },
      'facts/document.jsonl',
    ],
    [
      'bytes of a link',
      { link: replacing(/"canonical":"\\\\x7b22/, '"canonical":"\\\\x7b23') },
      'facts/link.jsonl',
    ],
    [
      'a link that was taken out at the end',
      { link: (rows: string[]) => rows.slice(0, -1) },
      'facts/link.jsonl',
    ],
    [
      'a signature',
      { signed_head: replacing(/"signature":"\\\\x..../, '"signature":"\\\\x0000') },
      'facts/signed_head.jsonl',
    ],
    [
      'the key of a phone',
      { register_epoch: replacing(/(?<="public_key":".{40})../, '00') },
      'facts/register_epoch.jsonl',
    ],
    [
      'a document that is neither booked nor set aside',
      { set_aside: (rows: string[]) => rows.slice(1) },
      'facts/document.jsonl',
    ],
    [
      'a closing of another sum',
      { closing: replacing(/"total_vnd":158000/, '"total_vnd":188000') },
      'facts/closing.jsonl',
    ],
    [
      'a closing of another reason',
      { closing: replacing(/"reason":"/, '"reason":"x') },
      'facts/closing.jsonl',
    ],
    [
      'a head that a closing never had',
      { closing_head: replacing(/"hash":"\\\\x../, '"hash":"\\\\xff') },
      'facts/closing_head.jsonl',
    ],
    [
      'a document that no closing counts',
      { closing_document: (rows: string[]) => rows.slice(1) },
      'facts/closing.jsonl',
    ],
    [
      'a document that a closing counts under another day',
      { closing_document: replacing(/"day":"2025-10-28"/, '"day":"2025-10-29"') },
      'facts/closing_document.jsonl',
    ],
    [
      'a declaration of another amount',
      { declared_sale: replacing(/"amount_vnd":1300000/, '"amount_vnd":1400000') },
      'facts/closing.jsonl',
    ],
    [
      'a report that is not the one that was printed',
      { report: replacing(/"sha256":"\\\\x../, '"sha256":"\\\\xff') },
      'reports/2025-10-28-r1-end_of_day-vi.pdf',
    ],
    [
      'a paper that says something else',
      { paper: replacing(/"revenueVnd": ?79000/, '"revenueVnd": 97000') },
      'facts/paper.jsonl',
    ],
    [
      'a paper that stands on another closing',
      { closing: replacing(/"hash":"\\\\x../, '"hash":"\\\\xff') },
      'facts/paper.jsonl',
    ],
    [
      'a file that is not the one that was made of its paper',
      { paper_file: replacing(/"sha256":"\\\\x../, '"sha256":"\\\\xff') },
      `papers/statement-2025-10-28-e1-${PAPER_ID}-vi.csv`,
    ],
    ['a file of a paper that is not there', { paper: without(/./) }, 'facts/paper_file.jsonl'],
    [
      'a row of another fair',
      { gate: replacing(/"fair_id":"./, '"fair_id":"f') },
      'facts/gate.jsonl',
    ],
    ['a gate that is gone', { gate: without(/./) }, 'facts/gate.jsonl'],
  ])('%s', async (_, change, where) => {
    expect(await forged(change as Record<string, (rows: string[]) => string[]>)).toContain(where);
  });

  it('a ledger that the manifest puts higher than it is', async () => {
    const higher = (manifest: Record<string, unknown>) => ({
      ledger: { ...(manifest.ledger as object), totalVnd: 999_000 },
    });
    expect(await forged({}, higher)).toEqual(['manifest.json']);
  });
});

it('counts what a phone sent after its last signature as covered by nobody', async () => {
  const to = join(folder, 'unsigned.zip');
  await rewriteParcel(
    ARCHIVE,
    { from: SAMPLE, to },
    (name, bytes) => (name === 'facts/signed_head.jsonl' ? '' : bytes),
    (manifest) => ({
      tables: (manifest.tables as { name: string; rows: number }[]).map((table) =>
        table.name === 'signed_head' ? { ...table, rows: 0 } : table,
      ),
    }),
  );
  const { faults, uncovered } = await verifyArchive(to);
  expect(faults).toEqual([]);
  expect(uncovered.map(({ documents }) => documents)).toEqual([6, 6]);
});

it('reads an archive from before papers went into one', async () => {
  const to = join(folder, 'before.zip');
  const isOfPapers = (name: string) => /^(facts\/paper(_file)?\.jsonl|papers\/)/.test(name);
  await rewriteParcel(
    ARCHIVE,
    { from: SAMPLE, to },
    (name, bytes) => (isOfPapers(name) ? null : bytes),
    (manifest) => ({
      layout: 1,
      tables: (manifest.tables as { name: string }[]).filter(
        ({ name }) => !['paper', 'paper_file'].includes(name),
      ),
    }),
  );
  const { faults, checked } = await verifyArchive(to);
  expect(faults).toEqual([]);
  expect(checked).toMatchObject({ documents: 10, papers: 0 });
});
