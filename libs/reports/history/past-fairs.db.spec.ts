import { ReadBoardViewer } from '@phien/dashboard';
import type { Caller } from '@phien/identity';
import { newId, Refusal } from '@phien/kernel';
import { CloseDay } from '../closing/close-day';
import {
  DAY,
  FairToClose,
  listDaysOn,
  openReportsDatabase,
  RememberedOrders,
  type ReportsDatabase,
} from '../testing/fair-to-close';
import { AddPastFair } from './add-past-fair';
import { AddPastFigure } from './add-past-figure';
import { ChoosePastFigure } from './choose-past-figure';
import { ListPastFairs } from './list-past-fairs';
import type { AddPastFigureDto } from './past-fair.dto';
import { ReadComparison } from './read-comparison';
import { RetractPastFigure } from './retract-past-figure';

const SUMMER_2019 = 'ocop-qn-2019-summer';

let database: ReportsDatabase;
let work: FairToClose;

beforeAll(async () => {
  database = await openReportsDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  work = await FairToClose.open(database, { booths: 4, exhibitors: 2 });
});

const list = () => new ListPastFairs(database.dataSource, work.clock);
const addFair = (wish: { nameVi: string; nameEn?: string; firstDay?: string; lastDay?: string }) =>
  new AddPastFair(database.dataSource, work.clock).run(work.organizer, work.fairId, {
    scope: 'provincial',
    nameEn: 'A past fair',
    ...wish,
  });
const addFigure = (pastFairCode: string, wanted: AddPastFigureDto) =>
  new AddPastFigure(database.dataSource, work.clock).run(
    work.organizer,
    { fairId: work.fairId, pastFairCode },
    wanted,
  );
const retract = (figureId: string, as = work) =>
  new RetractPastFigure(database.dataSource, work.clock).run(
    as.organizer,
    { fairId: as.fairId, figureId },
    { reason: 'Ghi nhầm số' },
  );
const choose = (figureId: string | null, reason = 'Nguồn của tỉnh', code = SUMMER_2019) =>
  new ChoosePastFigure(database.dataSource, work.clock).run(
    work.organizer,
    { fairId: work.fairId, pastFairCode: code },
    { kind: 'revenue_vnd', figureId, reason },
  );
const compare = (base: string, caller: Caller = work.organizer) =>
  new ReadComparison(
    database.dataSource,
    work.clock,
    listDaysOn(database.dataSource, work.clock),
    new ReadBoardViewer(database.dataSource),
  ).run(caller, work.fairId, base);

const figure = (more: Partial<AddPastFigureDto> = {}): AddPastFigureDto => ({
  id: newId(),
  kind: 'visits',
  value: 41_000,
  exactness: 'about',
  firstDays: 0,
  isPlanned: false,
  source: { publisher: 'Báo Quảng Ninh', title: 'Bế mạc hội chợ', publishedOn: '2020-10-12' },
  ...more,
});

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  );

/** Two tills sell 200 000 and 100 000, 30 come in, and the day is closed on its evening. */
async function closeTheFirstDay(of: FairToClose): Promise<void> {
  for (const [at, vnd] of [200_000, 100_000].entries()) {
    of.till(at).openShift();
    of.till(at).sell(vnd);
    of.till(at).closeShift(500_000 + vnd);
  }
  await of.deliver(0, 1);
  await of.count(30, 10);
  of.setClock(new Date('2025-10-28T15:30:00Z'));
  const closeDay = new CloseDay(database.dataSource, of.clock, new RememberedOrders());
  await closeDay.run({ fairId: of.fairId, day: DAY, accountId: of.organizer.accountId });
}

