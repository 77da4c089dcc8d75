import { allocate, checkPlan, readInstance } from '@phien/allocator';
import type { Caller } from '@phien/identity';
import { newId, Refusal, systemClock } from '@phien/kernel';
import type { TestDatabase } from '@phien/store';
import type { StepChangeDto } from '../allocation/allocation.dto';
import { Allocation } from '../allocation/allocation.entity';
import { ChangeAllocations } from '../allocation/change-allocations';
import { PlanBell } from '../allocation/plan-bell';
import { DelegationBooth } from '../delegation/delegation-booth.entity';
import { Delegation } from '../exhibitor/delegation.entity';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { Fair } from '../fair/fair.entity';
import { Booth } from '../plan/booth.entity';
import { makeFair, type SmallFair } from '../testing/make-fair';
import {
  KeptWords,
  makeCaller,
  openPlanningDatabase,
  planVerbs,
  suggestionVerbsOf,
} from '../testing/planning-database';
import { AcceptSuggestion } from './accept-suggestion';
import { ShowSuggestion } from './show-suggestion';
import type { AcceptSuggestionDto } from './suggestion.dto';
import { Suggestion, type KeptPlan } from './suggestion.entity';

let database: TestDatabase;
let organizer: Caller;
let verbs: ReturnType<typeof planVerbs>;
let acceptSuggestion: AcceptSuggestion;
const words: object[] = [];

beforeAll(async () => {
  database = await openPlanningDatabase();
  const { dataSource } = database;
  organizer = await makeCaller(dataSource);
  verbs = planVerbs(dataSource);
  const change = new ChangeAllocations(dataSource, systemClock, new PlanBell(new KeptWords(words)));
  acceptSuggestion = new AcceptSuggestion(dataSource, systemClock, change);
});
afterAll(() => database.close());

const em = () => database.dataSource.manager;
const at = (fair: SmallFair, code: string) => fair.booths.find((booth) => booth.code === code)!.id;
const nameOf = (code: string) => `Đơn vị kiểm thử ${code}`;
/** Of the exhibitor that is named after the booth in which it began. */
const who = (fair: SmallFair, code: string) =>
  fair.exhibitors.find(({ name }) => name === nameOf(code))!.id;

/** What stands, down to the sixths and the term: 'A01 A01 012345 confirmed'. */
async function standing({ fairId }: SmallFair): Promise<string[]> {
  const rows = await em().query<{ line: string }[]>(
    `SELECT concat_ws(' ', b.code, split_part(e.name, ' ', -1), a.sixths::text, a.state, a.held_until) AS line
       FROM allocation a JOIN booth b ON b.fair_id = a.fair_id AND b.id = a.booth_id
       JOIN exhibitor e ON e.fair_id = a.fair_id AND e.id = a.exhibitor_id
      WHERE a.fair_id = $1 AND a.freed_at IS NULL ORDER BY 1`,
    [fairId],
  );
  return rows.map(({ line }) => line);
}

async function ask(fair: SmallFair): Promise<string> {
  const id = newId();
  await suggestionVerbsOf(database.dataSource).askSuggestion.run(organizer, fair.fairId, {
    ...{ id, keeps: 'none', zones: 'as_one', weights: {} },
    ...{ fewestMoves: false, moreMoves: 0, seconds: 5, seed: 7 },
  });
  return id;
}

async function find({ fairId }: SmallFair, id: string, plan: KeptPlan): Promise<void> {
  const now = new Date();
  await em().update(
    Suggestion,
    { fairId, id },
    { state: 'found', startedAt: now, endedAt: now, plan },
  );
}

/** A suggestion by which everyone stays, but for those who are named: `{ A01: ['A02'] }`. */
async function suggest(fair: SmallFair, moves: Record<string, string[]>): Promise<string> {
  const id = await ask(fair);
  const { claimants, instance } = await em().findOneByOrFail(Suggestion, {
    fairId: fair.fairId,
    id,
  });
  const places = Object.fromEntries(
    claimants.map(({ key, exhibitorName, beforeCodes }) => [
      key,
      moves[exhibitorName.split(' ').at(-1)!] ?? beforeCodes ?? [],
    ]),
  );
  const { total, terms } = checkPlan(readInstance(JSON.parse(instance.toString())), places);
  await find(fair, id, {
    ...{ instance: fair.code, plan: places, objective: total, terms, seed: 7, iterations: 0 },
    ...{ localOptimum: false, engine: '1' },
  });
  return id;
}

