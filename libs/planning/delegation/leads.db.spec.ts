import { RoleGrant, type Caller } from '@phien/identity';
import { Clock, newId, Refusal } from '@phien/kernel';
import { brokenConstraint, type TestDatabase } from '@phien/store';
import type { AddExhibitorDto } from '../exhibitor/exhibitor.dto';
import { makeFair, type SmallFair } from '../testing/make-fair';
import {
  delegationVerbs,
  makeCaller,
  openPlanningDatabase,
  planVerbs,
} from '../testing/planning-database';

/** A clock that stands where it is put. */
class StillClock extends Clock {
  constructor(private at: string) {
    super();
  }

  put(at: string): void {
    this.at = at;
  }

  now(): Date {
    return new Date(this.at);
  }
}

const BEFORE = '2025-10-20T05:00:00Z';
const AFTER = '2025-10-26T05:00:00Z';

let database: TestDatabase;
let verbs: ReturnType<typeof delegationVerbs>;
let plan: ReturnType<typeof planVerbs>;
const clock = new StillClock(BEFORE);

beforeAll(async () => {
  database = await openPlanningDatabase();
  verbs = delegationVerbs(database.dataSource, clock);
  plan = planVerbs(database.dataSource, clock);
});
beforeEach(() => clock.put(BEFORE));
afterAll(() => database.close());

const em = () => database.dataSource.manager;

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : brokenConstraint(error)),
  );

const wish = (more: Partial<AddExhibitorDto> = {}): AddExhibitorDto => ({
  name: 'Hợp tác xã gà đồi Tiên Yên',
  kind: 'cooperative',
  paysVat: true,
  placeSet: 'qn-communes',
  placeCode: '06862',
  ...more,
});

const idOf = ({ booths }: SmallFair, code: string) =>
  booths.find((booth) => booth.code === code)!.id;

/**
 * A fair of 8 booths with two delegations of two booths each in their clusters (A01, A02 and B01,
 * B02), a lead of the first who may give booths until 25 October, and an exhibitor of each.
 */
async function fairWithLead(setting: { leadGivesBooths?: boolean } = {}) {
  const fair = await makeFair(em(), { booths: 8, exhibitors: 0 });
  const { fairId } = fair;
  const boss = await makeCaller(database.dataSource, { grants: [{ fairId, role: 'organizer' }] });
  const lead = await makeCaller(database.dataSource, {
    grants: [{ fairId, role: 'delegation_lead' }],
  });
  const add = (nameVi: string, codes: string[]) =>
    verbs.addDelegation
      .run(boss, fairId, { nameVi, nameEn: nameVi, quota: 2, leadGivesBooths: true, ...setting })
      .then(({ id }) =>
        verbs.keepCluster.run(
          boss,
          { fairId, delegationId: id },
          { boothIds: codes.map((code) => idOf(fair, code)) },
        ),
      );
  const ours = await add('Đoàn xã Tiên Yên', ['A01', 'A02']);
  const theirs = await add('Đoàn Đà Nẵng', ['B01', 'B02']);
  await em().insert(RoleGrant, {
    fairId,
    accountId: lead.accountId,
    role: 'delegation_lead',
    delegationId: ours.id,
    grantedAt: new Date(),
  });
  await verbs.setLeadDeadline.run(boss, fairId, { lastDay: '2025-10-25' });
  const own = await verbs.addExhibitor.run(lead, fairId, wish());
  const foreign = await verbs.addExhibitor.run(boss, fairId, wish({ delegationId: theirs.id }));
  return { fair, fairId, boss, lead, ours, theirs, own, foreign };
}

type Setting = Awaited<ReturnType<typeof fairWithLead>>;

const giveAs = (
  who: Caller,
  { fair, fairId }: Setting,
  code: string,
  exhibitorId: string,
  id = newId(),
) =>
  plan.allocateBooth.run(who, fairId, {
    id,
    boothId: idOf(fair, code),
    exhibitorId,
    share: 'whole',
  });