it('knows nineteen fairs as published, each figure with its source, contradictions side by side', async () => {
  const fairs = await list().run(work.fairId);
  const seeded = fairs.filter(({ code }) => code.startsWith('ocop-'));
  expect(seeded).toHaveLength(19);
  expect(
    seeded
      .filter(({ conflicts }) => conflicts.length > 0)
      .map((fair) => [fair.code, fair.conflicts]),
  ).toEqual([
    [SUMMER_2019, ['revenue_vnd', 'visits']],
    ['ocop-qn-2018-spring', ['booths', 'days']],
    ['ocop-qn-2017-summer', ['revenue_vnd']],
    ['ocop-qn-2017-spring', ['booths']],
    ['ocop-qn-2022-summer', ['revenue_vnd']],
  ]);
  const summer = seeded.find(({ code }) => code === SUMMER_2019)!;
  expect(
    summer.figures
      .filter(({ kind, part }) => kind === 'revenue_vnd' && part === 'whole')
      .map(({ value, exactness, source }) => [value, exactness, source.publisher]),
  ).toEqual([
    [15_000_000_000, 'over', 'Báo chí giữa năm 2019'],
    [10_200_000_000, 'stated', expect.any(String)],
    [10_200_000_000, 'stated', expect.any(String)],
  ]);
  expect(
    summer.figures.every(({ addedAs, addedByName }) => addedAs === 'seed' && !addedByName),
  ).toBe(true);
  expect(seeded.every(({ sources }) => sources.length > 0)).toBe(true);
});

it('stands our revenue by place beside the places of then, on the ground that both share', async () => {
  await closeTheFirstDay(work);
  work.till(0).openShift();
  work.till(0).sell(70_000);
  await work.deliver(0);
  const { parts, isDeclaredInParts, lines } = await compare(SUMMER_2019);
  expect(isDeclaredInParts).toBe(true);
  const told = parts.map(({ kind, places, origin, ownVnd, base, noGrowth }) => [
    kind === 'origin' ? origin : places.map(({ nameVi }) => nameVi).join(' + '),
    ownVnd,
    base?.low ?? null,
    noGrowth,
  ]);
  expect(told).toEqual([
    ['inProvince', 200_000, null, 'base_lacks_figure'],
    ['otherProvince', 100_000, null, 'base_lacks_figure'],
    ['foreign', 0, null, 'base_lacks_figure'],
    ['Thị xã Đông Triều', 0, 760_000_000, 'first_days_against_whole'],
    ['Huyện Vân Đồn', 0, 429_000_000, 'first_days_against_whole'],
    ['Huyện Cô Tô', 0, 422_000_000, 'first_days_against_whole'],
    ['Thái Lan', 0, 420_000_000, 'first_days_against_whole'],
    ['Huyện Tiên Yên', 0, 385_000_000, 'first_days_against_whole'],
    ['Phường Hồng Gai', 200_000, null, 'base_lacks_figure'],
    ['Tỉnh Cao Bằng', 100_000, null, 'base_lacks_figure'],
  ]);
  /* What came after the day was closed is in no part, as it is in no total. */
  expect(lines[0]?.ownValue).toBe(300_000);
  const tienYen = parts.find(({ places }) => places[0]?.nameVi === 'Huyện Tiên Yên');
  expect(tienYen?.now.map(({ nameVi }) => nameVi)).toEqual([
    'Xã Tiên Yên',
    'Xã Điền Xá',
    'Xã Đông Ngũ',
    'Xã Hải Lạng',
  ]);
  expect(tienYen?.figures.map(({ source }) => source.publisher)).toHaveLength(1);
});

it('takes a figure of a place, and tells no place of ours that few sell from to whoever may not see', async () => {
  await closeTheFirstDay(work);
  const code = await addFair({ nameVi: `Hội chợ Đông ${newId()}`, firstDay: '2024-12-01' });
  const haLong = { part: 'place', placeSet: 'qn-districts', placeCode: '193' } as const;
  await addFigure(
    code,
    figure({ kind: 'revenue_vnd', value: 160_000, exactness: 'stated', firstDays: 1, ...haLong }),
  );
  const official: Caller = {
    ...work.organizer,
    grants: [{ fairId: work.fairId, role: 'official', exhibitorId: null }],
  };
  const rowOf = async (caller?: Caller) =>
    (await compare(code, caller)).parts.find(
      ({ places }) => places[0]?.nameVi === 'Thành phố Hạ Long',
    );
  expect(await rowOf()).toMatchObject({
    ownVnd: 200_000,
    basis: 'first_days_with_first_days',
    base: { low: 160_000, high: 160_000 },
    growth: { lowPercent: 25, formula: '(200000 − 160000) ÷ 160000 × 100 = 25 %' },
    noGrowth: null,
  });
  expect(await rowOf(official)).toMatchObject({ ownVnd: null, noGrowth: 'own_withheld' });
  const { parts } = await compare(code, official);
  expect(parts.filter(({ kind }) => kind === 'origin').map(({ ownVnd }) => ownVnd)).toEqual([
    200_000, 100_000, 0,
  ]);
  expect(parts.filter(({ kind }) => kind === 'grouped').map(({ ownVnd }) => ownVnd)).toEqual([
    200_000, 100_000,
  ]);
});

