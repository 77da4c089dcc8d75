import { AuditEntry, type Caller } from '@phien/identity';
import { Clock, newId, Refusal } from '@phien/kernel';
import { brokenConstraint, sqlState, type TestDatabase } from '@phien/store';
import { Delegation } from '../exhibitor/delegation.entity';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { makeFair, type SmallFair } from '../testing/make-fair';
import { sealFair } from '../testing/seal-fair';
import { makeCaller, openPlanningDatabase, planVerbs } from '../testing/planning-database';
import { Allocation } from './allocation.entity';
import { ListSteps } from './list-steps';
import { ListWithoutBooth } from './list-without-booth';
import type { GaveBackDto } from './allocation.dto';
import type { AllocationState } from './state.rules';

/** Stands where it is set. */
class SetClock extends Clock {
  at = new Date('2025-10-01T02:00:00Z');
  now(): Date {
    return this.at;
  }
  passMinutes(minutes: number): void {
    this.at = new Date(this.at.getTime() + minutes * 60_000);
  }
}

let database: TestDatabase;
let organizer: Caller;
const clock = new SetClock();
let verbs: ReturnType<typeof planVerbs>;

beforeAll(async () => {
  database = await openPlanningDatabase();
  organizer = await makeCaller(database.dataSource);
  verbs = planVerbs(database.dataSource, clock);
});
beforeEach(() => (clock.at = new Date('2025-10-01T02:00:00Z')));

afterAll(() => database.close());

const em = () => database.dataSource.manager;

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Refusal) return error.code;
      throw error;
    },
  );

/** Three booths and three exhibitors, who have none; the organizer's grant in it is the caller's. */
async function openFair() {
  const fair = await makeFair(em(), { booths: 3 });
  await em().update(Allocation, { fairId: fair.fairId }, { freedAt: new Date('2025-09-01') });
  organizer = {
    ...organizer,
    grants: [{ fairId: fair.fairId, role: 'organizer', exhibitorId: null }],
  };
  return fair;
}

const exhibitorOf = (fair: SmallFair, n: number) => fair.exhibitors[n]?.id ?? '';
const give = (
  fair: SmallFair,
  booth: number,
  exhibitor: number,
  state: AllocationState,
  { forMinutes = 60, id = newId() } = {},
) =>
  verbs.allocateBooth.run(organizer, fair.fairId, {
    id,
    boothId: fair.booths[booth]?.id ?? '',
    exhibitorId: exhibitorOf(fair, exhibitor),
    share: 'whole',
    state,
    forMinutes: state === 'confirmed' ? undefined : forMinutes,
  });
const become = (
  fair: SmallFair,
  allocationId: string,
  state: AllocationState,
  { forMinutes = 60, id = newId() } = {},
) => verbs.changeState.run(organizer, fair.fairId, allocationId, { id, state, forMinutes });
const answer = (
  caller: Caller,
  fair: SmallFair,
  allocationId: string,
  word: 'accepted' | 'declined',
  id = newId(),
) => verbs.answerOffer.run(caller, fair.fairId, allocationId, { id, answer: word });
const exhibitorCaller = (fair: SmallFair, n: number) =>
  makeCaller(database.dataSource, {
    grants: [{ fairId: fair.fairId, role: 'exhibitor', exhibitorId: exhibitorOf(fair, n) }],
  });
/** 'A01 held 5': who asks for the plan sees this of every booth that is not free. */
async function seen(fair: SmallFair, caller: Caller = organizer): Promise<string[]> {
  return (await verbs.listBooths.run(fair.fairId, caller)).flatMap(({ code, ...booth }) => [
    ...booth.holders.map(({ name }) => `${code} confirmed ${name.split(' ').at(-1)}`),
    ...booth.reserved.map(({ state, minutesLeft }) => `${code} ${state} ${minutesLeft}`),
  ]);
}

