import { AuditEntry, type Caller } from '@phien/identity';
import { newId, Refusal, systemClock } from '@phien/kernel';
import { brokenConstraint, type TestDatabase } from '@phien/store';
import { DrawLots } from '../draw/draw-lots';
import { PrepareDraw } from '../draw/prepare-draw';
import { Fair } from '../fair/fair.entity';
import { makeFair, type SmallFair } from '../testing/make-fair';
import { makeCaller, openPlanningDatabase } from '../testing/planning-database';
import { ListPoints } from './list-points';
import { SetPoints } from './set-points';

let database: TestDatabase;
let organizer: Caller;
let setPoints: SetPoints;

beforeAll(async () => {
  database = await openPlanningDatabase();
  organizer = await makeCaller(database.dataSource);
  setPoints = new SetPoints(database.dataSource, systemClock);
});

afterAll(() => database.close());

const em = () => database.dataSource.manager;
const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : brokenConstraint(error)),
  );
const set = (
  fair: SmallFair,
  n: number,
  points: number,
  { reason = 'Đủ hồ sơ', id = newId() } = {},
) =>
  setPoints.run(
    organizer,
    { fairId: fair.fairId, exhibitorId: fair.exhibitors[n]?.id ?? newId() },
    { id, points, reason },
  );
const held = async (fair: SmallFair) =>
  (await new ListPoints(database.dataSource).run(fair.fairId)).map(
    ({ exhibitorId, points, revision, reason }) =>
      `${fair.exhibitors.findIndex(({ id }) => id === exhibitorId)}: ${points} (${revision}) ${reason}`,
  );

it('keeps the last points with their reason, and what they were in the log', async () => {
  const fair = await makeFair(em(), { booths: 3 });
  const id = newId();
  await set(fair, 0, 5);
  await set(fair, 1, 30, { reason: 'Đạt 5 sao', id });
  await set(fair, 1, 30, { reason: 'Đạt 5 sao', id });
  await set(fair, 0, 40, { reason: 'Năm kỳ liền' });
  expect(await held(fair)).toEqual(['0: 40 (2) Năm kỳ liền', '1: 30 (1) Đạt 5 sao']);
  const log = await em().findBy(AuditEntry, { fairId: fair.fairId, action: 'points_set' });
  expect(log.map(({ detail }) => detail)).toEqual(
    expect.arrayContaining([{ before: 5, after: 40, reason: 'Năm kỳ liền' }]),
  );
  expect(log).toHaveLength(3);
});

it('numbers points that are set at the same moment one after another', async () => {
  const fair = await makeFair(em(), { booths: 1 });
  await Promise.all([1, 2, 3, 4].map((points) => set(fair, 0, points)));
  expect(await held(fair)).toEqual([expect.stringContaining('(4)')]);
});

it('refuses in a fixed order', async () => {
  const fair = await makeFair(em(), { booths: 1 });
  const over = await makeFair(em(), { booths: 1 });
  await em().update(Fair, { id: over.fairId }, { state: 'closed' });
  const id = newId();
  await set(fair, 0, 5, { id });
  const attempts: [attempt: () => Promise<unknown>, code: string][] = [
    [() => set({ ...fair, fairId: 'x' }, 0, 5), 'exhibitor_not_found'],
    [() => set(fair, 9, 5), 'exhibitor_not_found'],
    [() => set(over, 0, 5), 'fair_is_over'],
    [() => set(fair, 0, 6, { id }), 'other_points'],
    [() => set(fair, 0, 1_001), 'exhibitor_points_range'],
    [() => set(fair, 0, 5, { reason: ' ' }), 'exhibitor_points_reasoned'],
  ];
  for (const [at, [attempt, code]] of attempts.entries()) {
    expect([at, await codeOf(attempt())]).toEqual([at, code]);
  }
  await expect(em().query(`UPDATE exhibitor_points SET points = 9`)).rejects.toThrow();
  await expect(em().query(`DELETE FROM exhibitor_points`)).rejects.toThrow();
});

it('lets whoever has more points draw before the others, and lots decide among equals', async () => {
  const fair = await makeFair(em(), { booths: 6 });
  await set(fair, 4, 30);
  await set(fair, 1, 10);
  await set(fair, 2, 10);
  const prepare = new PrepareDraw(database.dataSource, systemClock);
  const wanted = {
    id: newId(),
    title: 'Thứ tự chọn gian',
    kind: 'order' as const,
    byPoints: true,
    exhibitorIds: fair.exhibitors.map(({ id }) => id),
    boothIds: [],
  };
  const prepared = await prepare.run(organizer, fair.fairId, wanted);
  expect(prepared.byPoints).toBe(true);
  expect(prepared.list).toContain('order points');
  expect(await codeOf(prepare.run(organizer, fair.fairId, { ...wanted, byPoints: false }))).toBe(
    'other_draw',
  );
  await set(fair, 0, 900, { reason: 'Sau khi chốt danh sách' });
  const { outcome } = await new DrawLots(database.dataSource, systemClock).run(
    organizer,
    { fairId: fair.fairId, drawId: wanted.id },
    { seed: '12 45 78' },
  );
  const order = (outcome?.lots ?? []).map(({ exhibitorId }) =>
    fair.exhibitors.findIndex(({ id }) => id === exhibitorId),
  );
  expect(order[0]).toBe(4);
  expect(order.slice(1, 3).sort()).toEqual([1, 2]);
  expect(order.slice(3).sort()).toEqual([0, 3, 5]);
});