it('lets a lead see its own delegation, and of others not even a name', async () => {
  const here = await fairWithLead();
  await giveAs(here.lead, here, 'A01', here.own.id);
  await giveAs(here.boss, here, 'A02', here.foreign.id);
  const seen = await verbs.readOwnDelegation.run(here.lead, here.fairId);
  expect(seen).toMatchObject({
    delegation: { id: here.ours.id, quota: 2 },
    sums: { givenSixths: 6, quotaLeftSixths: 6, keptHeldByOthersSixths: 6 },
    booths: [
      { code: 'A01', isKept: true, freeSixths: 0, holders: [{ name: here.own.name }] },
      { code: 'A02', isKept: true, freeSixths: 0, othersSixths: 6, holders: [] },
    ],
    exhibitors: [{ id: here.own.id, boothCodes: ['A01'] }],
    zones: [{ code: 'A' }, { code: 'B' }],
    lastDay: '2025-10-25',
    isOpen: true,
  });
  expect(seen.otherBooths).toHaveLength(6);
  expect(seen.otherBooths[0]).toEqual({ xCm: 600, yCm: 0, widthCm: 300, depthCm: 300 });
  const told = JSON.stringify(seen);
  expect(
    [here.foreign.id, here.theirs.id, 'Đà Nẵng'].filter((each) => told.includes(each)),
  ).toEqual([]);
  clock.put(AFTER);
  expect(await verbs.readOwnDelegation.run(here.lead, here.fairId)).toMatchObject({
    isOpen: false,
  });
  expect(await codeOf(verbs.readOwnDelegation.run(here.boss, here.fairId))).toBe('role_missing');
});

it('puts what a lead adds into its own delegation, once for the same id, and rings for it', async () => {
  const { fairId, lead, ours } = await fairWithLead();
  const id = newId();
  const added = await verbs.addExhibitor.run(
    lead,
    fairId,
    wish({ id, contactPhone: '0203 111 222' }),
  );
  expect(added).toMatchObject({ id, delegationId: ours.id, contactPhone: '0203 111 222' });
  expect(await verbs.addExhibitor.run(lead, fairId, wish({ id }))).toMatchObject({ id });
  expect(await codeOf(verbs.addExhibitor.run(lead, fairId, wish({ id, name: 'Tên khác' })))).toBe(
    'exhibitor_id_taken',
  );
  const [entry] = await em().query<{ account_id: string }[]>(
    `SELECT account_id FROM audit_entry WHERE fair_id = $1 AND subject_id = $2`,
    [fairId, id],
  );
  expect(entry).toEqual({ account_id: lead.accountId });
  expect(verbs.words).toContainEqual(expect.objectContaining({ channel: 'plan', fairId }));
});

