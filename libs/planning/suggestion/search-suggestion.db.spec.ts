import { checkPlan, readInstance, termNames, type Plan } from '@phien/allocator';
import type { Caller } from '@phien/identity';
import { newId } from '@phien/kernel';
import type { TestDatabase } from '@phien/store';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { makeFair } from '../testing/make-fair';
import { sealFair } from '../testing/seal-fair';
import { makeCaller, openPlanningDatabase, suggestionVerbsOf } from '../testing/planning-database';
import { ExportSuggestion } from './export-suggestion';
import { SearchThread } from './search-thread';
import { ShowSuggestion } from './show-suggestion';
import type { AskSuggestionDto } from './suggestion.dto';
import { Suggestion } from './suggestion.entity';
import { findDueSuggestions, TakenSuggestion } from './taken-suggestion';

/* Guests of the machine come last: of one at work they get a hundredth. */
const LIMIT_MS = 10 * 60_000;
jest.setTimeout(LIMIT_MS);

let database: TestDatabase;
let caller: Caller;

beforeAll(async () => {
  database = await openPlanningDatabase();
  caller = await makeCaller(database.dataSource);
});
afterAll(() => database.close());

const em = () => database.dataSource.manager;
const show = (fairId: string, id: string) =>
  new ShowSuggestion(database.dataSource).run(fairId, id);

async function asked(fairId: string, told: Partial<AskSuggestionDto> = {}) {
  const verbs = suggestionVerbsOf(database.dataSource);
  const id = newId();
  await verbs.askSuggestion.run(caller, fairId, {
    ...{ id, keeps: 'none', zones: 'as_one', weights: {}, fewestMoves: false, moreMoves: 0 },
    ...{ seconds: 600, seed: 7, ...told },
  });
  return { ...verbs, fairId, id, which: { fairId, suggestionId: id } };
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const deadlineMs = Date.now() + LIMIT_MS;
  while (!(await isTrue())) {
    if (Date.now() > deadlineMs) throw new Error('it did not come to pass');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/* The 19th field of a thread's stat; threads of other specs come and go meanwhile. */
const patientThreads = () =>
  readdirSync('/proc/self/task').filter((thread) => {
    try {
      const stat = readFileSync(`/proc/self/task/${thread}/stat`, 'utf8');
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16] === '19';
    } catch {
      return false;
    }
  });

/** Gives what can be saved of a suggestion to the command of the engine. */
async function expectFoundAgain(fairId: string, id: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'suggestion-'));
  const path = (name: string) => join(folder, name);
  const read = (name: string) => JSON.parse(readFileSync(path(name), 'utf8')) as Plan;
  for (const what of ['instance', 'plan'] as const) {
    const { bytes } = await new ExportSuggestion(database.dataSource).run(fairId, id, what);
    writeFileSync(path(what), bytes);
  }
  const { seed, lane, iterations, budget, start, repairs = 0, plan, objective } = read('plan');
  const command = join(process.cwd(), 'dist', 'tools', 'allocate', 'main.js');
  const args = ['--seconds', '60', '--seed', seed, '--lane', lane, '--budget', budget];
  const effort = ['--iterations', iterations, '--start', start, '--repairs', repairs];
  const asked = [...args, ...effort, '--out', path('again')].map(String);
  execFileSync(process.execPath, [command, path('instance'), ...asked]);
  expect(read('again')).toMatchObject({ plan, objective });
  rmSync(folder, { recursive: true });
}

const silent = { heardAt: new Date(Date.now() - 60_000) };