it('takes a figure with its source from an organizer, once, and back only by the same fair', async () => {
  const wish = { nameVi: `Hội chợ Thu ${newId()}`, firstDay: '2020-10-06', lastDay: '2020-10-11' };
  const code = await addFair(wish);
  expect(await addFair(wish)).toBe(code);
  const wanted = figure();
  await addFigure(code, wanted);
  await addFigure(code, wanted);
  const [written] = (await list().one(work.fairId, code)).figures;
  expect(written).toMatchObject({
    value: 41_000,
    exactness: 'about',
    addedAs: 'organizer',
    addedByName: 'Ban tổ chức thử',
    mayRetract: true,
    source: { publisher: 'Báo Quảng Ninh', title: 'Bế mạc hội chợ', address: null },
  });
  const other = await FairToClose.open(database, { booths: 1 });
  expect((await list().one(other.fairId, code)).figures[0]?.mayRetract).toBe(false);
  expect(await codeOf(retract(wanted.id, other))).toBe('past_figure_not_yours');
  await retract(wanted.id);
  await retract(wanted.id);
  const [retracted] = (await list().one(work.fairId, code)).figures;
  expect(retracted).toMatchObject({ mayRetract: false, retractedReason: 'Ghi nhầm số' });
  const { lines } = await compare(code);
  expect(lines.find(({ measure }) => measure === 'visits')?.baseLacks).toBe('visits');
  const deeds: { action: string }[] = await database.dataSource.query(
    `SELECT action FROM audit_entry WHERE fair_id = $1 ORDER BY at, id`,
    [work.fairId],
  );
  expect(deeds.map(({ action }) => action)).toEqual([
    'past_fair_added',
    'past_figure_added',
    'past_figure_retracted',
  ]);
});

it('refuses what cannot stand on record', async () => {
  const nameVi = `Hội chợ Đông ${newId()}`;
  const code = await addFair({ nameVi });
  const written = figure({ firstDays: 3 });
  await addFigure(code, written);
  const { id, ...rest } = written;
  const [seeded] = (await list().one(work.fairId, SUMMER_2019)).figures;
  const attempts: [Promise<unknown>, string][] = [
    [addFair({ nameVi: '***' }), 'past_fair_unnamed'],
    [
      addFair({ nameVi: 'Kỳ X', firstDay: '2020-02-02', lastDay: '2020-02-01' }),
      'past_fair_days_wrong',
    ],
    [addFair({ nameVi, firstDay: '2020-02-02' }), 'past_fair_known'],
    [addFair({ nameVi: 'Hội chợ OCOP Quảng Ninh - Hè 2019' }), 'past_fair_known'],
    [addFigure(code, figure({ source: { publisher: 'Báo' } })), 'past_source_missing'],
    [addFigure(code, figure({ part: 'place', placeSet: '63' })), 'past_part_unclear'],
    [addFigure('no-such-fair', figure()), 'past_fair_not_found'],
    [addFigure(code, { id, ...rest, value: 42_000 }), 'past_figure_conflict'],
    [retract(newId()), 'past_figure_not_found'],
    [retract('none'), 'past_figure_not_found'],
    [retract(seeded!.id), 'past_figure_not_yours'],
    [choose(null, 'x', 'no-such-fair'), 'past_fair_not_found'],
    [choose(newId()), 'past_figure_not_found'],
    [choose(id, 'x', code), 'past_figure_not_found'],
    [compare('no-such-fair'), 'past_fair_not_found'],
    [compare(newId()), 'past_fair_not_found'],
  ];
  for (const [at, [attempt, expected]] of attempts.entries()) {
    expect([at, await codeOf(attempt)]).toEqual([at, expected]);
  }
});