describe('a booth that is held', () => {
  it('is nobody else’s until its term, and free at it without a worker', async () => {
    const fair = await openFair();
    await give(fair, 0, 0, 'held', { forMinutes: 30 });
    expect(await seen(fair)).toEqual(['A01 held 30']);
    clock.passMinutes(29);
    expect(await seen(fair)).toEqual(['A01 held 1']);
    expect(await codeOf(give(fair, 0, 1, 'confirmed'))).toBe('booth_already_allocated');
    clock.passMinutes(1);
    expect(await seen(fair)).toEqual([]);
    const { step } = await give(fair, 0, 1, 'confirmed');
    expect(await seen(fair)).toEqual(['A01 confirmed A02']);
    const { steps } = await new ListSteps(database.dataSource).run(organizer, fair.fairId, {
      boothId: fair.booths[0]?.id,
    });
    expect(steps.map(({ action, accountName }) => [action, accountName])).toEqual([
      ['booth_allocated', organizer.name],
      ['allocation_ran_out', null],
      ['booth_held', organizer.name],
    ]);
    expect(step.stepId).toBe(steps[0]?.stepId);
    expect(steps[1]?.changes).toMatchObject([
      {
        freed: { boothCode: 'A01', state: 'held', heldUntil: '2025-10-01T02:30:00.000Z' },
        given: null,
      },
    ]);
  });

  it('goes to one of twenty who ask for it in the moment it runs out', async () => {
    const fair = await openFair();
    await give(fair, 0, 0, 'held', { forMinutes: 1 });
    clock.passMinutes(1);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        codeOf(give(fair, 0, n % 3, n % 2 === 0 ? 'held' : 'confirmed')),
      ),
    );
    expect(answers.filter((code) => code === 'done')).toHaveLength(1);
    expect(answers.filter((code) => code === 'booth_already_allocated')).toHaveLength(19);
    expect(
      await em().countBy(AuditEntry, { fairId: fair.fairId, action: 'allocation_ran_out' }),
    ).toBe(1);
  });

  it('is told to open screens within the worker’s minute, once', async () => {
    const fair = await openFair();
    await give(fair, 0, 0, 'held', { forMinutes: 5 });
    await give(fair, 1, 1, 'offered', { forMinutes: 5 });
    await give(fair, 2, 2, 'held', { forMinutes: 6 });
    clock.passMinutes(5);
    verbs.words.length = 0;
    const ended = await Promise.all([
      verbs.freeDueAllocations.run(),
      verbs.freeDueAllocations.run(),
    ]);
    expect(ended.sort()).toEqual([0, 2]);
    expect(verbs.words).toEqual([{ channel: 'plan', fairId: fair.fairId, version: 4 }]);
    expect(await seen(fair)).toEqual(['B01 held 1']);
    clock.passMinutes(1);
    expect(await verbs.freeDueAllocations.run()).toBe(1);
  });

  it('is left as it is where two people have sealed the fair', async () => {
    const fair = await openFair();
    await give(fair, 0, 0, 'held', { forMinutes: 5 });
    await sealFair(em(), fair.fairId);
    clock.passMinutes(5);
    expect(await verbs.freeDueAllocations.run()).toBe(0);
    expect(await seen(fair)).toEqual([]);
  });

  it('counts against the quota of its delegation until it runs out', async () => {
    const fair = await openFair();
    const id = newId();
    const { fairId } = fair;
    await em().insert(Delegation, { fairId, id, nameVi: 'Đoàn', nameEn: 'Delegation', quota: 1 });
    await em().update(Exhibitor, { fairId }, { delegationId: id });
    await give(fair, 0, 0, 'held', { forMinutes: 10 });
    expect(await codeOf(give(fair, 1, 1, 'confirmed'))).toBe('delegation_quota_used');
    clock.passMinutes(10);
    expect(await codeOf(give(fair, 1, 1, 'confirmed'))).toBe('done');
  });

  it('is the same tap once, with the term of the first', async () => {
    const fair = await openFair();
    const id = newId();
    const first = await give(fair, 0, 0, 'held', { forMinutes: 30, id });
    clock.passMinutes(2);
    const second = await give(fair, 0, 0, 'held', { forMinutes: 30, id });
    expect(second).toEqual(first);
    expect(await codeOf(give(fair, 0, 0, 'confirmed', { id }))).toBe('allocation_id_taken');
  });
});

