import {
  dashboardEntities,
  RebuildRollups,
  ReconcileFair,
  ReconciliationChecks,
} from '@phien/dashboard';
import { identityEntities } from '@phien/identity';
import { systemClock } from '@phien/kernel';
import { makeFair, planningEntities } from '@phien/planning';
import { salesEntities } from '@phien/sales';
import { openTestDatabase, OutboxRow, PostgresBus, type TestDatabase } from '@phien/store';
import { visitorsEntities } from '@phien/visitors';
import { RebuildFairs, type RebuiltFair } from './rebuild-fairs';

let database: TestDatabase;
let bus: PostgresBus;
let rebuildFairs: RebuildFairs;

beforeAll(async () => {
  database = await openTestDatabase([
    ...identityEntities,
    ...planningEntities,
    ...salesEntities,
    ...visitorsEntities,
    ...dashboardEntities,
    OutboxRow,
  ]);
  bus = new PostgresBus(database.url);
  const { dataSource } = database;
  rebuildFairs = new RebuildFairs(
    dataSource,
    new RebuildRollups(dataSource, systemClock, bus),
    new ReconcileFair(dataSource, systemClock, new ReconciliationChecks()),
  );
});

afterAll(async () => {
  await bus.close();
  await database.close();
});

async function rebuild(code: string | null): Promise<[string, number, number][]> {
  const rebuilt: RebuiltFair[] = [];
  for await (const fair of rebuildFairs.run(code)) rebuilt.push(fair);
  return rebuilt.map(({ code, before, after }) => [
    code,
    before.differenceCount,
    after.differenceCount,
  ]);
}

/** A fair that sold nothing, with a sum on its board that no fact accounts for. */
async function spoiltFair(): Promise<string> {
  const { fairId, code } = await makeFair(database.dataSource.manager);
  await database.dataSource.query(
    `INSERT INTO visits_rollup (fair_id, day, dimension, key, entries, exits)
     VALUES ($1, '2025-10-28', 'day', '', 7, 0)`,
    [fairId],
  );
  return code;
}

it('makes the sums of one fair right again and leaves the others alone', async () => {
  const [one, other] = [await spoiltFair(), await spoiltFair()];
  expect(await rebuild(one)).toEqual([[one, 1, 0]]);
  expect(await rebuild(null)).toEqual(
    [
      [one, 0, 0],
      [other, 1, 0],
    ].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
});

it('says so when no fair has the code', async () => {
  await expect(rebuild('none-such')).rejects.toThrow('No fair has the code none-such.');
});
