import { readInstance } from '@phien/allocator';
import type { Caller } from '@phien/identity';
import { newId } from '@phien/kernel';
import { brokenConstraint, type TestDatabase } from '@phien/store';
import { createHash } from 'node:crypto';
import { Allocation } from '../allocation/allocation.entity';
import type { FairState } from '../fair/fair-state.rules';
import { makeFair } from '../testing/make-fair';
import { makeCaller, openPlanningDatabase, suggestionVerbsOf } from '../testing/planning-database';
import { ListSuggestions } from './list-suggestions';
import { ShowSuggestion } from './show-suggestion';
import type { AskSuggestionDto } from './suggestion.dto';
import { Suggestion } from './suggestion.entity';

let database: TestDatabase;
let caller: Caller;

beforeAll(async () => {
  database = await openPlanningDatabase();
  caller = await makeCaller(database.dataSource);
});
afterAll(() => database.close());

const em = () => database.dataSource.manager;
const wish = (told: Partial<AskSuggestionDto> = {}): AskSuggestionDto => ({
  ...{ id: newId(), keeps: 'none', zones: 'as_one', weights: { corner: 150, smell: 0 } },
  ...{ fewestMoves: false, moreMoves: 3, seconds: 5, seed: 7, ...told },
});
const ask = (fairId: string, wanted: AskSuggestionDto) =>
  suggestionVerbsOf(database.dataSource).askSuggestion.run(caller, fairId, wanted);
const list = (fairId: string) => new ListSuggestions(database.dataSource).run(fairId);
const show = (fairId: string, id: string) =>
  new ShowSuggestion(database.dataSource).run(fairId, id);
const stop = (fairId: string, id: string) =>
  suggestionVerbsOf(database.dataSource).stopSuggestion.run(caller, fairId, id);
const auditOf = (fairId: string) =>
  em().query<{ action: string }[]>(
    `SELECT action, subject_id, detail FROM audit_entry WHERE fair_id = $1 AND action LIKE 'suggestion%' ORDER BY at`,
    [fairId],
  );

it('keeps the fair as it was when asked, weights and all, and once for the same request twice', async () => {
  const { fairId, exhibitors } = await makeFair(em());
  const wanted = wish();
  const asked = await ask(fairId, wanted);
  expect(asked).toMatchObject({
    ...{ id: wanted.id, state: 'waiting', askedByName: caller.name, exhibitorCount: 4 },
    ...{ boothCount: 4, figures: null, conflict: null, offers: [], startedAt: null },
    choice: { moreMoves: 0, weights: { corner: 150, smell: 0, front: 100, cohesion: 100 } },
  });
  expect(await ask(fairId, wanted)).toEqual(asked);
  expect(await list(fairId)).toEqual([asked]);
  expect(await auditOf(fairId)).toMatchObject([
    { action: 'suggestion_asked', detail: { seed: 7, instanceHash: asked.instanceHash } },
  ]);

  const { instance } = await em().findOneByOrFail(Suggestion, { fairId, id: wanted.id });
  expect(createHash('sha256').update(instance).digest('hex')).toBe(asked.instanceHash);
  const { weights } = readInstance(JSON.parse(instance.toString()));
  expect(weights).toMatchObject({ corner: 15, smell: 0, front: 8, gatePerMetre: 0.15 });
  const { places } = await show(fairId, wanted.id);
  expect(places).toHaveLength(4);
  const [first] = exhibitors;
  expect(places.find(({ key }) => key === first!.id)).toEqual({
    ...{ key: first!.id, exhibitorId: first!.id, exhibitorName: first!.name, delegationId: null },
    ...{ size: 1, units: 6, boothCodes: [], beforeCodes: ['A01'] },
    ...{ isLocked: false, hasMoved: false },
  });
});

it('knows an id in either spelling, and nobody left out where nothing is said of it', async () => {
  const { fairId } = await makeFair(em());
  const wanted = wish({ leftOut: null as never });
  const asked = await ask(fairId, { ...wanted, id: wanted.id.toUpperCase() });
  expect([asked.id, asked.choice.leftOut]).toEqual([wanted.id, []]);
  expect(await ask(fairId, wanted)).toEqual(asked);
});

it('ends a search that nobody took up when it is stopped, and once only', async () => {
  const { fairId } = await makeFair(em());
  const { id } = await ask(fairId, wish());
  const stopped = await stop(fairId, id);
  expect(stopped).toMatchObject({ state: 'unknown', startedAt: null, figures: null });
  expect(stopped.stopAskedAt).toBe(stopped.endedAt);
  expect(await stop(fairId, id)).toEqual(stopped);
  expect((await auditOf(fairId)).map(({ action }) => action)).toEqual([
    'suggestion_asked',
    'suggestion_stopped',
  ]);
  expect(await ask(fairId, wish())).toMatchObject({ state: 'waiting' });
  expect((await list(fairId)).map(({ state }) => state)).toEqual(['waiting', 'unknown']);
});