const accept = (fair: SmallFair, suggestionId: string, wanted: Partial<AcceptSuggestionDto> = {}) =>
  acceptSuggestion.run(
    organizer,
    { fairId: fair.fairId, suggestionId },
    { stepId: newId(), keys: null, state: 'confirmed', ...wanted },
  );

const refusalOf = (attempt: Promise<unknown>): Promise<Refusal | null> =>
  attempt.then(
    () => null,
    (error: unknown) => {
      if (error instanceof Refusal) return error;
      throw error;
    },
  );
const codeOf = async (attempt: Promise<unknown>) => (await refusalOf(attempt))?.code ?? 'done';

const told = (changes: readonly StepChangeDto[]) =>
  changes
    .map(({ exhibitorName, freed, given }) =>
      [
        exhibitorName.split(' ').at(-1),
        freed?.boothCode ?? '-',
        '>',
        given ? `${given.boothCode} ${given.state}` : '-',
      ].join(' '),
    )
    .sort();

const show = (fair: SmallFair, id: string) =>
  new ShowSuggestion(database.dataSource).run(fair.fairId, id);
const move = (fair: SmallFair, code: string, to: string) =>
  verbs.moveAllocation.run(
    organizer,
    fair.fairId,
    fair.allocations.find(({ boothId }) => boothId === at(fair, code))!.id,
    { id: newId(), boothId: at(fair, to) },
  );

it('gives everyone the places of a plan that the engine found, and undoing brings back what was', async () => {
  const fair = await makeFair(em(), { booths: 12, exhibitors: 9 });
  const { fairId } = fair;
  const delegationId = newId();
  /* Two halves of one booth, two booths apart, a hold and an offer, and one who has nothing yet. */
  await em().insert(Delegation, {
    ...{ fairId, id: delegationId, nameVi: 'Đoàn', nameEn: 'Delegation', quota: 1 },
  });
  for (const [code, sixths] of [
    ['A01', '{[0,3)}'],
    ['A02', '{[3,6)}'],
  ] as const) {
    const exhibitorId = who(fair, code);
    await em().update(Exhibitor, { fairId, id: exhibitorId }, { delegationId });
    await em().update(
      Allocation,
      { fairId, exhibitorId },
      { sharerId: delegationId, boothId: at(fair, 'A01'), sixths },
    );
  }
  await em().update(
    Allocation,
    { fairId, exhibitorId: who(fair, 'A04') },
    { exhibitorId: who(fair, 'A03'), sharerId: who(fair, 'A03') },
  );
  await em().update(Allocation, { fairId, boothId: at(fair, 'A04') }, { boothId: at(fair, 'B06') });
  const heldUntil = new Date(Date.now() + 86_400_000);
  await em().update(
    Allocation,
    { fairId, exhibitorId: who(fair, 'A05') },
    { state: 'held', heldUntil },
  );
  await em().update(
    Allocation,
    { fairId, exhibitorId: who(fair, 'A06') },
    { state: 'offered', heldUntil },
  );
  const before = await standing(fair);

  const suggestionId = await ask(fair);
  const { instance } = await em().findOneByOrFail(Suggestion, { fairId, id: suggestionId });
  const allocated = await allocate(readInstance(JSON.parse(instance.toString())), {
    ...{ seed: 3, lanes: 1, iterations: 20_000, endsAtMs: Date.now() + 60_000 },
  });
  if (allocated.kind !== 'plan') throw new Error(allocated.kind);
  await find(fair, suggestionId, allocated.plan);
  const stepId = newId();
  const step = await accept(fair, suggestionId, { stepId });
  expect(step).toMatchObject({ stepId, action: 'suggestion_accepted', isUndoable: true });
  expect(words.at(-1)).toMatchObject({ channel: 'plan', fairId, version: 1 });

  const shown = await show(fair, suggestionId);
  expect(shown.acceptedStepId).toBe(stepId);
  const suggested = shown.places.flatMap(({ exhibitorName, boothCodes, units }) =>
    boothCodes.map((code) => `${code} ${exhibitorName.split(' ').at(-1)} ${units}`),
  );
  const stands = (await standing(fair)).map((line) => {
    const [code, name, sixths = '', state] = line.split(' ');
    expect(state).toBe('confirmed');
    return `${code} ${name} ${sixths.includes('[0,6)') ? 6 : 3}`;
  });
  expect(stands.sort()).toEqual(suggested.sort());

  const given = await standing(fair);
  const undoing = newId();
  await verbs.undoStep.run(organizer, fairId, stepId, { id: undoing });
  expect(await standing(fair)).toEqual(before);
  expect((await show(fair, suggestionId)).acceptedStepId).toBeNull();

  /* Undone once more it is accepted again, by the step that brought it back. */
  const back = newId();
  await verbs.undoStep.run(organizer, fairId, undoing, { id: back });
  expect(await standing(fair)).toEqual(given);
  expect((await show(fair, suggestionId)).acceptedStepId).toBe(back);
  await verbs.undoStep.run(organizer, fairId, back, { id: newId() });
  expect(await standing(fair)).toEqual(before);
  expect((await show(fair, suggestionId)).acceptedStepId).toBeNull();
});

