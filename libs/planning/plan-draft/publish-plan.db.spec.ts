import { AuditEntry, type Caller } from '@phien/identity';
import { newId, Refusal } from '@phien/kernel';
import { brokenConstraint, type TestDatabase } from '@phien/store';
import { Fair } from '../fair/fair.entity';
import { Booth } from '../plan/booth.entity';
import { Zone } from '../plan/zone.entity';
import { makeFair, type SmallFair } from '../testing/make-fair';
import { makeCaller, openPlanningDatabase, planVerbs } from '../testing/planning-database';
import { sealFair } from '../testing/seal-fair';
import type { DrawnBoothDto, PlanDraftDto, SavePlanDraftDto } from './plan-draft.dto';

let database: TestDatabase;
let organizer: Caller;
let verbs: ReturnType<typeof planVerbs>;

beforeAll(async () => {
  database = await openPlanningDatabase();
  organizer = await makeCaller(database.dataSource);
  verbs = planVerbs(database.dataSource);
});
afterAll(() => database.close());

const em = () => database.dataSource.manager;
const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => {
      if (error instanceof Refusal) return error;
      throw error;
    },
  );
const codeOf = async (attempt: Promise<unknown>) => (await refusalOf(attempt))?.code ?? 'done';

const nothing = { zones: [], booths: [], features: [], removedIds: [] };
const read = ({ fairId }: SmallFair) => verbs.readPlanDraft.run(fairId);
const save = (
  { fairId }: SmallFair,
  on: number,
  changes: Partial<SavePlanDraftDto>,
  caller = organizer,
) => verbs.savePlanDraft.run(caller, fairId, on, { id: newId(), ...nothing, ...changes });
const publish = ({ fairId }: SmallFair, version: number) =>
  verbs.publishPlan.run(organizer, fairId, version);
const boothIn = ({ plan }: PlanDraftDto, code: string): DrawnBoothDto => {
  const booth = plan.booths.find((each) => each.code === code);
  if (!booth) throw new Error(`no ${code}`);
  return booth;
};

/** The fair's B02 has sold: what somebody declared for it. */
async function sell(fair: SmallFair, code: string): Promise<void> {
  const booth = fair.booths.find((each) => each.code === code);
  const exhibitor = fair.exhibitors.find(({ boothId }) => boothId === booth?.id);
  await em().query(
    `INSERT INTO declared_sale (fair_id, id, booth_id, zone_id, exhibitor_id, fair_day, revision, amount_vnd,
       source, account_id, is_confirmed, said_at, declared_at)
     VALUES ($1, $2, $3, $4, $5, '2025-10-28', 1, 1000, 'organizer', $6, false, now(), now())`,
    [fair.fairId, newId(), booth?.id, booth?.zoneId, exhibitor?.id, organizer.accountId],
  );
}

it('draws on what is published, saves by versions, and tells who saved in between', async () => {
  const fair = await makeFair(em(), { booths: 4, exhibitors: 0 });
  const other = { ...(await makeCaller(database.dataSource)), name: 'Bình' };
  const start = await read(fair);
  expect(start).toMatchObject({
    version: 0,
    publishedVersion: 1,
    savedBy: null,
    differenceCount: 0,
  });
  const id = newId();
  const moved = { ...boothIn(start, 'A01'), yCm: 20 };
  const first = { id, ...nothing, booths: [moved] };
  const saved = await verbs.savePlanDraft.run(other, fair.fairId, 0, first);
  expect(saved).toMatchObject({ version: 1, savedBy: 'Tài khoản kiểm thử', differenceCount: 1 });
  expect(await verbs.savePlanDraft.run(other, fair.fairId, 0, first)).toEqual(saved);
  expect((await read(fair)).plan.booths).toContainEqual(moved);

  const late = await refusalOf(save(fair, 0, { hallWidthCm: 900 }));
  expect(late).toMatchObject({
    code: 'plan_draft_moved',
    kind: 'stale',
    details: { version: 1, saves: [{ version: 1, itemIds: [moved.id], names: ['Gian A01'] }] },
  });
  expect(late?.sentence.vi).toContain('vừa sửa bản nháp này (Gian A01)');
  expect((await em().findOneByOrFail(Booth, { id: moved.id })).yCm).toBe(0);

  const both = await Promise.all(
    [300, 400].map((yCm) => codeOf(save(fair, 1, { booths: [{ ...moved, yCm }] }))),
  );
  expect(both.sort()).toEqual(['done', 'plan_draft_moved']);
});

