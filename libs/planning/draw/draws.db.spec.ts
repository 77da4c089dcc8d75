import type { Caller } from '@phien/identity';
import { newId, Refusal, systemClock } from '@phien/kernel';
import { brokenConstraint, type TestDatabase } from '@phien/store';
import { ChangeAllocations } from '../allocation/change-allocations';
import { PlanBell } from '../allocation/plan-bell';
import { readStanding } from '../allocation/read-standing';
import { Booth } from '../plan/booth.entity';
import { Zone } from '../plan/zone.entity';
import { makeFair, type SmallFair } from '../testing/make-fair';
import {
  KeptWords,
  makeCaller,
  openPlanningDatabase,
  planVerbs,
} from '../testing/planning-database';
import { sealFair } from '../testing/seal-fair';
import { DrawLots } from './draw-lots';
import { drawLots } from './draw.rules';
import { GiveDrawnBooths } from './give-drawn-booths';
import { PrepareDraw } from './prepare-draw';
import { ReadPublicDraw } from './read-public-draw';
import { WithdrawDraw } from './withdraw-draw';

let database: TestDatabase;
let organizer: Caller;
let prepare: PrepareDraw;
let draw: DrawLots;
let give: GiveDrawnBooths;
let withdraw: WithdrawDraw;
let read: ReadPublicDraw;

beforeAll(async () => {
  database = await openPlanningDatabase();
  const { dataSource } = database;
  organizer = await makeCaller(dataSource);
  prepare = new PrepareDraw(dataSource, systemClock);
  draw = new DrawLots(dataSource, systemClock);
  const change = new ChangeAllocations(dataSource, systemClock, new PlanBell(new KeptWords([])));
  give = new GiveDrawnBooths(dataSource, change);
  withdraw = new WithdrawDraw(dataSource, systemClock);
  read = new ReadPublicDraw(dataSource);
});

afterAll(() => database.close());

const em = () => database.dataSource.manager;

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : brokenConstraint(error)),
  );

/** A fair of 8 booths with 3 exhibitors who stand in A01, A02 and A03, moved out unless told. */
async function fairToDrawAt(): Promise<SmallFair> {
  const fair = await makeFair(em(), { booths: 8, exhibitors: 3 });
  await em().query('UPDATE allocation SET freed_at = now() WHERE fair_id = $1', [fair.fairId]);
  return fair;
}

const wish = (fair: SmallFair, booths = fair.booths) => ({
  id: newId(),
  title: 'Khu trong tỉnh',
  kind: 'places' as const,
  exhibitorIds: fair.exhibitors.map(({ id }) => id),
  boothIds: booths.map(({ id }) => id),
});

it('freezes a list, draws it once by what was said, and gives the booths in one step', async () => {
  const fair = await fairToDrawAt();
  const wanted = wish(fair);
  const prepared = await prepare.run(organizer, fair.fairId, wanted);
  expect(prepared).toMatchObject({ outcome: null, areBoothsGiven: false, exhibitorCount: 3 });
  expect(await prepare.run(organizer, fair.fairId, wanted)).toEqual(prepared);

  const at = { fairId: fair.fairId, drawId: wanted.id };
  const drawn = await draw.run(organizer, at, { seed: ' 12  45 78' });
  expect(await draw.run(organizer, at, { seed: '12 45 78' })).toEqual(drawn);
  expect(await codeOf(draw.run(organizer, at, { seed: '12 45 79' }))).toBe('lots_already_drawn');
  const { outcome } = drawn;
  const again = drawLots(drawn, {
    listHash: drawn.listHash,
    seal: outcome?.seal ?? '',
    seed: outcome?.seed ?? '',
  });
  expect(
    outcome?.lots.map(({ exhibitorId, lot, boothCode }) => ({ exhibitorId, lot, boothCode })),
  ).toEqual(again);

  const step = await give.run(organizer, at);
  expect((await give.run(organizer, at)).stepId).toBe(step.stepId);
  const stands = await readStanding(em(), fair.fairId, new Date());
  expect(stands.map(({ exhibitorId, boothCode }) => `${exhibitorId} ${boothCode}`).sort()).toEqual(
    again.map(({ exhibitorId, boothCode }) => `${exhibitorId} ${boothCode}`).sort(),
  );
  await planVerbs(database.dataSource).undoStep.run(organizer, fair.fairId, step.stepId, {
    id: newId(),
  });
  expect(await readStanding(em(), fair.fairId, new Date())).toEqual([]);
});