it('accepts a part, and names who must be accepted too when somebody stands in its way', async () => {
  const fair = await makeFair(em(), { booths: 8, exhibitors: 4 });
  const id = await suggest(fair, { A01: ['A02'], A02: ['A03'], A03: ['B01'], A04: ['A01'] });
  const keys = [who(fair, 'A01')];
  const refused = await refusalOf(accept(fair, id, { keys }));
  expect(refused?.code).toBe('suggestion_needs_more');
  expect(refused?.sentence.vi).toBe(
    `Muốn nhận phần này thì phải nhận cả chỗ mới của ${nameOf('A02')} (A02), ${nameOf('A03')} (A03), vì đang đứng chắn.`,
  );
  const more = refused!.details!.keys as string[];
  expect(more).toEqual([who(fair, 'A02'), who(fair, 'A03')]);
  const step = await accept(fair, id, { keys: [...keys, ...more] });
  expect(told(step.changes)).toEqual([
    'A01 A01 > A02 confirmed',
    'A02 A02 > A03 confirmed',
    'A03 A03 > B01 confirmed',
  ]);
  /* The rest can be accepted afterwards, and then there is nothing left of it. */
  const rest = await accept(fair, id);
  expect(told(rest.changes)).toEqual(['A04 A04 > A01 confirmed']);
  expect((await show(fair, id)).acceptedStepId).toBe(rest.stepId);
  expect(await codeOf(accept(fair, id))).toBe('suggestion_stands_already');
  await verbs.undoStep.run(organizer, fair.fairId, rest.stepId, { id: newId() });
  expect((await show(fair, id)).acceptedStepId).toBe(step.stepId);
});

it('leaves what stands as it is, and gives what moves in the state that was asked for', async () => {
  const fair = await makeFair(em(), { booths: 6, exhibitors: 3 });
  const id = await suggest(fair, { A01: ['A02'], A02: ['A01'] });
  const step = await accept(fair, id, { state: 'offered', forMinutes: 90 });
  expect(told(step.changes)).toEqual(['A01 A01 > A02 offered', 'A02 A02 > A01 offered']);
  const [first] = step.changes;
  const left = new Date(first!.given!.heldUntil!).getTime() - Date.now();
  expect(Math.round(left / 60_000)).toBe(90);
  expect((await standing(fair)).at(-1)).toBe('A03 A03 {[0,6)} confirmed');
  /* Offered already, and asked for as held: nothing gets looser. */
  expect(await codeOf(accept(fair, id, { state: 'held', forMinutes: 5 }))).toBe(
    'suggestion_stands_already',
  );
  const firm = await accept(fair, id);
  expect(told(firm.changes)).toEqual(['A01 A02 > A02 confirmed', 'A02 A01 > A01 confirmed']);
});

it('says how the fair has changed since, and where', async () => {
  const fair = await makeFair(em(), { booths: 8, exhibitors: 4 });
  const id = await suggest(fair, { A01: ['B03'], A02: ['B04'], A03: ['A01'] });
  await move(fair, 'A02', 'B03');
  const refused = await refusalOf(accept(fair, id));
  expect([refused?.code, refused?.details]).toEqual([
    'suggestion_outdated',
    { keys: [who(fair, 'A02'), who(fair, 'A01')] },
  ]);
  expect(refused?.sentence.vi).toBe(
    `Hội chợ đã đổi từ khi hỏi phương án này: ${nameOf('A02')} nay đứng ở B03; gian B03 nay có ${nameOf('A02')}. Hãy hỏi phương án mới, hoặc chỉ nhận phần còn lại.`,
  );
  await em().update(Booth, { fairId: fair.fairId, code: 'A01' }, { xCm: 1, yCm: 300 });
  const renamed = await refusalOf(accept(fair, id, { keys: [who(fair, 'A03')] }));
  expect(renamed?.sentence.en).toContain('booth A01 has changed on the plan');
});