describe('an offer', () => {
  it('is seen and taken by its exhibitor alone, and confirmed by its word', async () => {
    const fair = await openFair();
    const offer = await give(fair, 0, 0, 'offered', { forMinutes: 1_440 });
    await give(fair, 1, 1, 'held');
    const [own, other] = [await exhibitorCaller(fair, 0), await exhibitorCaller(fair, 1)];
    const listed = (caller: Caller) => verbs.listOffers.run(caller, fair.fairId);
    expect(await listed(own)).toMatchObject([
      { id: offer.id, boothCode: 'A01', state: 'offered', heldUntil: '2025-10-02T02:00:00.000Z' },
    ]);
    expect(await listed(other)).toEqual([]);
    expect(await seen(fair, own)).toEqual([]);
    expect(await codeOf(answer(other, fair, offer.id, 'accepted'))).toBe('allocation_not_found');

    const id = newId();
    const step = await answer(own, fair, offer.id, 'accepted', id);
    expect(step).toMatchObject({
      action: 'offer_accepted',
      isOwn: true,
      changes: [
        {
          freed: { state: 'offered' },
          given: { allocationId: id, state: 'confirmed', heldUntil: null },
        },
      ],
    });
    expect((await answer(own, fair, offer.id, 'accepted', id)).stepId).toBe(step.stepId);
    expect(await codeOf(answer(own, fair, offer.id, 'declined'))).toBe(
      'allocation_no_longer_stands',
    );
    expect(await listed(own)).toEqual([]);
    expect(await seen(fair)).toEqual(['A01 confirmed A01', 'A02 held 60']);
  });

  it('is declined once, and its booth is free at once', async () => {
    const fair = await openFair();
    const offer = await give(fair, 0, 0, 'offered');
    const own = await exhibitorCaller(fair, 0);
    const step = await answer(own, fair, offer.id, 'declined');
    expect((await answer(own, fair, offer.id, 'declined')).stepId).toBe(step.stepId);
    expect(await codeOf(answer(own, fair, offer.id, 'accepted'))).toBe(
      'allocation_no_longer_stands',
    );
    expect(await seen(fair)).toEqual([]);
  });

  it('is answered by the staff of its zone, and by no other zone’s', async () => {
    const fair = await openFair();
    const offer = await give(fair, 0, 0, 'offered');
    const staffOf = async (zone: number) => {
      const staff = await makeCaller(database.dataSource, {
        grants: [{ fairId: fair.fairId, role: 'zone_staff' }],
      });
      await em().query(
        `INSERT INTO role_grant (fair_id, account_id, role, granted_at) VALUES ($1, $2, 'zone_staff', now())`,
        [fair.fairId, staff.accountId],
      );
      await em().query(
        `INSERT INTO role_zone (fair_id, account_id, role, zone_id) VALUES ($1, $2, 'zone_staff', $3)`,
        [fair.fairId, staff.accountId, fair.zones[zone]?.id],
      );
      return staff;
    };
    const [here, there] = [await staffOf(0), await staffOf(1)];
    expect(await verbs.listOffers.run(there, fair.fairId)).toEqual([]);
    expect(await codeOf(answer(there, fair, offer.id, 'accepted'))).toBe('allocation_not_found');
    expect(await verbs.listOffers.run(here, fair.fairId)).toHaveLength(1);
    expect(await codeOf(answer(here, fair, offer.id, 'accepted'))).toBe('done');
  });
});

it('refuses what a state does not lead to, in a fixed order', async () => {
  const fair = await openFair();
  const confirmed = await give(fair, 0, 0, 'confirmed');
  const held = await give(fair, 1, 1, 'held', { forMinutes: 5 });
  const late = await give(fair, 2, 2, 'offered', { forMinutes: 1 });
  const [own, second, third] = await Promise.all([0, 1, 2].map((n) => exhibitorCaller(fair, n)));
  clock.passMinutes(1);
  const attempts: [attempt: () => Promise<unknown>, code: string][] = [
    [() => become({ ...fair, fairId: newId() }, held.id, 'offered'), 'allocation_not_found'],
    [() => become(fair, newId(), 'offered'), 'allocation_not_found'],
    [() => answer(own!, fair, confirmed.id, 'declined'), 'allocation_not_found'],
    [() => answer(second!, fair, held.id, 'accepted'), 'allocation_not_found'],
    [() => answer(third!, fair, late.id, 'accepted'), 'allocation_ran_out'],
    [() => answer(third!, fair, late.id, 'declined'), 'allocation_ran_out'],
    [() => become(fair, late.id, 'confirmed'), 'allocation_ran_out'],
    [() => become(fair, confirmed.id, 'held'), 'state_not_from_here'],
    [() => become(fair, confirmed.id, 'offered'), 'state_not_from_here'],
    [() => become(fair, confirmed.id, 'confirmed'), 'nothing_to_change'],
    [() => become(fair, held.id, 'offered'), 'done'],
    [() => become(fair, held.id, 'offered'), 'allocation_no_longer_stands'],
  ];
  for (const [at, [attempt, code]] of attempts.entries()) {
    expect([at, await codeOf(attempt())]).toEqual([at, code]);
  }
});

it('keeps state and term when a share is moved or changed, and undoes each step to what was', async () => {
  const fair = await openFair();
  const { fairId } = fair;
  const held = await give(fair, 0, 0, 'held', { forMinutes: 60 });
  clock.passMinutes(10);
  const moved = await verbs.moveAllocation.run(organizer, fairId, held.id, {
    id: newId(),
    boothId: fair.booths[1]?.id ?? '',
  });
  expect(await seen(fair)).toEqual(['A02 held 50']);
  const movedId = moved.changes[0]?.given?.allocationId ?? '';
  const offered = await become(fair, movedId, 'offered', { forMinutes: 600 });
  const offeredId = offered.changes[0]?.given?.allocationId ?? '';
  const confirmed = await become(fair, offeredId, 'confirmed');
  expect(await seen(fair)).toEqual(['A02 confirmed A01']);
  const undo = (stepId: string) => verbs.undoStep.run(organizer, fairId, stepId, { id: newId() });
  await undo(confirmed.stepId);
  expect(await seen(fair)).toEqual(['A02 offered 600']);
  await undo(offered.stepId);
  expect(await seen(fair)).toEqual(['A02 held 50']);
  const freed = await verbs.freeAllocation.run(
    organizer,
    fairId,
    (await verbs.listBooths.run(fairId, organizer))[1]?.reserved[0]?.allocationId ?? '',
  );
  expect(await seen(fair)).toEqual([]);
  clock.passMinutes(50);
  expect(await codeOf(undo(freed.stepId))).toBe('allocation_ran_out');
});