it('draws once when many draw at the same time', async () => {
  const fair = await fairToDrawAt();
  const wanted = { ...wish(fair), kind: 'order' as const, boothIds: [] };
  await prepare.run(organizer, fair.fairId, wanted);
  const at = { fairId: fair.fairId, drawId: wanted.id };
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      codeOf(draw.run(organizer, at, { seed: `hạt giống ${n}` })),
    ),
  );
  expect(answers.filter((code) => code === 'done')).toHaveLength(1);
  expect(answers.filter((code) => code === 'lots_already_drawn')).toHaveLength(7);
  expect(await codeOf(give.run(organizer, at))).toBe('draw_gives_no_places');
});

it('shows anybody the list before, everything after, and what was withdrawn', async () => {
  const fair = await fairToDrawAt();
  const [first, second] = [wish(fair), wish(fair)];
  await prepare.run(organizer, fair.fairId, first);
  await withdraw.run(
    organizer,
    { fairId: fair.fairId, drawId: first.id },
    { reason: 'Sót một đơn vị' },
  );
  await prepare.run(organizer, fair.fairId, second);
  const seal = await em().query('SELECT seal FROM draw WHERE id = $1', [second.id]);
  const before = await read.run(fair.code, second.id, '::1');
  expect(JSON.stringify(before)).not.toContain((seal as { seal: string }[])[0]?.seal);
  expect(before.all.map(({ withdrawnReason }) => withdrawnReason)).toEqual([
    null,
    'Sót một đơn vị',
  ]);
  await draw.run(organizer, { fairId: fair.fairId, drawId: second.id }, { seed: '4711' });
  const { outcome } = (await read.run(fair.code, second.id, '::1')).draw;
  expect(outcome).toMatchObject({ seed: '4711', seal: (seal as { seal: string }[])[0]?.seal });
  const elsewhere = await fairToDrawAt();
  expect(await codeOf(read.run(elsewhere.code, second.id, '::1'))).toBe('draw_not_found');
});

it('gives all of the booths or none', async () => {
  const fair = await fairToDrawAt();
  const wanted = wish(fair, fair.booths.slice(0, 3));
  const at = { fairId: fair.fairId, drawId: wanted.id };
  await prepare.run(organizer, fair.fairId, wanted);
  expect(await codeOf(give.run(organizer, at))).toBe('lots_not_drawn');
  await draw.run(organizer, at, { seed: '4711' });
  await planVerbs(database.dataSource).allocateBooth.run(organizer, fair.fairId, {
    id: newId(),
    boothId: fair.booths[1]!.id,
    exhibitorId: fair.exhibitors[0]!.id,
    share: 'third',
  });
  expect(await codeOf(give.run(organizer, at))).toBe('booth_already_allocated');
  expect(await readStanding(em(), fair.fairId, new Date())).toHaveLength(1);
  await em().update(Booth, { fairId: fair.fairId, code: 'A03' }, { code: 'A99' });
  expect(await codeOf(give.run(organizer, at))).toBe('booth_not_found');
});