it.each<[string, { state?: FairState; booths?: number; exhibitors?: number } | null, string]>([
  ['an unknown fair', null, 'fair_not_found'],
  ['a fair that is over', { state: 'closed' }, 'fair_is_over'],
  ['a hall without booths', { booths: 0 }, 'suggestion_needs_booths'],
  ['a fair without exhibitors', { exhibitors: 0 }, 'suggestion_needs_exhibitors'],
  ['a fair that is only drawn yet', { state: 'draft' }, 'none'],
])('asks for %s: %s', async (_, made, code) => {
  const fairId = made ? (await makeFair(em(), made)).fairId : newId();
  const attempt = ask(fairId, wish()).then(
    () => 'none',
    (error: { code: string }) => error.code,
  );
  expect(await attempt).toBe(code);
});

it('leaves out who cancelled, and nobody who still has a place', async () => {
  const { fairId, exhibitors, allocations } = await makeFair(em());
  const [cancelled, ...others] = exhibitors;
  const leftOut = [cancelled!.id];
  const code = (wanted: AskSuggestionDto) =>
    ask(fairId, wanted).then(
      () => 'none',
      (error: { code: string }) => error.code,
    );
  expect(await code(wish({ leftOut }))).toBe('left_out_has_place');
  expect(await code(wish({ leftOut: [newId()] }))).toBe('exhibitor_not_found');
  const freed = { freedAt: new Date() };
  await em().update(Allocation, { fairId, id: allocations[0]!.id }, freed);
  const { id, choice, exhibitorCount } = await ask(fairId, wish({ leftOut }));
  expect([choice.leftOut, exhibitorCount]).toEqual([leftOut, 3]);
  const { places } = await show(fairId, id);
  expect(places.map(({ key }) => key).sort()).toEqual(others.map((each) => each.id).sort());
  await stop(fairId, id);
  await em().update(Allocation, { fairId }, freed);
  const everybody = exhibitors.map((each) => each.id);
  expect(await code(wish({ leftOut: everybody }))).toBe('suggestion_needs_exhibitors');
});

it('searches one suggestion of a fair at a time, however many ask at once', async () => {
  const { fairId } = await makeFair(em());
  const codes = await Promise.all(
    [wish(), wish(), wish()].map((wanted) =>
      ask(fairId, wanted).then(
        () => 'asked',
        (error: { code: string }) => error.code,
      ),
    ),
  );
  expect(codes.sort()).toEqual(['asked', 'suggestion_under_way', 'suggestion_under_way']);
  const [{ id } = { id: '' }] = await list(fairId);
  await expect(ask(fairId, wish({ id, seed: 8 }))).rejects.toMatchObject({
    code: 'other_suggestion',
  });
  const other = await makeFair(em());
  await expect(show(other.fairId, id)).rejects.toMatchObject({ code: 'suggestion_not_found' });
  await expect(stop(other.fairId, id)).rejects.toMatchObject({ code: 'suggestion_not_found' });
  await expect(show(fairId, 'x')).rejects.toMatchObject({ code: 'suggestion_not_found' });
});

const conflict = { exhibitors: [], boothCodes: [], rules: [], vi: '', en: '' };
const now = new Date('2027-01-01T00:00:00Z');
const found = { state: 'found', startedAt: now, endedAt: now, plan: { plan: {} } };

it.each<[string, object]>([
  ['suggestion_state_known', { state: 'lost', startedAt: now, endedAt: now }],
  ['suggestion_instance_hashed', { instanceHash: Buffer.alloc(32) }],
  ['suggestion_started', { state: 'searching' }],
  ['suggestion_ended', { endedAt: now }],
  ['suggestion_plan_found', { state: 'found', startedAt: now, endedAt: now }],
  ['suggestion_conflict_told', { conflict }],
])('is held together by %s', async (constraint, change) => {
  const { fairId } = await makeFair(em());
  const { id } = await ask(fairId, wish());
  const kept = await em().findOneByOrFail(Suggestion, { fairId, id });
  const row = { ...kept, id: newId(), fairId: (await makeFair(em())).fairId, ...change };
  const attempt = em().insert(Suggestion, row);
  expect(await attempt.then(() => 'kept', brokenConstraint)).toBe(constraint);
});

it('never changes what was asked, nor what was found, and loses nothing', async () => {
  const { fairId } = await makeFair(em());
  const { id } = await ask(fairId, wish());
  const change = (set: object) => em().update(Suggestion, { fairId, id }, set);
  await expect(change({ choice: {} })).rejects.toThrow(/append/i);
  await expect(
    change({
      instance: Buffer.from('{}'),
      instanceHash: createHash('sha256').update('{}').digest(),
    }),
  ).rejects.toThrow(/append/i);
  await expect(em().delete(Suggestion, { fairId, id })).rejects.toThrow(/append/i);
  await change(found);
  await expect(change({ plan: { plan: { a: ['A01'] } } })).rejects.toThrow(/append/i);
  await change({ reasons: [], envies: [] });
});