it('compares finished days with the range that sources leave, until an organizer decides', async () => {
  await closeTheFirstDay(work);
  const line = async (measure: string) =>
    (await compare(SUMMER_2019)).lines.find((each) => each.measure === measure);
  expect((await compare(SUMMER_2019)).own).toMatchObject({
    days: 3,
    finishedDays: 1,
    boothsInPlan: 4,
    boothsAllocated: 2,
    isProvisional: true,
  });
  expect(await line('revenue')).toMatchObject({
    basis: 'first_days_with_whole',
    ownValue: 300_000,
    base: { low: 10_200_000_000, high: 15_000_000_000, isConflict: true, isChosen: false },
    growth: null,
    noGrowth: 'first_days_against_whole',
  });
  expect(await line('revenue_per_day')).toMatchObject({
    base: { low: 1_700_000_000, high: 2_500_000_000, isConflict: true },
    growth: { lowPercent: -100, highPercent: -100 },
  });
  const { figures } = await list().one(work.fairId, SUMMER_2019);
  const province = figures.find(({ value }) => value === 10_200_000_000)!;
  await choose(province.id);
  await choose(province.id);
  expect(await line('revenue_per_day')).toMatchObject({
    base: { low: 1_700_000_000, high: 1_700_000_000, isConflict: false, isChosen: true },
    growth: { formula: '(300000 − 1700000000) ÷ 1700000000 × 100 = -100 %' },
  });
  const chosen = await list().one(work.fairId, SUMMER_2019);
  expect(chosen.choices).toMatchObject([
    { figureId: province.id, reason: 'Nguồn của tỉnh', chosenByName: 'Ban tổ chức thử' },
  ]);
  expect(chosen.conflicts).toContain('revenue_vnd');
  const partly = figures.find(({ kind, part }) => kind === 'revenue_vnd' && part === 'ocop')!;
  expect(await codeOf(choose(partly.id))).toBe('past_figure_not_whole');
  await choose(null, 'Chưa rõ nguồn nào đúng');
  expect((await line('revenue'))?.base).toMatchObject({ isConflict: true, isChosen: false });
});

it('lays days beside days of the same number, of another fair of the house with those who may read it', async () => {
  const earlier = await FairToClose.open(database, { booths: 2 });
  await closeTheFirstDay(earlier);
  await closeTheFirstDay(work);
  await expect(compare(earlier.fairId)).rejects.toMatchObject({ code: 'past_fair_not_found' });
  const grants = [...work.organizer.grants, ...earlier.organizer.grants];
  const { base, days, lines } = await compare(earlier.fairId, { ...work.organizer, grants });
  expect(base.isOfThisHouse).toBe(true);
  expect(days[0]).toMatchObject({
    number: 1,
    day: DAY,
    revenueToDateVnd: 300_000,
    baseRevenueToDate: { low: 300_000, high: 300_000, bound: 'exact' },
    revenueGrowth: { lowPercent: 0 },
  });
  expect(days.slice(1).map((day) => [day.revenueVnd, day.baseRevenueToDate])).toEqual([
    [null, null],
    [null, null],
  ]);
  expect(lines[0]).toMatchObject({ basis: 'first_days_with_first_days', noGrowth: null });
  const { parts } = await compare(earlier.fairId, { ...work.organizer, grants });
  expect(parts.filter(({ kind }) => kind === 'place')).toMatchObject([
    { ownVnd: 200_000, base: { low: 200_000 }, growth: { lowPercent: 0 } },
    { ownVnd: 100_000, base: { low: 100_000 }, growth: { lowPercent: 0 } },
  ]);
});