it('refuses what cannot be drawn, in this order', async () => {
  const fair = await fairToDrawAt();
  const full = await makeFair(em(), { booths: 8, exhibitors: 3 });
  const over = await fairToDrawAt();
  await sealFair(em(), over.fairId);
  const stage = await fairToDrawAt();
  await em().update(Zone, { fairId: stage.fairId, code: 'B' }, { kind: 'stage' });
  const twice = wish(fair);
  await prepare.run(organizer, fair.fairId, twice);
  const attempts: [string, Parameters<PrepareDraw['run']>[1], ReturnType<typeof wish>][] = [
    ['fair_not_found', newId(), wish(fair)],
    ['other_draw', fair.fairId, { ...twice, title: 'Khác' }],
    ['fair_is_over', over.fairId, wish(over)],
    ['draw_needs_two', fair.fairId, { ...wish(fair), exhibitorIds: [fair.exhibitors[0]!.id] }],
    ['exhibitor_not_found', fair.fairId, { ...wish(fair), exhibitorIds: [newId(), newId()] }],
    ['booth_not_found', fair.fairId, { ...wish(fair), boothIds: [newId()] }],
    ['draw_booth_taken', full.fairId, wish(full)],
    ['draw_booth_taken', stage.fairId, wish(stage)],
    ['draw_too_few_booths', fair.fairId, wish(fair, fair.booths.slice(0, 2))],
  ];
  for (const [code, fairId, wanted] of attempts) {
    expect([code, await codeOf(prepare.run(organizer, fairId, wanted))]).toEqual([code, code]);
  }
  const at = { fairId: fair.fairId, drawId: twice.id };
  expect(await codeOf(draw.run(organizer, { ...at, drawId: newId() }, { seed: '4711' }))).toBe(
    'draw_not_found',
  );
  expect(await codeOf(draw.run(organizer, at, { seed: 'a   b' }))).toBe('seed_too_short');
  await withdraw.run(organizer, at, { reason: 'Làm lại' });
  expect(await codeOf(draw.run(organizer, at, { seed: '4711' }))).toBe('draw_withdrawn');
  expect(await codeOf(give.run(organizer, at))).toBe('draw_withdrawn');
});

describe('the database', () => {
  let drawn: { fairId: string; drawId: string };

  beforeAll(async () => {
    const fair = await fairToDrawAt();
    const wanted = wish(fair);
    drawn = { fairId: fair.fairId, drawId: wanted.id };
    await prepare.run(organizer, fair.fairId, wanted);
    await draw.run(organizer, drawn, { seed: '4711' });
    await withdraw.run(organizer, drawn, { reason: 'Thử' });
  });

  const copy = (table: string, changes: string) =>
    codeOf(
      em().query(
        `INSERT INTO ${table} SELECT (jsonb_populate_record(t, ${changes})).* FROM ${table} t
         WHERE fair_id = $1`,
        [drawn.fairId],
      ),
    );

  it.each([
    ['draw_kind_known', 'draw', `'{"kind": "mood"}'`],
    ['draw_title_length', 'draw', `'{"title": ""}'`],
    ['draw_list_hash_of_list', 'draw', `jsonb_build_object('list', list || 'booth Z99')`],
    ['draw_seal_in_list', 'draw', `jsonb_build_object('seal', repeat('0', 64))`],
    ['draw_pkey', 'draw', `'{}'`],
    ['draw_outcome_seed_length', 'draw_outcome', `'{"seed": "abc"}'`],
    ['draw_outcome_pkey', 'draw_outcome', `'{"seed": "again"}'`],
    ['draw_withdrawal_reasoned', 'draw_withdrawal', `'{"reason": " "}'`],
  ])('refuses by %s', async (constraint, table, changes) => {
    expect(await copy(table, changes)).toBe(constraint);
  });

  it.each(['draw', 'draw_outcome', 'draw_withdrawal'])('never changes a %s', async (table) => {
    await expect(
      em().query(`DELETE FROM ${table} WHERE fair_id = $1`, [drawn.fairId]),
    ).rejects.toThrow();
  });
});

it('shows nobody a draw of a fair that is still a draft', async () => {
  const fair = await fairToDrawAt();
  const wanted = wish(fair);
  await prepare.run(organizer, fair.fairId, wanted);
  const ask = () => codeOf(read.run(fair.code, wanted.id, '::1'));
  const move = (state: string) =>
    em().query('UPDATE fair SET state = $2 WHERE id = $1', [fair.fairId, state]);
  await move('draft');
  expect(await ask()).toBe('draw_not_found');
  await move('published');
  expect(await ask()).toBe('done');
});