it('puts nobody into a booth that is kept for a delegation since', async () => {
  const fair = await makeFair(em(), { booths: 6, exhibitors: 3 });
  const { fairId } = fair;
  const id = await suggest(fair, { A01: ['B01'], A02: ['A02'] });
  const delegationId = newId();
  const names = { nameVi: 'Đoàn Sơn La', nameEn: 'Son La' };
  await em().insert(Delegation, { ...{ fairId, id: delegationId, quota: 3 }, ...names });
  await em().insert(DelegationBooth, { fairId, boothId: at(fair, 'B01'), delegationId });
  const refused = await refusalOf(accept(fair, id));
  expect([refused?.code, refused?.details]).toEqual([
    'suggestion_outdated',
    { keys: [who(fair, 'A01')] },
  ]);
  expect(refused?.sentence.vi).toContain('gian B01 nay dành cho Đoàn Sơn La');
});

it('takes the same step once, and lets one of two who accept at once win', async () => {
  const fair = await makeFair(em(), { booths: 6, exhibitors: 3 });
  const id = await suggest(fair, { A01: ['B01'], A02: ['B02'] });
  const stepId = newId();
  const steps = await Promise.all([1, 2, 3].map(() => accept(fair, id, { stepId })));
  expect(steps.map((step) => step.stepId)).toEqual([stepId, stepId, stepId]);
  expect(await accept(fair, id, { stepId })).toEqual(steps[0]);
  const other = await suggest(fair, { A01: ['A01'], A02: ['A02'] });
  expect(await codeOf(accept(fair, other, { stepId }))).toBe('allocation_id_taken');

  const codes = await Promise.all([1, 2].map(() => codeOf(accept(fair, other))));
  expect(codes.filter((code) => code === 'done')).toHaveLength(1);
  expect(['allocation_no_longer_stands', 'suggestion_stands_already']).toContain(
    codes.find((code) => code !== 'done'),
  );
  expect((await standing(fair)).map((line) => line.slice(0, 7))).toEqual([
    ...['A01 A01', 'A02 A02', 'A03 A03'],
  ]);
});

it('lets a delegation that has used up its quota change places, and gives it nothing more', async () => {
  const fair = await makeFair(em(), { booths: 6, exhibitors: 4 });
  const { fairId } = fair;
  const delegationId = newId();
  await em().insert(Delegation, {
    ...{ fairId, id: delegationId, nameVi: 'Đoàn', nameEn: 'Delegation', quota: 3 },
  });
  for (const { id } of fair.exhibitors) {
    await em().update(Exhibitor, { fairId, id }, { delegationId });
    await em().update(Allocation, { fairId, exhibitorId: id }, { sharerId: delegationId });
  }
  await verbs.freeAllocation.run(organizer, fairId, fair.allocations[3]!.id);
  const all = await suggest(fair, { A01: ['A02'], A02: ['A03'], A03: ['A01'], B01: ['B01'] });
  const three = ['A01', 'A02', 'A03'].map((code) => who(fair, code));
  expect((await accept(fair, all, { keys: three })).changes).toHaveLength(3);
  expect(await codeOf(accept(fair, all))).toBe('delegation_quota_used');
});

it.each<[string, string, (fair: SmallFair, id: string) => Promise<unknown>]>([
  ['an unknown suggestion', 'suggestion_not_found', (fair) => accept(fair, newId())],
  ['no id', 'suggestion_not_found', (fair) => accept(fair, 'x')],
  ['what is not found yet', 'suggestion_not_ready', async (fair) => accept(fair, await ask(fair))],
  [
    'a place that it does not have',
    'suggestion_place_not_found',
    (fair, id) => accept(fair, id, { keys: [newId()] }),
  ],
  [
    'a fair that is over',
    'fair_is_over',
    async (fair, id) => {
      await em().update(Fair, { id: fair.fairId }, { state: 'closed' });
      return accept(fair, id);
    },
  ],
  ['places of nobody', 'suggestion_stands_already', (fair, id) => accept(fair, id, { keys: [] })],
])('accepts %s: %s', async (_, code, attempt) => {
  const fair = await makeFair(em(), { booths: 2, exhibitors: 1 });
  const id = await suggest(fair, { A01: ['B01'] });
  expect(await codeOf(attempt(fair, id))).toBe(code);
});