it('confines a lead to its own exhibitors, its cluster, its quota and its time, in this order', async () => {
  const here = await fairWithLead();
  const elsewhere = await fairWithLead();
  const { fairId, lead, own, foreign, theirs } = here;
  const add = (more: Partial<AddExhibitorDto>, where = fairId) =>
    verbs.addExhibitor.run(lead, where, wish(more));
  const change = (exhibitorId: string, where = fairId) =>
    verbs.changeExhibitor.run(
      lead,
      { fairId: where, exhibitorId },
      { name: 'Tên đúng', kind: 'household', paysVat: false },
    );
  const free = (id: string) => plan.freeAllocation.run(lead, fairId, id);
  const ofForeign = await giveAs(here.boss, here, 'B01', foreign.id);
  const outside = await giveAs(here.boss, here, 'B03', own.id);
  const attempts: [what: string, at: string, attempt: () => Promise<unknown>, code: string][] = [
    ['to another delegation', BEFORE, () => add({ delegationId: theirs.id }), 'delegation_unknown'],
    [
      'to none of this fair',
      BEFORE,
      () => add({ delegationId: elsewhere.ours.id }),
      'delegation_unknown',
    ],
    [
      'another delegation, too late',
      AFTER,
      () => add({ delegationId: theirs.id }),
      'delegation_unknown',
    ],
    ['too late', AFTER, () => add({}), 'lead_deadline_passed'],
    ['no such place, too late', AFTER, () => add({ placeCode: '99' }), 'lead_deadline_passed'],
    ['no such place', BEFORE, () => add({ placeCode: '99' }), 'place_unknown'],
    ['one of another delegation', BEFORE, () => change(foreign.id), 'exhibitor_not_found'],
    ['one of another fair', BEFORE, () => change(elsewhere.own.id), 'exhibitor_not_found'],
    ['one of another delegation, too late', AFTER, () => change(foreign.id), 'exhibitor_not_found'],
    ['own, too late', AFTER, () => change(own.id), 'lead_deadline_passed'],
    ['own', BEFORE, () => change(own.id), 'done'],
    [
      'a gift to another’s',
      BEFORE,
      () => giveAs(lead, here, 'A01', foreign.id),
      'exhibitor_not_found',
    ],
    [
      'a gift to another fair’s',
      BEFORE,
      () => giveAs(lead, here, 'A01', elsewhere.own.id),
      'exhibitor_not_found',
    ],
    ['another’s cluster', BEFORE, () => giveAs(lead, here, 'B02', own.id), 'booth_outside_cluster'],
    ['nobody’s cluster', BEFORE, () => giveAs(lead, here, 'A04', own.id), 'booth_outside_cluster'],
    [
      'another’s cluster, too late',
      AFTER,
      () => giveAs(lead, here, 'B02', own.id),
      'booth_outside_cluster',
    ],
    ['a gift, too late', AFTER, () => giveAs(lead, here, 'A01', own.id), 'lead_deadline_passed'],
    ['a gift', BEFORE, () => giveAs(lead, here, 'A01', own.id), 'done'],
    [
      'a gift beyond the quota',
      BEFORE,
      () => giveAs(lead, here, 'A02', own.id),
      'delegation_quota_used',
    ],
    ['back what another’s holds', BEFORE, () => free(ofForeign.id), 'allocation_not_found'],
    ['back what is outside', BEFORE, () => free(outside.id), 'booth_outside_cluster'],
  ];
  for (const [what, at, attempt, expected] of attempts) {
    clock.put(at);
    expect([what, await codeOf(attempt())]).toEqual([what, expected]);
  }
});

it('lets a lead give and take back booths only where an organizer lets it', async () => {
  const here = await fairWithLead();
  const { fairId, lead, boss, ours, own } = here;
  const { id } = await giveAs(lead, here, 'A01', own.id);
  await verbs.changeDelegation.run(
    boss,
    { fairId, delegationId: ours.id },
    { nameVi: ours.nameVi, nameEn: ours.nameEn, quota: 2 },
  );
  expect(await codeOf(plan.freeAllocation.run(lead, fairId, id))).toBe('lead_gives_no_booths');
  expect(await codeOf(giveAs(lead, here, 'B02', own.id))).toBe('lead_gives_no_booths');
  await verbs.changeDelegation.run(
    boss,
    { fairId, delegationId: ours.id },
    { nameVi: ours.nameVi, nameEn: ours.nameEn, quota: 2, leadGivesBooths: true },
  );
  expect(await codeOf(plan.freeAllocation.run(lead, fairId, id))).toBe('done');
});

it('lets a lead give and take back, and neither hold, offer, nor end what organizers hold or offer', async () => {
  const here = await fairWithLead();
  const { fairId, lead, boss, own } = here;
  const give = (who: Caller, state: 'held' | 'offered') =>
    plan.allocateBooth.run(who, fairId, {
      id: newId(),
      boothId: idOf(here.fair, 'A01'),
      exhibitorId: own.id,
      share: 'whole',
      state,
      forMinutes: 60,
    });
  for (const state of ['held', 'offered'] as const) {
    expect(await codeOf(give(lead, state))).toBe('state_not_from_here');
    const { id } = await give(boss, state);
    expect(await codeOf(plan.freeAllocation.run(lead, fairId, id))).toBe('state_not_from_here');
    expect(await codeOf(plan.freeAllocation.run(boss, fairId, id))).toBe('done');
  }
});

it('sees a booth of its cluster free again from the term of whoever held it', async () => {
  const here = await fairWithLead();
  await plan.allocateBooth.run(here.boss, here.fairId, {
    id: newId(),
    boothId: idOf(here.fair, 'A01'),
    exhibitorId: here.foreign.id,
    share: 'whole',
    state: 'held',
    forMinutes: 60,
  });
  const freeNow = async () =>
    (await verbs.readOwnDelegation.run(here.lead, here.fairId)).booths[0]?.freeSixths;
  expect(await freeNow()).toBe(0);
  clock.put('2025-10-20T06:00:00Z');
  expect(await freeNow()).toBe(6);
  expect(await codeOf(giveAs(here.lead, here, 'A01', here.own.id))).toBe('done');
});

