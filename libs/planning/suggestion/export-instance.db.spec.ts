import { allocate, checkPlan, readInstance, type Claimant } from '@phien/allocator';
import { newId, systemClock } from '@phien/kernel';
import type { TestDatabase } from '@phien/store';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Allocation } from '../allocation/allocation.entity';
import { ApplicationCall } from '../application/application-call.entity';
import type { ApplicationWishes } from '../application/application-content.rules';
import { Application } from '../application/application.entity';
import { DelegationBooth } from '../delegation/delegation-booth.entity';
import { KeepDemoApplications } from '../demo/keep-demo-applications';
import { KeepDemoFair } from '../demo/keep-demo-fair';
import { Delegation } from '../exhibitor/delegation.entity';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { Fair } from '../fair/fair.entity';
import { everyDay } from '../fair/fair-schedule.rules';
import { writeFair } from '../fair/write-fair';
import { ocop160Plan } from '../plan/ocop-160.plan.rules';
import { Product } from '../product/product.entity';
import { makeFair } from '../testing/make-fair';
import { makeCaller, openPlanningDatabase } from '../testing/planning-database';
import { ExportInstance } from './export-instance';
import type { InstanceChoice, InstanceFile } from './make-instance.rules';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await openPlanningDatabase();
  folder = mkdtempSync(join(tmpdir(), 'instance-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

const em = () => database.dataSource.manager;
const exportOf = async (fairId: string, choice: Partial<InstanceChoice> = {}) => {
  const { bytes } = await new ExportInstance(database.dataSource, systemClock).run(fairId, {
    ...{ keeps: 'all', zones: 'apart', ...choice },
  });
  return JSON.parse(bytes.toString()) as InstanceFile;
};

/** Plans what was exported, and has the plan read by both who know the rules alone. */
async function planOf(file: InstanceFile): Promise<Readonly<Record<string, readonly string[]>>> {
  const [instancePath, planPath] = [join(folder, 'instance.json'), join(folder, 'plan.json')];
  writeFileSync(instancePath, JSON.stringify(file));
  const instance = readInstance(JSON.parse(JSON.stringify(file)));
  const allocated = await allocate(instance, {
    ...{ seed: 1, lanes: 1, iterations: 20_000, provesBound: false, endsAtMs: Date.now() + 60_000 },
  });
  if (allocated.kind !== 'plan') throw new Error(JSON.stringify(allocated));
  const { plan } = allocated;
  expect(checkPlan(instance, plan.plan).violations).toEqual([]);
  writeFileSync(planPath, JSON.stringify(plan));
  const checker = join(process.cwd(), 'test', 'allocation', 'check-plan.mjs');
  const told = execFileSync(process.execPath, [checker, instancePath, planPath]).toString();
  expect(JSON.parse(told)).toMatchObject({ violations: [], wrongClaims: [] });
  return plan.plan;
}

it('plans the demo fair where everybody is, and anew when nobody must stay', async () => {
  const fairId = await new KeepDemoFair(database.dataSource, systemClock).run();
  const { accountId } = await makeCaller(database.dataSource);
  await new KeepDemoApplications(database.dataSource, systemClock).run({ fairId, accountId });
  const file = await exportOf(fairId);
  expect(file.booths).toHaveLength(160);
  expect(file.exhibitors).toHaveLength(150);
  expect(new Set(file.booths.map(({ zone }) => zone))).toEqual(new Set(['zone 1', 'zone 2']));
  const kept = await planOf(file);
  for (const { id, lock, prev } of file.exhibitors) {
    expect([...(kept[id] ?? [])].sort()).toEqual([...(lock ?? [])].sort());
    expect(prev).toEqual(lock);
  }
  const anew = await exportOf(fairId, { keeps: 'none' });
  expect(anew.exhibitors.every(({ lock, prev }) => lock === null && prev !== null)).toBe(true);
  expect([file.rivals, anew.rivals?.length]).toEqual([[], 5]);
  for (const wish of ['corner', 'front', 'gate', 'choices'] as const) {
    expect(anew.exhibitors.filter((each) => each.wish[wish]).length).toBeGreaterThan(5);
  }
  await planOf(anew);
});

/** A hall of 160 booths with nobody in it yet, and hands that put people in. */
async function emptyHall() {
  const code = `hall-${newId()}`;
  const { fairId, boothIds } = await writeFair(em(), {
    ...{ code, nameVi: 'Hội chợ', nameEn: 'Fair', venueVi: 'Nhà', venueEn: 'Hall' },
    ...{ state: 'published', isDemo: true, schedule: everyDay(['2027-05-01']) },
    ...{ plan: ocop160Plan(), createdAt: new Date('2027-01-01T00:00:00Z') },
  });
  const { accountId } = await makeCaller(database.dataSource);
  await em().insert(ApplicationCall, {
    ...{ fairId, lastDay: '2027-03-01', showsPlace: false },
    ...{ changedBy: accountId, changedAt: new Date() },
  });
  const boothOf = (boothCode: string) => boothIds.get(boothCode)!;
  const delegate = async (name: string, cluster: string[]) => {
    const id = newId();
    await em().insert(Delegation, { fairId, id, nameVi: name, nameEn: name, quota: null });
    for (const each of cluster) {
      await em().insert(DelegationBooth, { fairId, delegationId: id, boothId: boothOf(each) });
    }
    return id;
  };
  let number = 0;
  const join = async (
    name: string,
    { delegationId = null, wishes, star }: Joining = {},
  ): Promise<string> => {
    const id = newId();
    await em().insert(Exhibitor, {
      ...{ fairId, id, name, delegationId, kind: 'cooperative', origin: 'inProvince' },
      ...{ countryCode: 'VN', paysVat: false, isDemo: true },
    });
    await em().insert(Product, {
      ...{ fairId, id: newId(), exhibitorId: id, name: 'Mực một nắng', classCode: 'I.3.d' },
      ...{ star: star ?? null, priceVnd: 200_000, unit: 'kg', isDemo: true },
    });
    if (!wishes) return id;
    number += 1;
    await em().insert(Application, {
      ...{ fairId, id: newId(), codeHash: Buffer.alloc(32, number), state: 'accepted', version: 2 },
      ...{ language: 'vi', content: { name }, sent: { name, wishes }, number, exhibitorId: id },
      ...{ createdAt: new Date(), changedAt: new Date(), sentAt: new Date() },
    });
    return id;
  };
  const give = async (
    exhibitorId: string,
    boothCode: string,
    said: Partial<Pick<Allocation, 'sixths' | 'state' | 'sharerId' | 'heldUntil'>> = {},
  ) => {
    await em().insert(Allocation, {
      ...{ fairId, id: newId(), boothId: boothOf(boothCode), exhibitorId, sharerId: exhibitorId },
      ...{ sixths: '{[0,6)}', during: '[,)', ...said },
    });
  };
  return { fairId, code, delegate, join, give };
}

interface Joining {
  delegationId?: string | null;
  wishes?: ApplicationWishes;
  star?: number;
}

it('exports shares, an island, a delegation with its cluster, a hold and wishes', async () => {
  const { fairId, code, delegate, join, give } = await emptyHall();
  const inTwoDays = new Date(Date.now() + 2 * 86_400_000);
  const cluster = ['A15', 'A16', 'A17', 'A18'];
  const delegationId = await delegate('Đoàn Tiên Yên', cluster);
  const shares = { wishes: { units: 3 }, delegationId };
  const halves = [await join('Hộ Một', shares), await join('Hộ Hai', shares)];
  const third = await join('Hộ Ba', { delegationId });
  await give(third, 'A17', { sixths: '{[0,2)}', sharerId: delegationId });
  const island = await join('HTX Bốn Gian', { star: 5 });
  for (const each of ['A02', 'A03', 'A09', 'A10']) await give(island, each);
  const apart = await join('HTX Hai Nơi');
  for (const each of ['A05', 'A25', 'A26']) await give(apart, each);
  const held = await join('HTX Được Giữ');
  await give(held, 'A30', { state: 'held', heldUntil: inTwoDays });
  const offered = await join('HTX Được Mời');
  await give(offered, 'A31', { state: 'offered', heldUntil: inTwoDays });
  const late = await join('HTX Hết Hạn');
  await give(late, 'A32', { state: 'held', heldUntil: new Date(Date.now() - 1_000) });
  const wishing = await join('HTX Có Nguyện Vọng', {
    wishes: {
      ...{ size: 2, power: true, cook: true, corner: true, choices: ['A40', 'A41', 'Z99'] },
      ...{ apart: ['htx hai noi', 'Không có ai'], together: ['HTX Được Mời'] },
    },
  });

  const file = await exportOf(fairId);
  expect([file.name, file.format]).toEqual([code, 'fair-alloc/1']);
  const named = (id: string): Claimant => file.exhibitors.find((each) => each.id === id)!;
  expect(named(island)).toMatchObject({ size: 4, stars: 5, lock: ['A02', 'A03', 'A09', 'A10'] });
  expect(named(third)).toMatchObject({ size: 1, units: 2, group: delegationId, lock: ['A17'] });
  expect(named(halves[0]!)).toMatchObject({
    units: 3,
    zone: `cluster ${delegationId}`,
    lock: null,
  });
  expect(named(apart)).toMatchObject({ size: 2, group: apart, lock: ['A25', 'A26'] });
  expect(named(`${apart}/2`)).toMatchObject({ size: 1, group: apart, lock: ['A05'] });
  expect(named(held)).toMatchObject({ lock: ['A30'], prev: null });
  expect(named(offered)).toMatchObject({ lock: ['A31'], prev: ['A31'] });
  expect(named(late)).toMatchObject({ lock: null, prev: null, zone: 'zone 1' });
  expect(named(wishing)).toMatchObject({
    ...{ size: 2, units: 6, power: true, cook: true, smelly: true, product: 'I.3.d' },
    wish: { corner: 1, choices: ['A40', 'A41'] },
  });
  expect(file.rivals.map((pair) => [...pair].sort())).toEqual(
    expect.arrayContaining([[apart, wishing].sort(), [`${apart}/2`, wishing].sort()]),
  );
  expect(file.affinities).toEqual([
    { a: [offered, wishing].sort()[0], b: [offered, wishing].sort()[1], perMetre: 0.5 },
  ]);
  expect(JSON.stringify(file)).not.toContain('HTX');

  const places = await planOf(file);
  for (const id of halves) expect(cluster).toContain(places[id]![0]);
  expect(places[wishing]).toHaveLength(2);

  const confirmed = await exportOf(fairId, { keeps: 'confirmed' });
  const locks = new Map(confirmed.exhibitors.map(({ id, lock }) => [id, lock]));
  expect([locks.get(held), locks.get(offered), locks.get(third)]).toEqual([null, null, ['A17']]);
  await planOf(await exportOf(fairId, { keeps: 'none', zones: 'as_one' }));
});

it('makes one zone of a fair of which nobody knows who belongs where', async () => {
  const { fairId, join } = await emptyHall();
  await join('HTX Một Mình');
  const { booths, exhibitors } = await exportOf(fairId);
  expect(new Set([...booths, ...exhibitors].map(({ zone }) => zone))).toEqual(new Set(['selling']));
});

it('refuses a fair that is not there', async () => {
  await expect(exportOf(newId())).rejects.toMatchObject({ code: 'fair_not_found' });
  const { fairId } = await makeFair(em(), { booths: 0 });
  await em().update(Fair, { id: fairId }, { state: 'draft' });
  expect(await exportOf(fairId)).toMatchObject({ booths: [], exhibitors: [] });
});