it('keeps what is noted of a booth with the plan, and takes it off again', async () => {
  const fair = await makeFair(em(), { booths: 2, exhibitors: 0 });
  const { note: none, ...bare } = boothIn(await read(fair), 'A01');
  expect(none).toBeUndefined();
  const note = 'Cột nhà ở góc đông bắc 🎪';
  await save(fair, 0, { booths: [{ ...bare, note }] });
  const { differences } = await verbs.listPlanDifferences.run(fair.fairId);
  expect(differences).toMatchObject([{ id: bare.id, change: 'changed', fields: ['note'] }]);
  await publish(fair, 1);
  expect(await em().findOneByOrFail(Booth, { id: bare.id })).toMatchObject({ note });
  const drawn = await read(fair);
  expect(boothIn(drawn, 'A01')).toEqual({ ...bare, note });
  expect(drawn.differenceCount).toBe(0);
  await save(fair, 1, { booths: [bare] });
  await publish(fair, 2);
  expect((await em().findOneByOrFail(Booth, { id: bare.id })).note).toBeNull();
  const long = em().update(Booth, { fairId: fair.fairId, id: bare.id }, { note: 'x'.repeat(301) });
  expect(await long.catch((error: unknown) => brokenConstraint(error))).toBe('booth_note_length');
});

it('publishes a whole plan once, keeps every version, and lets booths keep their ids', async () => {
  const fair = await makeFair(em(), { booths: 4, exhibitors: 3 });
  const { plan, ...start } = await read(fair);
  const [a01, a02] = [boothIn({ plan, ...start }, 'A01'), boothIn({ plan, ...start }, 'A02')];
  const zone = { ...plan.zones[0]!, id: newId(), code: 'C', yCm: 1_200 };
  const added = { ...a01, id: newId(), code: 'C01', zoneId: zone.id, yCm: 1_200 };
  await save(fair, 0, {
    hallDepthCm: 2_000,
    zones: [zone],
    booths: [{ ...a01, code: 'A02', xCm: 300 }, { ...a02, code: 'A01', xCm: 0 }, added],
    features: [{ ...added, id: newId(), kind: 'power', nameVi: 'Tủ điện', nameEn: '' }].map(
      ({ id, kind, nameVi, nameEn, xCm, yCm, widthCm, depthCm }) => ({
        ...{ id, kind: kind as 'power', nameVi, nameEn, xCm, yCm, widthCm, depthCm },
      }),
    ),
    removedIds: [boothIn({ plan, ...start }, 'B02').id],
  });
  const wanted = await verbs.listPlanDifferences.run(fair.fairId);
  expect(wanted.refusedCode).toBeNull();
  expect(wanted.differences.map(({ change, nameVi }) => `${change} ${nameVi}`).sort()).toEqual([
    'added Gian C01',
    'added Khu C',
    'added Tủ điện',
    'changed Gian A01',
    'changed Gian A02',
    'changed Nhà',
    'removed Gian B02',
  ]);

  const twice = await Promise.all([publish(fair, 1), publish(fair, 1)]);
  expect(twice[0]).toEqual(twice[1]);
  expect(twice[0]).toMatchObject({ version: 2, boothCount: 4, publishedBy: organizer.name });
  const booths = await em().find(Booth, { where: { fairId: fair.fairId }, order: { code: 'ASC' } });
  expect(booths.map(({ id, code, xCm }) => [id, code, xCm])).toEqual([
    [a02.id, 'A01', 0],
    [a01.id, 'A02', 300],
    [boothIn({ plan, ...start }, 'B01').id, 'B01', 0],
    [added.id, 'C01', 0],
  ]);
  expect(await em().findOneByOrFail(Fair, { id: fair.fairId })).toMatchObject({
    hallDepthCm: 2_000,
  });
  expect(verbs.words.at(-1)).toMatchObject({ channel: 'plan', fairId: fair.fairId });
  expect(await em().countBy(AuditEntry, { fairId: fair.fairId, action: 'plan_published' })).toBe(1);
  expect(await read(fair)).toMatchObject({ version: 1, publishedVersion: 2, differenceCount: 0 });
  expect(await codeOf(publish(fair, 2))).toBe('plan_draft_moved');
  const versions = await verbs.listPublishedPlans.run(fair.fairId);
  expect(versions.map(({ version, boothCount }) => [version, boothCount])).toEqual([
    [2, 4],
    [1, 4],
  ]);
});

it('takes nothing away that something hangs from, and names it', async () => {
  const fair = await makeFair(em(), { booths: 4, exhibitors: 2 });
  const draft = await read(fair);
  const refused = async (on: number, changes: Partial<SavePlanDraftDto>) => {
    await save(fair, on, changes);
    const refusal = await refusalOf(publish(fair, on + 1));
    expect((await verbs.listPlanDifferences.run(fair.fairId)).refusedCode).toBe(refusal?.code);
    return [refusal?.code, refusal?.details];
  };
  const [a01, a02, b01] = ['A01', 'A02', 'B01'].map((code) => boothIn(draft, code));
  if (!a01 || !a02 || !b01) throw new Error('no booths');
  expect(await refused(0, { removedIds: [a01.id, b01.id] })).toEqual([
    'booths_in_use',
    { codes: ['A01'] },
  ]);
  await sell(fair, 'A02');
  const asIs = { booths: [a01, a02, b01] };
  for (const [at, spoilt] of [
    { ...a02, code: 'A09' },
    { ...a02, depthCm: 290 },
    { ...a02, zoneId: draft.plan.zones[1]!.id },
  ].entries()) {
    expect(await refused(at + 1, { booths: [a01, b01, spoilt] })).toEqual([
      'booths_keep_history',
      { codes: ['A02'] },
    ]);
  }
  expect((await read(fair)).soldBoothIds).toEqual([a02.id]);
  expect(await refused(4, { booths: [a01, a02, { ...b01, code: 'A01' }] })).toEqual([
    'plan_has_faults',
    { count: 1 },
  ]);
  expect(await refused(5, asIs)).toEqual(['plan_unchanged', undefined]);
  await save(fair, 6, { booths: [{ ...a02, yCm: 100 }] });
  expect(await codeOf(publish(fair, 7))).toBe('done');
  await sealFair(em(), fair.fairId);
  expect(await codeOf(save(fair, 7, { booths: [a02] }))).toBe('fair_plan_is_fixed');
});

