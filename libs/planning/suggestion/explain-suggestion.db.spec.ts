import { checkPlan, readInstance, type Places } from '@phien/allocator';
import { AuditEntry, type Caller } from '@phien/identity';
import { newId } from '@phien/kernel';
import type { TestDatabase } from '@phien/store';
import { ApplicationCall } from '../application/application-call.entity';
import { Application } from '../application/application.entity';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { makeFair, type SmallFair } from '../testing/make-fair';
import { makeCaller, openPlanningDatabase, suggestionVerbsOf } from '../testing/planning-database';
import { ReadReasons } from './read-reasons';
import { Suggestion } from './suggestion.entity';
import { findDueSuggestions, TakenSuggestion } from './taken-suggestion';

/* Guests of the machine come last: of one at work they get a hundredth. */
jest.setTimeout(10 * 60_000);

let database: TestDatabase;
let caller: Caller;

beforeAll(async () => {
  database = await openPlanningDatabase();
  caller = await makeCaller(database.dataSource);
});
afterAll(() => database.close());

const em = () => database.dataSource.manager;
const reasonsOf = (fairId: string, id: string) =>
  new ReadReasons(database.dataSource).run(fairId, id);

/** Exhibitors who came by application and chose a booth each: `{ A01: 'A02' }`. */
async function choose({ fairId, exhibitors }: SmallFair, choices: Record<string, string>) {
  await em().insert(ApplicationCall, {
    ...{ fairId, lastDay: '2025-10-01', showsPlace: false },
    ...{ changedBy: caller.accountId, changedAt: new Date() },
  });
  for (const [at, code] of Object.entries(choices)) {
    const { id, name } = exhibitors.find((each) => each.name.endsWith(at))!;
    const number = Number(at.slice(1));
    const now = new Date();
    await em().insert(Application, {
      ...{ fairId, id: newId(), codeHash: Buffer.alloc(32, number), state: 'accepted', version: 2 },
      ...{ language: 'vi', content: { name }, number, exhibitorId: id },
      sent: { name, wishes: { choices: [code] } },
      ...{ createdAt: now, changedAt: now, sentAt: now },
    });
  }
}

/** A suggestion of which everything was found but the reasons, in the hands of a worker. */
async function found(fair: SmallFair, { fewestMoves = false, moreMoves = 0 } = {}) {
  const { fairId } = fair;
  const verbs = suggestionVerbsOf(database.dataSource);
  const asked = newId();
  await verbs.askSuggestion.run(caller, fairId, {
    ...{ id: asked, keeps: 'none', zones: 'as_one', weights: {} },
    ...{ fewestMoves, moreMoves, seconds: 5, seed: 7 },
  });
  const row = await em().findOneByOrFail(Suggestion, { fairId, id: asked });
  const plan: Places = Object.fromEntries(
    row.claimants.map(({ key, beforeCodes }) => [key, beforeCodes ?? []]),
  );
  const { total, terms } = checkPlan(readInstance(JSON.parse(row.instance.toString())), plan);
  const id = newId();
  const now = new Date();
  await em().insert(Suggestion, {
    ...{ ...row, id, state: 'explaining', startedAt: now, endedAt: now },
    choice: { ...row.choice, seconds: 1.6 },
    plan: {
      ...{ instance: fair.code, plan, objective: total, terms, seed: 7, iterations: 0 },
      ...{ localOptimum: false, engine: row.engine, moves: 0, movesBound: 0 },
    },
  });
  const taken = await TakenSuggestion.take(
    database.dataSource,
    { fairId, suggestionId: id },
    new Date(),
  );
  const stateNow = async () => (await em().findOneByOrFail(Suggestion, { fairId, id })).state;
  return { ...verbs, fairId, id, taken: taken!, stateNow };
}

