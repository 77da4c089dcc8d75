import type { Caller } from '@phien/identity';
import { newId, Refusal } from '@phien/kernel';
import { brokenConstraint, type TestDatabase } from '@phien/store';
import { Delegation } from '../exhibitor/delegation.entity';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { FeeRelief } from '../fee/fee-relief.entity';
import { Zone } from '../plan/zone.entity';
import { makeFair, type SmallFair } from '../testing/make-fair';
import {
  delegationVerbs,
  makeCaller,
  openPlanningDatabase,
  planVerbs,
} from '../testing/planning-database';
import { DelegationBooth } from './delegation-booth.entity';
import type { AddDelegationDto } from './delegation.dto';

let database: TestDatabase;
let verbs: ReturnType<typeof delegationVerbs>;
let plan: ReturnType<typeof planVerbs>;

beforeAll(async () => {
  database = await openPlanningDatabase();
  verbs = delegationVerbs(database.dataSource);
  plan = planVerbs(database.dataSource);
});
afterAll(() => database.close());

const em = () => database.dataSource.manager;

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : brokenConstraint(error)),
  );

const wish = (more: Partial<AddDelegationDto> = {}): AddDelegationDto => ({
  nameVi: 'Đoàn xã Tiên Yên',
  nameEn: 'Delegation of Tiên Yên',
  placeSet: 'qn-communes',
  placeCode: '06862',
  quota: 2,
  ...more,
});

/** A fair of 8 booths in which nobody stands yet, its organizer, and two delegations. */
async function fairOfTwo() {
  const fair = await makeFair(em(), { booths: 8, exhibitors: 0 });
  const boss = await makeCaller(database.dataSource, {
    grants: [{ fairId: fair.fairId, role: 'organizer' }],
  });
  const add = (more: Partial<AddDelegationDto>) =>
    verbs.addDelegation.run(boss, fair.fairId, wish(more));
  const [ours, theirs] = [
    await add({}),
    await add({
      nameVi: 'Đoàn Thái Lan',
      nameEn: 'Thailand',
      placeSet: undefined,
      placeCode: undefined,
      countryCode: 'TH',
    }),
  ];
  return { fair, boss, ours, theirs };
}

async function exhibitorOf(fairId: string, delegationId: string | null): Promise<string> {
  const id = newId();
  await em().insert(Exhibitor, {
    fairId,
    id,
    name: `Cơ sở ${id}`,
    kind: 'household',
    origin: 'inProvince',
    countryCode: 'VN',
    placeSet: 'qn-communes',
    placeCode: '06862',
    paysVat: false,
    delegationId,
    isDemo: true,
  });
  return id;
}

const idsOf = ({ booths }: SmallFair, ...codes: string[]) =>
  codes.map((code) => booths.find((booth) => booth.code === code)!.id);

const give = (
  boss: Caller,
  fair: SmallFair,
  code: string,
  exhibitorId: string,
  share: 'whole' | 'half' = 'whole',
) =>
  plan.allocateBooth.run(boss, fair.fairId, {
    id: newId(),
    boothId: idsOf(fair, code)[0]!,
    exhibitorId,
    share,
  });

it('keeps which place a delegation stands for, its quota and whom to call, and changes all of it', async () => {
  const { fair, boss, ours } = await fairOfTwo();
  expect(ours).toMatchObject({
    placeNameVi: 'Xã Tiên Yên',
    countryCode: 'VN',
    quota: 2,
    contactPerson: null,
    boothIds: [],
  });
  const at = { fairId: fair.fairId, delegationId: ours.id };
  const changed = await verbs.changeDelegation.run(boss, at, {
    nameVi: ' Đoàn thành phố Đà Nẵng ',
    nameEn: 'Đà Nẵng',
    placeSet: '34',
    placeCode: '48',
    contactPerson: 'Nguyễn Thị Người Liên Hệ',
    contactPhone: '0203 111 222',
    contactMail: 'doan@example.vn',
  });
  expect(changed).toMatchObject({
    nameVi: 'Đoàn thành phố Đà Nẵng',
    placeNameVi: 'Thành phố Đà Nẵng',
    quota: null,
    contactMail: 'doan@example.vn',
  });
  const official = await makeCaller(database.dataSource, {
    grants: [{ fairId: fair.fairId, role: 'official' }],
  });
  expect((await verbs.listDelegations.run(official, fair.fairId))[1]).toMatchObject({
    contactPerson: null,
    contactPhone: null,
    contactMail: null,
  });
  const [entry] = await em().query<{ detail: object }[]>(
    `SELECT detail FROM audit_entry WHERE fair_id = $1 AND action = 'delegation_changed'`,
    [fair.fairId],
  );
  expect(entry?.detail).toMatchObject({ before: { quota: 2 }, isContactChanged: true });
  expect(JSON.stringify(entry)).not.toContain('Người Liên Hệ');
  expect(verbs.words).toContainEqual({
    channel: 'plan',
    fairId: fair.fairId,
    version: 3,
  });
});

