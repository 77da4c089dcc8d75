import { ReconciliationChecks } from '@phien/dashboard';
import { auditChain, type ChainEvidence, linkHash } from '@phien/till';
import { DAY, EVENING, FairToClose, openReportsDatabase } from '../testing/fair-to-close';
import { RememberedOrders, type ReportsDatabase } from '../testing/fair-to-close';
import { CheckClosings } from './check-closings';
import { CloseDay } from './close-day';
import { closingHash, type SealedClosing } from './closing.rules';
import { readClosings } from './read-closings';
import { readDocumentsOfDay, readHeads } from './read-day-facts';

/* Somebody who has the database and knows it well edits the ledger after the day was closed. */
let database: ReportsDatabase;
let work: FairToClose;
/** The closing as it was printed and mailed: it lies outside the database. */
let printed: SealedClosing;

beforeAll(async () => {
  database = await openReportsDatabase();
  /* A superuser is stopped by no check. */
  await database.dataSource.query(`DO $$ DECLARE c record; BEGIN
    FOR c IN SELECT conname FROM pg_constraint WHERE contype = 'c' AND conrelid = 'link'::regclass
    LOOP EXECUTE format('ALTER TABLE link DROP CONSTRAINT %I', c.conname); END LOOP; END $$`);
});
afterAll(() => database.close());

beforeEach(async () => {
  work = await FairToClose.open(database, { booths: 2 });
  for (const vnd of [50_000, 70_000, 100_000]) {
    work.till(0).sell(vnd);
    work.till(1).sell(vnd);
    await work.deliver(0, 1);
  }
  work.setClock(EVENING);
  await new CloseDay(database.dataSource, work.clock, new RememberedOrders()).run({
    fairId: work.fairId,
    day: DAY,
    accountId: null,
  });
  printed = await closing();
  expect([await differences(), await found()]).toEqual([[], []]);
});

async function closing(): Promise<SealedClosing> {
  const [only] = await readClosings(database.dataSource.manager, { fairId: work.fairId });
  if (!only) throw new Error('a closing');
  return only;
}

const differences = async () => {
  const all = await database.dataSource.transaction('REPEATABLE READ', (em) =>
    new CheckClosings(new ReconciliationChecks()).run(em, work.fairId),
  );
  return all.map(({ what }) => what);
};

/** Past every trigger and foreign key; `$1` is the fair, `$2` the register that is meant. */
async function edit(...statements: string[]): Promise<void> {
  const runner = database.dataSource.createQueryRunner();
  try {
    await runner.query(`SET session_replication_role = replica`);
    for (const sql of statements) {
      await runner.query(sql, [work.fairId, work.till(0).registerId].slice(0, places(sql)));
    }
  } finally {
    await runner.query(`SET session_replication_role = DEFAULT`);
    await runner.release();
  }
}

const places = (sql: string) => (sql.includes('$2') ? 2 : 1);

/** What a verifier finds who holds the printed closing, beside the heads that the phone signed. */
async function found(signed: 'with signatures' | 'without' = 'with signatures'): Promise<string[]> {
  const { registerId, epoch } = work.till(0);
  const own = [work.fairId, registerId];
  const [key] = await database.dataSource.query<{ publicKey: Buffer; genesis: string }[]>(
    `SELECT public_key AS "publicKey", encode(genesis, 'hex') AS genesis FROM register_epoch
      WHERE fair_id = $1 AND register_id = $2`,
    own,
  );
  const links = await database.dataSource.query<{ text: string }[]>(
    `SELECT convert_from(canonical, 'UTF8') AS text FROM link
      WHERE fair_id = $1 AND register_id = $2 ORDER BY sequence`,
    own,
  );
  const signedHeads = await database.dataSource.query<ChainEvidence['signedHeads'][number][]>(
    `SELECT sequence, encode(hash, 'hex') AS hash, replace(encode(signature, 'base64'), chr(10), '') AS signature
       FROM signed_head WHERE fair_id = $1 AND register_id = $2 ORDER BY sequence`,
    own,
  );
  const { faults } = await auditChain({
    start: { fairId: work.fairId, registerId, epoch, sequence: 0, hash: key?.genesis ?? '' },
    publicKeySpki: key?.publicKey ?? Buffer.alloc(0),
    texts: links.map(({ text }) => text),
    signedHeads: signed === 'with signatures' ? signedHeads : [],
    keptHeads: printed.heads.filter((head) => head.registerId === registerId),
  });
  return faults.map(({ code }) => code);
}