it('searches as a guest of the machine, is watched, and ends with the best plan when it is stopped', async () => {
  const { fairId } = await makeFair(em(), { booths: 12, exhibitors: 10 });
  const { which, id, searchSuggestion, stopSuggestion, ordered, words } = await asked(fairId);
  expect(ordered).toEqual([which]);
  const searched = searchSuggestion.run(which);
  await until(async () => (await show(fairId, id)).figures !== null);
  if (process.platform === 'linux') expect(patientThreads().length).toBeGreaterThanOrEqual(2);
  const soFar = await show(fairId, id);
  await expect(
    new ExportSuggestion(database.dataSource).run(fairId, id, 'plan'),
  ).rejects.toMatchObject({ code: 'suggestion_has_no_plan' });
  expect(soFar).toMatchObject({ state: 'searching', endedAt: null });
  expect(soFar.figures?.points).toBe(
    Object.values(soFar.figures!.terms).reduce((sum, points) => sum + points, 0),
  );
  await stopSuggestion.run(caller, fairId, id);
  const taken = await searched;
  expect(taken?.row.id).toBe(id);

  const found = await show(fairId, id);
  expect(found).toMatchObject({ state: 'explaining', conflict: null });
  expect(found.figures).toMatchObject({ isLocalOptimum: true, moves: expect.any(Number) });
  const kept = await em().findOneByOrFail(Suggestion, { fairId, id });
  expect(kept.plan).toMatchObject({
    seed: 7,
    lane: expect.any(Number),
    budget: expect.any(Number),
    engine: kept.engine,
  });
  const instance = readInstance(JSON.parse(kept.instance.toString()));
  expect(checkPlan(instance, kept.plan!.plan).violations).toEqual([]);
  await expectFoundAgain(fairId, id);
  for (const { boothCodes, beforeCodes, hasMoved } of found.places) {
    expect(boothCodes).toHaveLength(1);
    expect(hasMoved).toBe(boothCodes[0] !== beforeCodes?.[0]);
  }
  expect(words.length).toBeGreaterThanOrEqual(3);
  expect(words[0]).toMatchObject({ channel: 'suggestion', fairId, version: 1 });
  expect(patientThreads()).not.toContain(String(process.pid));
});

it('goes on when busy doors left it too little time for any plan', async () => {
  const path = join(process.cwd(), 'test', 'allocation', 'dev', 'fair-160-1.json');
  const choice = { fewestMoves: false, moreMoves: 0, seconds: 0, seed: 1 };
  const search = new SearchThread({ instance: readFileSync(path), choice, lanes: 1 });
  await until(() => Promise.resolve(search.takeBetter() !== null));
  search.stop();
  expect(await search.end).toMatchObject({ kind: 'plan' });
  await search.close();
});

it('tells a conflict by names, in both languages', async () => {
  const { fairId, exhibitors } = await makeFair(em(), { booths: 2 });
  await em().insert(Exhibitor, {
    ...{ fairId, id: newId(), name: 'HTX Đến Sau', kind: 'cooperative', origin: 'inProvince' },
    ...{ countryCode: 'VN', paysVat: false, isDemo: true },
  });
  const { which, id, searchSuggestion } = await asked(fairId);
  expect(await searchSuggestion.run(which)).toBeNull();
  const { state, conflict, endedAt, figures, places } = await show(fairId, id);
  expect([state, figures, endedAt === null]).toEqual(['conflict', null, false]);
  expect(conflict).toMatchObject({ boothCodes: ['A01', 'B01'] });
  const names = [...exhibitors.map(({ name }) => name), 'HTX Đến Sau'].sort();
  expect(conflict!.exhibitors.map(({ name }) => name).sort()).toEqual(names);
  for (const sentence of [conflict!.vi, conflict!.en]) {
    for (const name of names) expect(sentence).toContain(name);
    for (const { key } of places) expect(sentence).not.toContain(key);
  }
});

it('is taken up again when its worker died, and the dead one writes nothing any more', async () => {
  const { fairId } = await makeFair(em());
  const { which, id } = await asked(fairId);
  const at = new Date();
  const take = () => TakenSuggestion.take(database.dataSource, which, at);
  const dead = await take();
  expect(await take()).toBeNull();
  expect(await dead!.keep({})).toEqual({ isOurs: true, isToEnd: false });
  await em().update(Suggestion, { fairId, id }, silent);
  expect(await findDueSuggestions(em())).toContainEqual(which);
  const next = await take();
  expect(next?.row).toMatchObject({ state: 'searching', takes: 2 });
  expect(await dead!.keep({ state: 'unknown', endedAt: at })).toMatchObject({ isOurs: false });
  await dead!.release();
  expect(await show(fairId, id)).toMatchObject({ state: 'searching', endedAt: null });
});