it('adds a delegation once for the same id, and refuses another under it', async () => {
  const { fair, boss } = await fairOfTwo();
  const id = newId();
  const add = (more: Partial<AddDelegationDto>) =>
    verbs.addDelegation.run(boss, fair.fairId, wish({ id, ...more }));
  const both = await Promise.all([add({}), add({})].map((each) => codeOf(each)));
  expect(both).toContain('done');
  expect(await add({})).toMatchObject({ id });
  expect(await codeOf(add({ nameVi: 'Đoàn khác' }))).toBe('delegation_id_taken');
  expect(await em().countBy(Delegation, { fairId: fair.fairId })).toBe(3);
});

it('stands for a place of the fair’s first day, and refuses any other', async () => {
  const { fairId: before } = await makeFair(em(), { booths: 0, days: ['2025-06-30'] });
  const { fairId: now } = await makeFair(em(), { booths: 0 });
  const boss = await makeCaller(database.dataSource);
  const attempts = [
    [now, { placeSet: 'qn-communes', placeCode: '06862' }, 'done'],
    [before, { placeSet: 'qn-communes', placeCode: '06862' }, 'delegation_place_unknown'],
    [now, { placeSet: 'qn-districts', placeCode: '199' }, 'done'],
    [before, { placeSet: 'qn-districts', placeCode: '199' }, 'done'],
    [now, { placeSet: '34', placeCode: '24' }, 'done'],
    [now, { placeSet: '63', placeCode: '24' }, 'delegation_place_unknown'],
    [before, { placeSet: '63', placeCode: '24' }, 'done'],
    [now, { placeSet: '34', placeCode: '99' }, 'delegation_place_unknown'],
    [now, { placeSet: '34', placeCode: undefined }, 'delegation_place_unknown'],
    [now, { countryCode: 'VN', placeSet: undefined }, 'delegation_place_unknown'],
    [now, { countryCode: 'TH' }, 'delegation_place_unknown'],
    [now, { countryCode: 'TH', placeSet: undefined, placeCode: undefined }, 'done'],
    [now, { countryCode: 'XX', placeSet: undefined, placeCode: undefined }, 'country_unknown'],
    [now, { placeSet: undefined, placeCode: undefined }, 'done'],
  ] as const;
  for (const [fairId, more, expected] of attempts) {
    expect([more, await codeOf(verbs.addDelegation.run(boss, fairId, wish(more)))]).toEqual([
      more,
      expected,
    ]);
  }
  const [district] = (await verbs.listDelegations.run(boss, before)).slice(0, 1);
  expect(district).toMatchObject({ placeNameVi: 'Huyện Tiên Yên' });
});