const THE_LAST = `fair_id = $1 AND register_id = $2 AND sequence = 3`;
const ITS_ID = `(SELECT document_id FROM link WHERE ${THE_LAST})`;

it.each<[string, string[], string[]]>([
  [
    'another total',
    [`UPDATE document SET total_vnd = 1000 WHERE ${THE_LAST}`],
    ['money of a day, closed or waiting', 'total of a closing'],
  ],
  [
    'another day',
    [`UPDATE document SET fair_day = '2025-10-29' WHERE ${THE_LAST}`],
    [
      'documents of a day, closed or waiting',
      'money of a day, closed or waiting',
      'documents of a closing',
      'total of a closing',
    ],
  ],
  [
    'a sale that is gone, and everything that named it',
    [
      `DELETE FROM closing_document WHERE fair_id = $1 AND document_id = ${ITS_ID}`,
      `DELETE FROM document WHERE ${THE_LAST}`,
      `DELETE FROM signed_head WHERE ${THE_LAST}`,
      `DELETE FROM link WHERE ${THE_LAST}`,
    ],
    [
      'documents of a day, closed or waiting',
      'money of a day, closed or waiting',
      'documents of a closing',
      'total of a closing',
      'hash of the documents of a closing, 1 when it agrees',
    ],
  ],
])('finds from the closing %s', async (_, statements, expected) => {
  await edit(...statements);
  const what = await differences();
  expect(what).toEqual(expect.arrayContaining(expected.slice(0, 1)));
  expect([...new Set(what)].sort()).toEqual([...expected].sort());
});

it('finds from what was printed and what phones signed even a ledger and a closing that are both written anew', async () => {
  const [row] = await database.dataSource.query<{ text: string; previous: string }[]>(
    `SELECT convert_from(canonical, 'UTF8') AS text, encode(previous_hash, 'hex') AS previous
       FROM link WHERE ${THE_LAST}`,
    [work.fairId, work.till(0).registerId],
  );
  const forged = (row?.text ?? '').replaceAll(':100000', ':1000');
  expect(forged).not.toBe(row?.text);
  const chained = linkHash(Buffer.from(row?.previous ?? '', 'hex'), Buffer.from(forged));
  const hash = Buffer.from(chained).toString('hex');
  await edit(
    `UPDATE link SET canonical = convert_to('${forged.replaceAll("'", "''")}', 'UTF8'), hash = decode('${hash}', 'hex') WHERE ${THE_LAST}`,
    `UPDATE document SET total_vnd = 1000 WHERE ${THE_LAST}`,
  );
  const em = database.dataSource.manager;
  const documents = await readDocumentsOfDay(em, { fairId: work.fairId, day: DAY });
  const heads = await readHeads(em, work.fairId);
  const anew = closingHash({
    ...(await closing()),
    totalVnd: documents.totalVnd,
    documentsHash: documents.hash,
    heads,
  });
  await edit(
    `UPDATE closing_head SET hash = decode('${hash}', 'hex') WHERE fair_id = $1 AND register_id = $2`,
    `UPDATE closing SET total_vnd = ${documents.totalVnd}, documents_hash = decode('${documents.hash}', 'hex'),
       hash = decode('${anew}', 'hex') WHERE fair_id = $1`,
  );
  /* The database alone agrees with itself: that is why a closing is printed, mailed and signed for. */
  expect(await differences()).toEqual([]);
  expect((await closing()).hash).not.toBe(printed.hash);
  expect(await found()).toEqual(expect.arrayContaining(['signed_head_missing']));
  expect(await found('without')).toEqual(['kept_head_missing']);
});