it('has its rules in the database as well', async () => {
  const db = database.dataSource;
  const nameVi = `Hội chợ Hạ ${newId()}`;
  const code = await addFair({ nameVi });
  const wanted = figure();
  await addFigure(code, wanted);
  const { accountId } = work.organizer;
  const fairRow = (more: object) =>
    db.query(
      `INSERT INTO past_fair SELECT (jsonb_populate_record(f, $2::jsonb)).* FROM past_fair f WHERE code = $1`,
      [code, JSON.stringify({ code: `x-${newId()}`, name_vi: newId(), ...more })],
    );
  await expect(fairRow({ code: 'Không phải' })).rejects.toThrow('past_fair_code_shape');
  await expect(fairRow({ name_en: '' })).rejects.toThrow('past_fair_named');
  await expect(fairRow({ scope: 'world' })).rejects.toThrow('past_fair_scope_known');
  await expect(fairRow({ first_day: '2020-02-02', last_day: '2020-02-01' })).rejects.toThrow(
    'past_fair_days',
  );
  await expect(fairRow({ added_as: 'seed' })).rejects.toThrow('past_fair_added_by_one');

  const sourceRow = (more: object) =>
    db.query(
      `INSERT INTO past_source SELECT (jsonb_populate_record(s, $2::jsonb)).* FROM past_source s WHERE id = $1`,
      [wanted.id, JSON.stringify({ id: newId(), ...more })],
    );
  await expect(sourceRow({ publisher: '' })).rejects.toThrow('past_source_named');
  await expect(sourceRow({ title: null })).rejects.toThrow('past_source_findable');

  const figureRow = (more: object) =>
    db.query(
      `INSERT INTO past_figure SELECT (jsonb_populate_record(f, $2::jsonb)).* FROM past_figure f WHERE id = $1`,
      [wanted.id, JSON.stringify({ id: newId(), ...more })],
    );
  const wrong: [object, string][] = [
    [{ kind: 'orders' }, 'past_figure_kind_known'],
    [{ part: 'half' }, 'past_figure_part_known'],
    [{ part: 'place' }, 'past_figure_part_named'],
    [{ part: 'country', country_code: 'Thai' }, 'past_figure_country_shape'],
    [{ first_days: -1 }, 'past_figure_first_days_range'],
    [{ value: 0 }, 'past_figure_value_range'],
    [{ exactness: 'surely' }, 'past_figure_exactness_known'],
    [{ added_by: null }, 'past_figure_added_by_one'],
    [{ past_fair_code: SUMMER_2019 }, 'past_figure_by_its_source'],
    [{ source_id: newId() }, 'past_figure_by_its_source'],
  ];
  for (const [more, constraint] of wrong) {
    await expect(figureRow(more)).rejects.toThrow(constraint);
  }

  const other = await FairToClose.open(database, { booths: 1 });
  const retraction = (fairId: string, reason: string) =>
    db.query(`INSERT INTO past_figure_retracted VALUES ($1, $2, $3, $4, now())`, [
      wanted.id,
      fairId,
      reason,
      accountId,
    ]);
  await expect(retraction(other.fairId, 'x')).rejects.toThrow('past_figure_retracted_by_its_fair');
  await expect(retraction(work.fairId, '')).rejects.toThrow('past_figure_retracted_reasoned');

  const choice = (kind: string, revision: number, reason: string, at = code) =>
    db.query(`INSERT INTO past_figure_choice VALUES ($1, $2, $3, $4, $5, $6, $7, now())`, [
      work.fairId,
      at,
      kind,
      revision,
      wanted.id,
      reason,
      accountId,
    ]);
  await expect(choice('booths', 1, 'x')).rejects.toThrow('past_figure_choice_of_kind');
  await expect(choice('visits', 1, 'x', SUMMER_2019)).rejects.toThrow('past_figure_choice_of_kind');
  await expect(choice('orders', 1, 'x')).rejects.toThrow('past_figure_choice_kind_known');
  await expect(choice('visits', 0, 'x')).rejects.toThrow('past_figure_choice_revision_positive');
  await expect(choice('visits', 1, '')).rejects.toThrow('past_figure_choice_reasoned');

  const columns = {
    past_fair: 'code',
    past_source: 'title',
    past_figure: 'value',
    past_figure_retracted: 'reason',
    past_figure_choice: 'reason',
  };
  for (const [table, column] of Object.entries(columns)) {
    for (const change of [`DELETE FROM ${table}`, `UPDATE ${table} SET ${column} = ${column}`]) {
      await expect(db.query(change)).rejects.toThrow('append-only');
    }
  }
});
