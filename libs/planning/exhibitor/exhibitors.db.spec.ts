import type { Caller } from '@phien/identity';
import { newId, systemClock } from '@phien/kernel';
import type { TestDatabase } from '@phien/store';
import { makeFair } from '../testing/make-fair';
import { delegationVerbs, makeCaller, openPlanningDatabase } from '../testing/planning-database';
import type { AddExhibitorDto, ChangeExhibitorDto } from './exhibitor.dto';
import { ListPlaceChoices } from './list-place-choices';

let database: TestDatabase;
let boss: Caller;
let fairId: string;

beforeAll(async () => {
  database = await openPlanningDatabase();
  ({ fairId } = await makeFair(database.dataSource.manager, { booths: 1 }));
  boss = await makeCaller(database.dataSource, { grants: [{ fairId, role: 'organizer' }] });
});
afterAll(() => database.close());

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: { code?: string }) => error.code,
  );

const commune = { placeSet: 'qn-communes', placeCode: '06685' } as const;
const wish = (more: Partial<AddExhibitorDto> = {}): AddExhibitorDto => ({
  name: ' Hợp tác xã sản xuất và kinh doanh dịch vụ nông nghiệp Đông Triều ',
  kind: 'cooperative',
  paysVat: true,
  ...more,
});
const add = (more: Partial<AddExhibitorDto>) =>
  delegationVerbs(database.dataSource).addExhibitor.run(boss, fairId, wish(more));

it('adds an exhibitor of the province, with its delegation', async () => {
  const { dataSource } = database;
  const delegation = await delegationVerbs(dataSource).addDelegation.run(boss, fairId, {
    nameVi: 'Đoàn phường Đông Triều',
    nameEn: 'Delegation of Đông Triều ward',
    quota: 4,
  });
  const added = await add({ ...commune, delegationId: delegation.id, taxCode: '5700100256' });
  expect(added).toMatchObject({
    name: 'Hợp tác xã sản xuất và kinh doanh dịch vụ nông nghiệp Đông Triều',
    origin: 'inProvince',
    countryCode: 'VN',
    delegationNameVi: 'Đoàn phường Đông Triều',
    taxCode: '5700100256',
    isDemo: false,
    boothCodes: [],
  });
  expect(await delegationVerbs(dataSource).listDelegations.run(boss, fairId)).toMatchObject([
    { id: delegation.id, quota: 4, exhibitorCount: 1 },
  ]);
});

it('refuses in one order: the country, the place, the tax code, the delegation', async () => {
  const { fairId: elsewhere } = await makeFair(database.dataSource.manager, { booths: 0 });
  const foreign = await delegationVerbs(database.dataSource).addDelegation.run(boss, elsewhere, {
    nameVi: 'Đoàn khác',
    nameEn: 'Another delegation',
  });
  const attempts = [
    [{ countryCode: 'XX', ...commune, delegationId: newId() }, 'country_unknown'],
    [{ placeSet: '34', placeCode: '99', delegationId: newId() }, 'place_unknown'],
    [{ ...commune, taxCode: '5700100257', delegationId: newId() }, 'tax_code_wrong'],
    [{ ...commune, delegationId: newId() }, 'delegation_unknown'],
    [{ ...commune, delegationId: foreign.id }, 'delegation_unknown'],
    [{ countryCode: 'TH' }, 'done'],
  ] as const;
  for (const [more, expected] of attempts) expect(await codeOf(add(more))).toBe(expected);
});

it('changes what may change, and leaves where it comes from', async () => {
  const { id: exhibitorId } = await add(commune);
  const change = (
    where: { fairId: string; exhibitorId: string },
    more: Partial<ChangeExhibitorDto> = {},
  ) =>
    delegationVerbs(database.dataSource).changeExhibitor.run(boss, where, {
      name: 'Tên mới',
      kind: 'household',
      paysVat: false,
      formerDistrict: '199',
      representative: 'Người đại diện',
      contactPhone: '0203 111 222',
      ...more,
    });
  expect(await change({ fairId, exhibitorId })).toMatchObject({
    formerDistrict: 'Tiên Yên',
    representative: 'Người đại diện',
    contactPhone: '0203 111 222',
    name: 'Tên mới',
    kind: 'household',
    paysVat: false,
    taxCode: null,
    origin: 'inProvince',
    placeCode: '06685',
  });
  const { fairId: elsewhere } = await makeFair(database.dataSource.manager, { booths: 0 });
  expect(await codeOf(change({ fairId: elsewhere, exhibitorId }))).toBe('exhibitor_not_found');
  expect(await codeOf(change({ fairId, exhibitorId: 'nonsense' }))).toBe('exhibitor_not_found');
  const here = { fairId, exhibitorId };
  expect(await codeOf(change(here, { formerDistrict: '99' }))).toBe('place_unknown');
  expect(await codeOf(change(here, { taxCode: '5700100257' }))).toBe('tax_code_wrong');
});

it('offers the places of the fair’s own time', async () => {
  const { dataSource } = database;
  const before = await makeFair(dataSource.manager, { booths: 0, days: ['2025-06-30'] });
  const list = new ListPlaceChoices(dataSource, systemClock);
  const [old, now] = [await list.run(before.fairId), await list.run(fairId)];
  expect([old.provinces.length, now.provinces.length]).toEqual([63, 34]);
  expect(now.ownUnits).toHaveLength(54);
  expect((await list.run(fairId, '2024-08-28')).ownUnits).toHaveLength(13);
  expect(now.countries.find(({ code }) => code === 'TH')?.nameVi).toBe('Thái Lan');
  expect(now.countries.some(({ code }) => code === 'VN')).toBe(false);
});