it('keeps a zone that somebody looks after', async () => {
  const fair = await makeFair(em(), { booths: 2, exhibitors: 0 });
  const [, zone] = fair.zones;
  const { accountId } = await makeCaller(database.dataSource);
  await em().query(
    `INSERT INTO role_grant (fair_id, account_id, role, granted_at) VALUES ($1, $2, 'zone_staff', now())`,
    [fair.fairId, accountId],
  );
  await em().query(`INSERT INTO role_zone VALUES ($1, $2, 'zone_staff', $3)`, [
    fair.fairId,
    accountId,
    zone?.id,
  ]);
  const id = boothIn(await read(fair), 'B01').id;
  await save(fair, 0, { removedIds: [id, zone?.id ?? ''] });
  expect(await codeOf(publish(fair, 1))).toBe('zones_in_use');
  await em().query(`DELETE FROM role_zone WHERE fair_id = $1`, [fair.fairId]);
  expect(await codeOf(publish(fair, 1))).toBe('done');
  expect(await em().countBy(Zone, { fairId: fair.fairId })).toBe(1);
});

describe('the database itself refuses', () => {
  const broken = async (sql: string, parameters: unknown[]) =>
    em()
      .query(sql, parameters)
      .then(() => 'done', brokenConstraint);

  it('a sold booth under another code or of another size, also by hand', async () => {
    const fair = await makeFair(em(), { booths: 2 });
    const change = (what: string, code = 'B01') =>
      broken(`UPDATE booth SET ${what} WHERE fair_id = $1 AND code = $2`, [fair.fairId, code]);
    await sell(fair, 'B01');
    expect(await change(`code = 'B9'`)).toBe('booth_keeps_history');
    expect(await change('width_cm = 310')).toBe('booth_keeps_history');
    expect(await change('depth_cm = 310')).toBe('booth_keeps_history');
    expect(await change('x_cm = 30')).toBe('done');
    expect(await change(`code = 'A9', width_cm = 310`, 'A01')).toBe('done');
  });

  it('versions out of order, of no plan, changed or taken away', async () => {
    const { fairId } = await makeFair(em(), { booths: 1 });
    const keep = (version: number, follows: number | null, draft: number | null, plan = '{}') =>
      broken(
        `INSERT INTO published_plan (fair_id, version, follows, draft_version, document, published_at)
         VALUES ($1, $2, $3, $4, $5, now())`,
        [fairId, version, follows, draft, plan],
      );
    expect(await keep(2, null, 1)).toBe('published_plan_in_order');
    expect(await keep(2, 1, 1)).toBe('published_plan_fair_id_follows_fkey');
    expect(await keep(1, null, null, '[]')).toBe('published_plan_shape');
    expect(await keep(1, null, null)).toBe('done');
    expect(await keep(2, 1, 1)).toBe('done');
    expect(await keep(3, 2, 1)).toBe('published_plan_of_draft');
    expect(await broken(`DELETE FROM published_plan WHERE fair_id = $1`, [fairId])).toBe(
      'append_only',
    );
    expect(
      await broken(`UPDATE published_plan SET published_at = now() WHERE fair_id = $1`, [fairId]),
    ).toBe('append_only');
  });

  it('a draft of no version, of no plan or beyond all bounds, and a save of no list', async () => {
    const { fairId } = await makeFair(em(), { booths: 1 });
    const draw = (version: number, plan: string) =>
      broken(`INSERT INTO plan_draft VALUES ($1, $2, $3)`, [fairId, version, plan]);
    expect(await draw(0, '{}')).toBe('plan_draft_version_range');
    expect(await draw(1, '[]')).toBe('plan_draft_shape');
    expect(await draw(1, JSON.stringify({ name: 'x'.repeat(2_000_000) }))).toBe('plan_draft_shape');
    expect(await draw(1, '{}')).toBe('done');
    const keep = (version: number, id: string, ids: string) =>
      broken(`INSERT INTO plan_draft_save VALUES ($1, $2, $3, $4, now(), $5, '[]')`, [
        ...[fairId, version, id, organizer.accountId, ids],
      ]);
    const id = newId();
    expect(await keep(1, id, '{}')).toBe('plan_draft_save_shape');
    expect(await keep(1, id, '[]')).toBe('done');
    expect(await keep(2, id, '[]')).toBe('plan_draft_save_once');
  });
});