describe('who stands nowhere', () => {
  const listed = async (fair: SmallFair) =>
    (await new ListWithoutBooth(database.dataSource, clock).run(fair.fairId)).map(
      ({ exhibitorName, gaveBack }) => `${exhibitorName.split(' ').at(-1)} ${saidOf(gaveBack)}`,
    );
  const saidOf = (gaveBack: GaveBackDto | null) =>
    gaveBack && `${gaveBack.isDeclined ? 'declined' : 'gave'} ${gaveBack.boothCode}`;
  const free = (fair: SmallFair, id: string) =>
    verbs.freeAllocation.run(organizer, fair.fairId, id);
  const undo = (fair: SmallFair, stepId: string) =>
    verbs.undoStep.run(organizer, fair.fairId, stepId, { id: newId() });

  it('is listed, with the booth that was taken back of it or that it declined, when and by whom', async () => {
    const fair = await openFair();
    expect(await listed(fair)).toEqual(['A01 null', 'A02 null', 'B01 null']);
    const { id } = await give(fair, 0, 0, 'confirmed');
    const offered = await give(fair, 1, 1, 'offered');
    expect(await listed(fair)).toEqual(['B01 null']);
    await free(fair, id);
    await answer(await exhibitorCaller(fair, 1), fair, offered.id, 'declined');
    expect(await listed(fair)).toEqual(['A01 gave A01', 'A02 declined A02', 'B01 null']);
    const [first] = await new ListWithoutBooth(database.dataSource, clock).run(fair.fairId);
    expect(first?.gaveBack?.accountName).toBe(organizer.name);
    expect(Math.abs(Date.parse(first?.gaveBack?.at ?? '') - Date.now())).toBeLessThan(60_000);
    expect(await new ListWithoutBooth(database.dataSource, clock).run('x')).toEqual([]);
  });

  it('has not cancelled where it still stands, was only held something, or a step was undone', async () => {
    const fair = await openFair();
    const one = await give(fair, 0, 0, 'confirmed');
    await give(fair, 1, 0, 'confirmed');
    await free(fair, one.id);
    expect(await listed(fair)).toEqual(['A02 null', 'B01 null']);
    const held = await give(fair, 2, 1, 'held');
    await free(fair, held.id);
    const given = await give(fair, 2, 2, 'confirmed');
    await undo(fair, given.step.stepId);
    expect(await listed(fair)).toEqual(['A02 null', 'B01 null']);
    const again = await give(fair, 0, 2, 'confirmed');
    const freed = await free(fair, again.id);
    expect(await listed(fair)).toEqual(['A02 null', 'B01 gave A01']);
    await undo(fair, freed.stepId);
    expect(await listed(fair)).toEqual(['A02 null']);
  });
});

describe('the database by itself', () => {
  const insert = (fair: SmallFair, state: string, heldUntil: Date | null) =>
    em()
      .query(
        `INSERT INTO allocation (fair_id, id, booth_id, exhibitor_id, sharer_id, sixths, during, state, held_until)
         VALUES ($1, $2, $3, $4, $2, '{[0,6)}', '[,)', $5, $6)`,
        [fair.fairId, newId(), fair.booths[0]?.id, exhibitorOf(fair, 0), state, heldUntil],
      )
      .then(
        () => 'inserted',
        (error: unknown) => `${sqlState(error)} ${brokenConstraint(error)}`,
      );

  it('knows three states, and a term for all but what is confirmed', async () => {
    const fair = await openFair();
    const term = new Date('2025-10-02T00:00:00Z');
    expect(await insert(fair, 'promised', term)).toBe('23514 allocation_state_known');
    expect(await insert(fair, 'held', null)).toBe('23514 allocation_held_until');
    expect(await insert(fair, 'confirmed', term)).toBe('23514 allocation_held_until');
  });

  it('gives no sixth twice, however firmly', async () => {
    const fair = await openFair();
    const term = new Date('2025-10-02T00:00:00Z');
    expect(await insert(fair, 'held', term)).toBe('inserted');
    expect(await insert(fair, 'confirmed', null)).toMatch(/^23P01 allocation_/);
  });
});