it('keeps a booth for one delegation at most, whoever asks at once', async () => {
  const { fair, boss, ours, theirs } = await fairOfTwo();
  const { fairId } = fair;
  const keep = (delegationId: string, boothIds: string[], where = fairId) =>
    verbs.keepCluster.run(boss, { fairId: where, delegationId }, { boothIds });
  expect((await keep(ours.id, idsOf(fair, 'A01', 'A02'))).boothIds).toEqual(
    idsOf(fair, 'A01', 'A02'),
  );
  /* The whole cluster is told each time: A01 goes, A03 comes. */
  expect((await keep(ours.id, idsOf(fair, 'A03', 'A02'))).boothIds).toEqual(
    idsOf(fair, 'A02', 'A03'),
  );
  const stage = { fairId, id: newId(), code: 'S', nameVi: 'Sân khấu', nameEn: 'Stage' };
  await em().insert(Zone, { ...stage, kind: 'stage', xCm: 0, yCm: 0, widthCm: 9, depthCm: 9 });
  await em().query('UPDATE booth SET zone_id = $2 WHERE fair_id = $1 AND id = $3', [
    fairId,
    stage.id,
    ...idsOf(fair, 'B04'),
  ]);
  const elsewhere = await fairOfTwo();
  const attempts = [
    [() => keep(newId(), []), 'delegation_unknown'],
    [() => keep(elsewhere.ours.id, []), 'delegation_unknown'],
    [() => keep(ours.id, idsOf(elsewhere.fair, 'A01')), 'booth_not_found'],
    [() => keep(theirs.id, idsOf(fair, 'B04', 'A02')), 'zone_not_for_selling'],
    [() => keep(theirs.id, idsOf(fair, 'A01', 'A02')), 'booth_of_another_delegation'],
  ] as const;
  for (const [attempt, code] of attempts) expect(await codeOf(attempt())).toBe(code);

  const both = await Promise.all([
    codeOf(keep(ours.id, idsOf(fair, 'B01', 'B02'))),
    codeOf(keep(theirs.id, idsOf(fair, 'B02', 'B01'))),
  ]);
  expect(both.sort()).toEqual(['booth_of_another_delegation', 'done']);
  const twice = em().insert(DelegationBooth, [
    { fairId, boothId: idsOf(fair, 'B03')[0], delegationId: ours.id },
    { fairId, boothId: idsOf(fair, 'B03')[0], delegationId: theirs.id },
  ]);
  expect(await codeOf(twice)).toBe('delegation_booth_pkey');
  const [known] = idsOf(fair, 'B03');
  const strange = [
    [{ boothId: idsOf(elsewhere.fair, 'A01')[0], delegationId: ours.id }, 'booth_id'],
    [{ boothId: known, delegationId: elsewhere.ours.id }, 'delegation_id'],
  ] as const;
  for (const [row, column] of strange) {
    expect(await codeOf(em().insert(DelegationBooth, { fairId, ...row }))).toBe(
      `delegation_booth_fair_id_${column}_fkey`,
    );
  }
});

it('removes a delegation from which nothing hangs, and says in words what does', async () => {
  const { fair, boss, ours, theirs } = await fairOfTwo();
  const { fairId } = fair;
  const at = { fairId, delegationId: ours.id };
  await exhibitorOf(fairId, ours.id);
  await exhibitorOf(fairId, ours.id);
  await verbs.keepCluster.run(boss, at, { boothIds: idsOf(fair, 'A01') });
  await em().insert(FeeRelief, {
    ...{ fairId, id: newId(), ground: 'delegation', delegationId: ours.id },
    ...{ reason: 'Công văn 12/UBND', givenBy: boss.accountId, givenAt: new Date() },
  });
  await expect(verbs.removeDelegation.run(boss, at)).rejects.toMatchObject({
    code: 'delegation_in_use',
    sentence: {
      vi: 'Không xóa được: đoàn còn 2 đơn vị, 1 gian trong cụm, 1 mục phí do đoàn trả.',
      en: 'It cannot be removed: the delegation still has 2 exhibitors, 1 booth in its cluster, 1 rule by which it pays fees.',
    },
  });
  await verbs.removeDelegation.run(boss, { fairId, delegationId: theirs.id });
  expect(await codeOf(verbs.removeDelegation.run(boss, { fairId, delegationId: theirs.id }))).toBe(
    'delegation_unknown',
  );
  expect((await verbs.listDelegations.run(boss, fairId)).map(({ id }) => id)).toEqual([ours.id]);
});