it('tells why a wish is not kept, by the names of today', async () => {
  const fair = await makeFair(em(), { booths: 6, exhibitors: 3 });
  await choose(fair, { A01: 'A01', A02: 'A01' });
  const { fairId, id, taken, explainSuggestion, words, stateNow } = await found(fair);
  expect(await reasonsOf(fairId, id)).toEqual({ isWhole: false, exhibitors: [], envies: [] });
  await explainSuggestion.run(taken);
  expect(await stateNow()).toBe('found');
  expect(words.at(-1)).toMatchObject({ channel: 'suggestion', fairId });

  const [first, second] = fair.exhibitors;
  await em().update(Exhibitor, { fairId, id: first!.id }, { name: 'HTX Tên Mới' });
  const { isWhole, exhibitors, envies } = await reasonsOf(fairId, id);
  expect([isWhole, exhibitors.length, envies]).toEqual([true, 3, []]);
  const reasons = new Map(exhibitors.map((each) => [each.exhibitorId, each]));
  expect(reasons.get(first!.id)).toMatchObject({ kept: ['choices'], unmet: [] });
  expect(reasons.get(second!.id)?.unmet).toMatchObject([
    {
      ...{ wish: 'choices', boothCode: 'A01', isImpossible: false, boothCodes: ['A01'] },
      movers: [{ id: first!.id, name: 'HTX Tên Mới' }],
      holders: [
        {
          exhibitorId: first!.id,
          vi: 'HTX Tên Mới đang ở A01: nguyện vọng riêng của đơn vị ấy được đáp ứng ở đó.',
        },
      ],
      vi: expect.stringMatching(/^Cho gian đã chọn A01 .* HTX Tên Mới phải dời/),
    },
  ]);
});

it('offers more moves, where the fewest were asked for and more would save points', async () => {
  const fair = await makeFair(em(), { booths: 4, exhibitors: 2 });
  await choose(fair, { A01: 'A02', A02: 'A01' });
  const { fairId, id, taken, explainSuggestion } = await found(fair, { fewestMoves: true });
  await explainSuggestion.run(taken);
  const { offers } = await em().findOneByOrFail(Suggestion, { fairId, id });
  expect(offers.at(-1)).toEqual({ moreMoves: 2, savesPoints: expect.closeTo(16, 6) });
});

it('offers no more moves than can be asked for', async () => {
  const fair = await makeFair(em(), { booths: 4, exhibitors: 2 });
  await choose(fair, { A01: 'A02', A02: 'A01' });
  const { fairId, id, taken, explainSuggestion } = await found(fair, {
    ...{ fewestMoves: true, moreMoves: 19 },
  });
  await explainSuggestion.run(taken);
  const { offers } = await em().findOneByOrFail(Suggestion, { fairId, id });
  expect(offers.map(({ moreMoves }) => moreMoves)).toEqual([1]);
});

it('ends when somebody stops it, once, and goes back to wait when the worker leaves', async () => {
  const fair = await makeFair(em(), { booths: 4, exhibitors: 2 });
  const { fairId, id, taken, explainSuggestion, stopReasons, stateNow } = await found(fair);
  const asked = await stopReasons.run(caller, fairId, id);
  expect(asked).toMatchObject({ state: 'explaining', stopAskedAt: expect.any(String) });
  expect(await stopReasons.run(caller, fairId, id)).toEqual(asked);
  const stopped = { fairId, action: 'suggestion_reasons_stopped' };
  expect(await em().countBy(AuditEntry, stopped)).toBe(1);
  await explainSuggestion.run(taken);
  expect(await stateNow()).toBe('found');
  expect(await reasonsOf(fairId, id)).toMatchObject({ isWhole: false, exhibitors: [] });

  const other = await found(await makeFair(em(), { booths: 4, exhibitors: 2 }));
  other.explainSuggestion.onModuleDestroy();
  await other.explainSuggestion.run(other.taken);
  expect(await other.stateNow()).toBe('explaining');
  expect(await findDueSuggestions(em())).toContainEqual({
    ...{ fairId: other.fairId, suggestionId: other.id },
  });
  const unknown = { code: 'suggestion_not_found' };
  await expect(stopReasons.run(caller, fairId, other.id)).rejects.toMatchObject(unknown);
  await expect(reasonsOf(fairId, other.id)).rejects.toMatchObject(unknown);
});