it('lets a lead that is an exhibitor too answer what is offered to it, wherever the booth stands', async () => {
  const here = await fairWithLead({ leadGivesBooths: false });
  const { fairId, boss, lead, own } = here;
  const offer = await plan.allocateBooth.run(boss, fairId, {
    id: newId(),
    boothId: idOf(here.fair, 'B04'),
    exhibitorId: own.id,
    share: 'whole',
    state: 'offered',
    forMinutes: 60,
  });
  const both = {
    ...lead,
    grants: [...lead.grants, { fairId, role: 'exhibitor' as const, exhibitorId: own.id }],
  };
  const yes = { id: newId(), answer: 'accepted' as const };
  expect(await codeOf(plan.answerOffer.run(lead, fairId, offer.id, yes))).toBe(
    'allocation_not_found',
  );
  expect(await codeOf(plan.answerOffer.run(both, fairId, offer.id, yes))).toBe('done');
});

it('turns a lead away that was dismissed a moment ago', async () => {
  const { fairId, lead, own } = await fairWithLead();
  await em().delete(RoleGrant, { fairId, accountId: lead.accountId });
  const attempts = [
    () => verbs.addExhibitor.run(lead, fairId, wish()),
    () =>
      verbs.changeExhibitor.run(
        lead,
        { fairId, exhibitorId: own.id },
        { name: 'Tên', kind: 'household', paysVat: false },
      ),
    () => verbs.readOwnDelegation.run(lead, fairId),
  ];
  for (const attempt of attempts) expect(await codeOf(attempt())).toBe('role_missing');
});

it('keeps the quota when a lead and an organizer give the last booth at once', async () => {
  const here = await fairWithLead();
  await giveAs(here.lead, here, 'A01', here.own.id);
  const both = await Promise.all([
    codeOf(giveAs(here.lead, here, 'A02', here.own.id)),
    codeOf(giveAs(here.boss, here, 'A03', here.own.id)),
  ]);
  expect(both.sort()).toEqual(['delegation_quota_used', 'done']);
});

it('takes a booth out of the cluster before or after a lead gives it, and never in between', async () => {
  const here = await fairWithLead();
  const { fairId, boss, lead, ours, own } = here;
  const [given] = await Promise.all([
    codeOf(giveAs(lead, here, 'A01', own.id)),
    verbs.keepCluster.run(boss, { fairId, delegationId: ours.id }, { boothIds: [] }),
  ]);
  expect(['done', 'booth_outside_cluster']).toContain(given);
  const { rows } = await verbs.readSums.run(fairId);
  const row = rows.find(({ delegationId }) => delegationId === ours.id);
  expect(row).toMatchObject({ givenOutsideSixths: given === 'done' ? 6 : 0, keptBooths: 0 });
});

it('writes the table as a workbook and as lines that add up', async () => {
  const here = await fairWithLead();
  await giveAs(here.lead, here, 'A01', here.own.id);
  const file = (kind: 'xlsx' | 'csv') =>
    verbs.exportSums.run(here.fairId, { file: kind, language: 'vi' });
  const csv = await file('csv');
  expect(csv.name).toBe(`phien-${here.fair.code}-delegations.csv`);
  const lines = csv.bytes.toString('utf8').split('\r\n');
  expect(lines.slice(1, 5)).toEqual([
    'Đoàn Đà Nẵng,2,2,0,0,0,12,12,0,1,1,',
    'Đoàn xã Tiên Yên,2,2,6,0,6,6,6,0,1,0,',
    'Không theo đoàn,,0,0,0,0,,0,0,0,0,',
    'Cộng,4,4,6,0,6,18,18,0,2,1,',
  ]);
  expect(lines).toContain('Tính đến 20/10/2025 12:00.');
  const { readXlsx } = await import('hucre/xlsx');
  const book = await readXlsx((await file('xlsx')).bytes);
  expect(book.sheets[0]?.rows[4]?.slice(0, 6)).toEqual(['Cộng', 4, 4, 1, 0, 1]);
});