it('counts what was planned, given and left, in the cluster and outside, and adds it up', async () => {
  const { fair, boss, ours, theirs } = await fairOfTwo();
  const { fairId } = fair;
  await verbs.keepCluster.run(
    boss,
    { fairId, delegationId: ours.id },
    {
      boothIds: idsOf(fair, 'A01', 'A02', 'A03'),
    },
  );
  const [first, second, guest, alone] = [
    await exhibitorOf(fairId, ours.id),
    await exhibitorOf(fairId, ours.id),
    await exhibitorOf(fairId, theirs.id),
    await exhibitorOf(fairId, null),
  ];
  await exhibitorOf(fairId, ours.id);
  await give(boss, fair, 'A01', first, 'half');
  await give(boss, fair, 'B01', second);
  await give(boss, fair, 'A03', guest, 'half');
  await give(boss, fair, 'B02', alone);
  const [choice] = await plan.readChoices.run(
    fairId,
    { exhibitorId: alone },
    idsOf(fair, 'A02')[0],
  );
  expect(choice).toMatchObject({
    fits: true,
    findings: [
      { code: 'booth_kept_for_another', vi: 'Gian A02 đang dành cho Đoàn xã Tiên Yên.' },
      { code: 'exhibitor_has_booth' },
    ],
  });
  const { rows, total } = await verbs.readSums.run(fairId);
  expect(rows).toMatchObject([
    { delegationId: theirs.id, quota: 2, givenInsideSixths: 0, givenOutsideSixths: 3 },
    {
      delegationId: ours.id,
      quota: 2,
      keptBooths: 3,
      keptFreeSixths: 12,
      keptHeldByOthersSixths: 3,
      givenInsideSixths: 3,
      givenOutsideSixths: 6,
      givenSixths: 9,
      quotaLeftSixths: 3,
      exhibitors: 3,
      exhibitorsWithoutBooth: 1,
      notes: [{ code: 'cluster_held_by_others' }],
    },
    { delegationId: null, nameVi: null, quota: null, givenOutsideSixths: 6, exhibitors: 1 },
  ]);
  expect(total).toMatchObject({
    quota: 4,
    givenSixths: 18,
    fairBooths: 8,
    fairFreeSixths: 30,
    exhibitors: 5,
    notes: [],
  });
});

it('adds up at every moment, while booths are given and taken back', async () => {
  const { fair, boss, ours, theirs } = await fairOfTwo();
  const { fairId } = fair;
  const pairs = await Promise.all(
    ['A01', 'A02', 'B01', 'B02'].map(async (code, at) => ({
      code,
      exhibitorId: await exhibitorOf(fairId, at % 2 === 0 ? ours.id : theirs.id),
    })),
  );
  let isBusy = true;
  const work = Promise.all(
    pairs.map(async ({ code, exhibitorId }) => {
      for (let round = 0; round < 4; round++) {
        const { id } = await give(boss, fair, code, exhibitorId);
        await plan.freeAllocation.run(boss, fairId, id);
      }
    }),
  ).finally(() => (isBusy = false));
  let looks = 0;
  while (isBusy) {
    const { total } = await verbs.readSums.run(fairId);
    expect(total.notes).toEqual([]);
    looks += 1;
  }
  await work;
  expect(looks).toBeGreaterThan(3);
});

it('lets no row in that is half a place, or no way to call somebody', async () => {
  const { fairId } = await makeFair(em(), { booths: 0 });
  const insert = (more: Partial<Delegation>) =>
    codeOf(
      em().insert(Delegation, {
        fairId,
        id: newId(),
        nameVi: 'Đoàn',
        nameEn: 'Delegation',
        ...more,
      }),
    );
  const attempts = [
    [{ countryCode: 'VN' }, 'delegation_place_whole'],
    [{ countryCode: 'VN', placeSet: '34' }, 'delegation_place_whole'],
    [{ countryCode: 'TH', placeSet: '34', placeCode: '48' }, 'delegation_place_whole'],
    [{ placeSet: '34', placeCode: '48' }, 'delegation_place_whole'],
    [{ countryCode: 'vn' }, 'delegation_country_shape'],
    [
      { countryCode: 'VN', placeSet: '34', placeCode: '99' },
      'delegation_place_set_place_code_fkey',
    ],
    [{ contactPerson: '' }, 'delegation_contact_person_length'],
    [{ contactPhone: 'không có' }, 'delegation_contact_phone_shape'],
    [{ contactMail: 'không có' }, 'delegation_contact_mail_shape'],
    [{ quota: -1 }, 'delegation_quota_range'],
    [{ countryCode: 'VN', placeSet: '34', placeCode: '48' }, 'done'],
  ] as const;
  for (const [row, expected] of attempts) expect(await insert(row)).toBe(expected);
});