it('is taken up no more once its fair is sealed, here or where its archive is read', async () => {
  const { fairId } = await makeFair(em());
  const { which, id } = await asked(fairId);
  await sealFair(em(), fairId);
  expect(await findDueSuggestions(em())).not.toContainEqual(which);
  expect(await TakenSuggestion.take(database.dataSource, which, new Date())).toBeNull();
  expect(await show(fairId, id)).toMatchObject({ state: 'waiting' });
});

it('has failed when it brought down its worker time and again', async () => {
  const { fairId } = await makeFair(em());
  const { which, id } = await asked(fairId);
  /* A plan on the way was none that anybody may accept, so nobody is shown it. */
  const terms = Object.fromEntries(termNames.map((name) => [name, 0]));
  for (let time = 0; time < 5; time += 1) {
    expect(await TakenSuggestion.take(database.dataSource, which, new Date())).not.toBeNull();
    await em().update(Suggestion, { fairId, id }, { ...silent, plan: { plan: {}, terms } });
  }
  expect(await TakenSuggestion.take(database.dataSource, which, new Date())).toBeNull();
  expect(await show(fairId, id)).toMatchObject({ state: 'failed', figures: null });
});

it('ends with what it had when it is stopped after its worker died', async () => {
  const { fairId, exhibitors } = await makeFair(em());
  const { which, id, searchSuggestion, stopSuggestion } = await asked(fairId);
  await TakenSuggestion.take(database.dataSource, which, new Date());
  const plan = Object.fromEntries(exhibitors.map((each, at) => [each.id, [`A0${at + 1}`]]));
  const terms = Object.fromEntries(termNames.map((name) => [name, 0]));
  await em().update(Suggestion, { fairId, id }, { ...silent, plan: { plan, terms } });
  await stopSuggestion.run(caller, fairId, id);
  expect(await searchSuggestion.run(which)).not.toBeNull();
  expect((await em().findOneByOrFail(Suggestion, { fairId, id })).state).toBe('explaining');
});

it('goes back to wait when the worker is told to go', async () => {
  const { fairId } = await makeFair(em());
  const { which, id, searchSuggestion } = await asked(fairId);
  const searched = searchSuggestion.run(which);
  await until(async () => (await show(fairId, id)).state === 'searching');
  searchSuggestion.onModuleDestroy();
  expect(await searched).toBeNull();
  expect(await show(fairId, id)).toMatchObject({
    state: 'waiting',
    startedAt: null,
    figures: null,
  });
  expect(await findDueSuggestions(em())).toContainEqual(which);
});

it('keeps what it had for whoever stopped it when the worker is told to go at that moment', async () => {
  const { fairId, exhibitors } = await makeFair(em());
  const { which, id, searchSuggestion, stopSuggestion } = await asked(fairId);
  const leaving = await TakenSuggestion.take(database.dataSource, which, new Date());
  const plan = Object.fromEntries(exhibitors.map((each, at) => [each.id, [`A0${at + 1}`]]));
  const terms = Object.fromEntries(termNames.map((name) => [name, 0]));
  await em().update(Suggestion, { fairId, id }, { plan: { plan, terms } });
  await stopSuggestion.run(caller, fairId, id);
  await leaving!.release();
  expect(await findDueSuggestions(em())).toContainEqual(which);
  expect(await searchSuggestion.run(which)).not.toBeNull();
  const kept = await em().findOneByOrFail(Suggestion, { fairId, id });
  expect([kept.state, kept.plan?.plan]).toEqual(['explaining', plan]);
});
