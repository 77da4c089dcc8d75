import { gzipSync } from 'node:zlib';
import { systemClock } from '@phien/kernel';
import type { TestDatabase } from '@phien/store';
import { makeFair, type SmallFair } from '../testing/make-fair';
import { openPlanningDatabase } from '../testing/planning-database';
import { ReadPublicPlan } from './read-public-plan';

let database: TestDatabase;
beforeAll(async () => {
  database = await openPlanningDatabase();
});
afterAll(() => database.close());

const read = ({ fairId }: SmallFair) =>
  new ReadPublicPlan(database.dataSource, systemClock).run(fairId);
const change = (table: string, assignments: string, id: string) =>
  database.dataSource.query(`UPDATE ${table} SET ${assignments} WHERE id = $1`, [id]);

it('tells who stands where, from where they come and what they bring', async () => {
  const fair = await makeFair(database.dataSource.manager, { booths: 3, exhibitors: 2 });
  const [starred, plain] = fair.products;
  await change('product', `star = 5, star_year = 2024, certificate_number = '12/QĐ'`, plain!.id);
  await change('product', `star = NULL, trace_url = 'https://truy-xuat.vn/x'`, starred!.id);
  const plan = await read(fair);
  expect(plan).toMatchObject({
    code: fair.code,
    version: 1,
    hallWidthCm: 600,
    days: [{ day: '2025-10-28', opensAt: '08:00', closesAt: '22:00', isOpen: true }, {}, {}],
  });
  expect(plan.booths.map(({ code, zoneCode, exhibitors }) => [code, zoneCode, exhibitors])).toEqual(
    [
      ['A01', 'A', [0]],
      ['A02', 'A', [1]],
      ['B01', 'B', []],
    ],
  );
  const [first, second] = plan.exhibitors;
  expect(first).toMatchObject({ name: fair.exhibitors[0]!.name, kind: 'cooperative' });
  expect(first?.products.map(({ name }) => name)).toEqual([plain!.name, starred!.name]);
  expect(first?.products).toMatchObject([
    { star: 5, starYear: 2024, certificateNumber: '12/QĐ', traceUrl: null, photo: null },
    { star: null, traceUrl: 'https://truy-xuat.vn/x' },
  ]);
  expect([first?.placeVi, second?.placeVi].every((place) => place)).toBe(true);
  expect(plan.classes.map(({ code }) => code).sort()).toEqual(['I.3.d', 'II.1.b']);
});

it('lets people come on the opening evening, and on no day that is closed', async () => {
  const fair = await makeFair(database.dataSource.manager, { booths: 1 });
  await database.dataSource.query(
    `UPDATE fair_day SET is_open = false, is_opening = day = '2025-10-28'
      WHERE fair_id = $1 AND day < '2025-10-30'`,
    [fair.fairId],
  );
  const { days } = await read(fair);
  expect(days.map(({ isOpen }) => isOpen)).toEqual([true, false, true]);
});

it('names nobody whose booth was freed, and nothing that was withdrawn', async () => {
  const fair = await makeFair(database.dataSource.manager, { booths: 2, exhibitors: 2 });
  await change('allocation', 'freed_at = now()', fair.allocations[0]!.id);
  const kept = fair.products.find(({ exhibitorId }) => exhibitorId === fair.exhibitors[1]!.id)!;
  await change('product', 'withdrawn_at = now()', kept.id);
  const plan = await read(fair);
  expect(plan.exhibitors.map(({ name }) => name)).toEqual([fair.exhibitors[1]!.name]);
  expect(plan.booths.map(({ exhibitors }) => exhibitors)).toEqual([[], [0]]);
  expect(plan.exhibitors[0]?.products.map(({ name }) => name)).not.toContain(kept.name);
});

it('tells no price, no one to call and no number of ours', async () => {
  const fair = await makeFair(database.dataSource.manager, { booths: 1 });
  const { id } = fair.exhibitors[0]!;
  await change(
    'exhibitor',
    `tax_code = '5700100256', representative = 'Bà Lan', contact_phone = '0912 345 678'`,
    id,
  );
  const text = JSON.stringify(await read(fair));
  const ids = [fair, ...fair.booths, ...fair.exhibitors, ...fair.products].map((each) =>
    'id' in each ? each.id : each.fairId,
  );
  for (const secret of [...ids.slice(1), '5700100256', 'Bà Lan', '0912', 'priceVnd', 'barcode']) {
    expect(text).not.toContain(secret);
  }
});

it('fits 460 booths with five products each into 90 kB on the way to a phone', async () => {
  const fair = await makeFair(database.dataSource.manager, {
    booths: 460,
    productsPerExhibitor: 5,
  });
  /* Half as long again as real names, and of letters that hardly compress. */
  for (const table of ['product', 'exhibitor']) {
    await database.dataSource.query(
      `UPDATE ${table} SET name = 'Sản phẩm ' || md5(id::text) WHERE fair_id = $1`,
      [fair.fairId],
    );
  }
  const json = JSON.stringify(await read(fair));
  expect(gzipSync(json).length / 1_000).toBeLessThanOrEqual(90);
});
