import { AuditEntry, type Caller } from '@phien/identity';
import { newId, Refusal } from '@phien/kernel';
import { lockExclusive, type TestDatabase } from '@phien/store';
import { Delegation } from '../exhibitor/delegation.entity';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { Zone } from '../plan/zone.entity';
import { makeFair, type SmallFair } from '../testing/make-fair';
import { sealFair } from '../testing/seal-fair';
import { makeCaller, openPlanningDatabase, planVerbs } from '../testing/planning-database';
import { Allocation } from './allocation.entity';
import { readStanding } from './read-standing';
import { ListSteps } from './list-steps';

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

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof Refusal) return error.code;
      throw error;
    },
  );

/** Who stands where and with how much: 'A01 Đơn vị kiểm thử A01 6'. */
async function standing(fair: SmallFair): Promise<string[]> {
  const held = await readStanding(em(), fair.fairId, new Date());
  const names = new Map(
    (await em().findBy(Exhibitor, { fairId: fair.fairId })).map(({ id, name }) => [id, name]),
  );
  return held
    .map(
      ({ boothCode, exhibitorId, sixths }) =>
        `${boothCode} ${names.get(exhibitorId)?.split(' ').at(-1)} ${sixths.join('')}`,
    )
    .sort();
}

const boothId = (fair: SmallFair, code: string) =>
  fair.booths.find((booth) => booth.code === code)?.id ?? '';
const allocationAt = (fair: SmallFair, code: string) =>
  fair.allocations.find((allocation) => allocation.boothId === boothId(fair, code))?.id ?? '';
const free = (fair: SmallFair, id: string) => verbs.freeAllocation.run(organizer, fair.fairId, id);
const move = (fair: SmallFair, id: string, to: string, newAllocationId = newId()) =>
  verbs.moveAllocation.run(organizer, fair.fairId, id, {
    id: newAllocationId,
    boothId: boothId(fair, to),
  });
const undo = (fair: SmallFair, stepId: string, id = newId()) =>
  verbs.undoStep.run(organizer, fair.fairId, stepId, { id });

/** Puts exhibitors into a delegation of their own. */
async function together(fair: SmallFair, exhibitorIds: string[], quota: number | null = null) {
  const id = newId();
  const { fairId } = fair;
  await em().insert(Delegation, { fairId, id, nameVi: 'Đoàn', nameEn: 'Delegation', quota });
  for (const exhibitorId of exhibitorIds) {
    await em().update(Exhibitor, { fairId, id: exhibitorId }, { delegationId: id });
    await em().update(Allocation, { fairId, exhibitorId }, { sharerId: id });
  }
  return id;
}

describe('freeing', () => {
  it('makes room, is written down with its values, and is said after the commit', async () => {
    const fair = await makeFair(em(), { booths: 2 });
    const step = await free(fair, allocationAt(fair, 'A01'));
    expect(step).toMatchObject({
      action: 'booth_freed',
      isOwn: true,
      isUndoable: true,
      changes: [
        {
          exhibitorName: 'Đơn vị kiểm thử A01',
          freed: { boothCode: 'A01', sixths: [0, 1, 2, 3, 4, 5] },
          given: null,
        },
      ],
    });
    expect(await standing(fair)).toEqual(['B01 B01 012345']);
    expect(verbs.words.at(-1)).toEqual({ channel: 'plan', fairId: fair.fairId, version: 1 });
  });

  it('twice is once, also at the same moment', async () => {
    const fair = await makeFair(em(), { booths: 1 });
    const id = allocationAt(fair, 'A01');
    const steps = await Promise.all([free(fair, id), free(fair, id), free(fair, id)]);
    expect(new Set(steps.map(({ stepId }) => stepId)).size).toBe(1);
    expect(await em().countBy(AuditEntry, { fairId: fair.fairId })).toBe(1);
  });
});

describe('moving', () => {
  it('frees the old booth and gives the new one, share kept, in one step', async () => {
    const fair = await makeFair(em(), { booths: 4, exhibitors: 2 });
    const id = newId();
    const step = await move(fair, allocationAt(fair, 'A01'), 'B02', id);
    expect(step.changes).toMatchObject([
      { freed: { boothCode: 'A01' }, given: { boothCode: 'B02', allocationId: id } },
    ]);
    expect(await standing(fair)).toEqual(['A02 A02 012345', 'B02 A01 012345']);
    const again = await move(fair, allocationAt(fair, 'A01'), 'B02', id);
    expect(again.stepId).toBe(step.stepId);
  });

  it('refuses a full booth, its own booth, and what has moved on since', async () => {
    const fair = await makeFair(em(), { booths: 4, exhibitors: 2 });
    const id = allocationAt(fair, 'A01');
    expect(await codeOf(move(fair, id, 'A02'))).toBe('booth_already_allocated');
    expect(await codeOf(move(fair, id, 'A01'))).toBe('nothing_to_change');
    await move(fair, id, 'B01');
    expect(await codeOf(move(fair, id, 'B02'))).toBe('allocation_no_longer_stands');
    expect(await standing(fair)).toEqual(['A02 A02 012345', 'B01 A01 012345']);
  });

  it('neither loses nor doubles a booth when everyone moves everyone', async () => {
    const fair = await makeFair(em(), { booths: 12, exhibitors: 8 });
    const codes = fair.booths.map(({ code }) => code);
    const answers = await Promise.all(
      fair.allocations.flatMap(({ id }) =>
        codes.slice(8).map((code) => codeOf(move(fair, id, code))),
      ),
    );
    expect(answers.filter((code) => code === 'done')).toHaveLength(4);
    const held = await readStanding(em(), fair.fairId, new Date());
    expect(held).toHaveLength(8);
    expect(new Set(held.map((each) => each.boothId)).size).toBe(8);
    expect(new Set(held.map((each) => each.exhibitorId)).size).toBe(8);
  });

  it('comes through a deadlock that someone else made', async () => {
    // Postgres ends whoever looks last; a round in which that was the other one says nothing.
    for (let isOtherEnded = true; isOtherEnded;) {
      const fair = await makeFair(em(), { booths: 2, exhibitors: 1 });
      const [a, b] = fair.booths.map(({ id }) => id).sort();
      const other = database.dataSource.createQueryRunner();
      await other.startTransaction();
      await lockExclusive(other.manager, 'booth', fair.fairId, b ?? '');
      const moving = codeOf(move(fair, allocationAt(fair, 'A01'), 'B01'));
      for (let waits = 0; waits === 0;) {
        const [row] = await database.dataSource.query<{ n: number }[]>(
          `SELECT count(*) AS n FROM pg_locks l JOIN pg_database d ON d.oid = l.database
           WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted`,
        );
        waits = row?.n ?? 0;
      }
      isOtherEnded = await lockExclusive(other.manager, 'booth', fair.fairId, a ?? '').then(
        () => false,
        (reason: unknown) => {
          expect(reason).toMatchObject({ driverError: { code: '40P01' } });
          return true;
        },
      );
      await other.rollbackTransaction();
      await other.release();
      expect(await moving).toBe('done');
      expect(await standing(fair)).toEqual(['B01 A01 012345']);
    }
  });
});

describe('changing places', () => {
  it('swaps two full booths in one moment, and back when it is undone', async () => {
    const fair = await makeFair(em(), { booths: 2 });
    const wanted = {
      firstId: allocationAt(fair, 'A01'),
      secondId: allocationAt(fair, 'B01'),
      newFirstId: newId(),
      newSecondId: newId(),
    };
    const swap = () => verbs.swapAllocations.run(organizer, fair.fairId, wanted);
    const [step, again] = [await swap(), await swap()];
    expect(again.stepId).toBe(step.stepId);
    expect(await standing(fair)).toEqual(['A01 B01 012345', 'B01 A01 012345']);
    await undo(fair, step.stepId);
    expect(await standing(fair)).toEqual(['A01 A01 012345', 'B01 B01 012345']);
  });

  it('crosses another swap without losing anyone', async () => {
    const fair = await makeFair(em(), { booths: 3 });
    const swap = (first: string, second: string) =>
      codeOf(
        verbs.swapAllocations.run(organizer, fair.fairId, {
          firstId: allocationAt(fair, first),
          secondId: allocationAt(fair, second),
          newFirstId: newId(),
          newSecondId: newId(),
        }),
      );
    const answers = await Promise.all([swap('A01', 'A02'), swap('A02', 'B01'), swap('B01', 'A01')]);
    expect(answers.sort()).toEqual([
      'allocation_no_longer_stands',
      'allocation_no_longer_stands',
      'done',
    ]);
    const held = await readStanding(em(), fair.fairId, new Date());
    expect(new Set(held.map((each) => each.boothId)).size).toBe(3);
    expect(new Set(held.map((each) => each.exhibitorId)).size).toBe(3);
  });
});

describe('sharing', () => {
  it('lowers a share so that a friend fits in, and raises it while there is room', async () => {
    const fair = await makeFair(em(), { booths: 3, exhibitors: 2 });
    const [first, friend] = fair.exhibitors;
    await together(fair, [first?.id ?? '', friend?.id ?? '']);
    const share = (id: string, wanted: 'whole' | 'half' | 'third', newAllocationId = newId()) =>
      verbs.changeShare.run(organizer, fair.fairId, id, { id: newAllocationId, share: wanted });
    const whole = allocationAt(fair, 'A01');
    const friendAt = allocationAt(fair, 'A02');
    expect(await codeOf(share(whole, 'whole'))).toBe('nothing_to_change');
    const half = newId();
    expect((await share(whole, 'half', half)).action).toBe('allocation_share_changed');
    expect(await codeOf(move(fair, friendAt, 'A01'))).toBe('booth_already_allocated');
    const third = newId();
    await share(friendAt, 'third', third);
    const inside = newId();
    await move(fair, third, 'A01', inside);
    expect(await standing(fair)).toEqual(['A01 A01 012', 'A01 A02 34']);
    expect(await codeOf(share(inside, 'half'))).toBe('done');
    expect(await codeOf(share(half, 'whole'))).toBe('booth_already_allocated');
    expect(await standing(fair)).toEqual(['A01 A01 012', 'A01 A02 345']);
  });

  it('holds a delegation to its quota when a share grows, and lets it move about', async () => {
    const fair = await makeFair(em(), { booths: 3, exhibitors: 2 });
    await together(
      fair,
      fair.exhibitors.map(({ id }) => id),
      1,
    );
    expect(await codeOf(move(fair, allocationAt(fair, 'A01'), 'B01'))).toBe('done');
    const half = newId();
    const share = (id: string, wanted: 'whole' | 'half', newAllocationId = newId()) =>
      verbs.changeShare.run(organizer, fair.fairId, id, { id: newAllocationId, share: wanted });
    await share(allocationAt(fair, 'A02'), 'half', half);
    expect(await codeOf(share(half, 'whole'))).toBe('delegation_quota_used');
  });
});

describe('undoing', () => {
  it('takes back, gives back and moves back, and can itself be undone', async () => {
    const fair = await makeFair(em(), { booths: 3, exhibitors: 2 });
    const at = await standing(fair);
    const freed = await free(fair, allocationAt(fair, 'A01'));
    const back = await undo(fair, freed.stepId);
    expect(back).toMatchObject({ action: 'allocation_step_undone', undoesStepId: freed.stepId });
    expect(await standing(fair)).toEqual(at);
    await undo(fair, back.stepId);
    expect(await standing(fair)).toEqual(['A02 A02 012345']);

    const moved = await move(fair, allocationAt(fair, 'A02'), 'B01');
    await undo(fair, moved.stepId);
    expect(await standing(fair)).toEqual(['A02 A02 012345']);

    const given = await verbs.allocateBooth.run(organizer, fair.fairId, {
      id: newId(),
      boothId: boothId(fair, 'B01'),
      exhibitorId: fair.exhibitors[0]?.id ?? '',
      share: 'third',
    });
    await undo(fair, given.step.stepId);
    expect(await standing(fair)).toEqual(['A02 A02 012345']);
  });

  it('goes back step by step, over what an undoing gave back', async () => {
    const fair = await makeFair(em(), { booths: 3, exhibitors: 1 });
    const at = await standing(fair);
    const moved = await move(fair, allocationAt(fair, 'A01'), 'A02');
    const freed = await free(fair, moved.changes[0]?.given?.allocationId ?? '');
    await undo(fair, freed.stepId);
    const { steps } = await new ListSteps(database.dataSource).run(organizer, fair.fairId, {});
    expect(steps.find(({ stepId }) => stepId === moved.stepId)?.isUndoable).toBe(true);
    await undo(fair, moved.stepId);
    expect(await standing(fair)).toEqual(at);
  });

  it('is done once, whoever asks and however often', async () => {
    const fair = await makeFair(em(), { booths: 1 });
    const [only] = fair.allocations;
    await together(fair, [fair.exhibitors[0]?.id ?? '']);
    const third = newId();
    await verbs.changeShare.run(organizer, fair.fairId, only?.id ?? '', {
      id: third,
      share: 'third',
    });
    const freed = await free(fair, third);
    const id = newId();
    const answers = await Promise.all([
      codeOf(undo(fair, freed.stepId, id)),
      codeOf(undo(fair, freed.stepId, id)),
      codeOf(undo(fair, freed.stepId)),
    ]);
    expect(await standing(fair)).toHaveLength(1);
    expect(answers.every((code) => code === 'done' || code === 'step_already_undone')).toBe(true);
    expect((await undo(fair, freed.stepId, (await undoing(fair, freed.stepId)) ?? '')).action).toBe(
      'allocation_step_undone',
    );
    expect(await codeOf(undo(fair, freed.stepId))).toBe('step_already_undone');
  });

  async function undoing(fair: SmallFair, stepId: string) {
    const { steps } = await new ListSteps(database.dataSource).run(organizer, fair.fairId, {});
    return steps.find((step) => step.stepId === stepId)?.undoneByStepId;
  }

  it('says so when it no longer fits', async () => {
    const fair = await makeFair(em(), { booths: 2 });
    const freed = await free(fair, allocationAt(fair, 'A01'));
    const moved = await move(fair, allocationAt(fair, 'B01'), 'A01');
    expect(await codeOf(undo(fair, freed.stepId))).toBe('booth_already_allocated');
    await undo(fair, moved.stepId);
    expect(await codeOf(undo(fair, freed.stepId))).toBe('done');
    expect(await standing(fair)).toEqual(['A01 A01 012345', 'B01 B01 012345']);
  });
});

describe('who did what', () => {
  it('is listed newest first, by page, by booth, with who and what', async () => {
    const fair = await makeFair(em(), { booths: 4, exhibitors: 3 });
    const list = new ListSteps(database.dataSource);
    const moved = await move(fair, allocationAt(fair, 'A01'), 'B02');
    const freed = await free(fair, allocationAt(fair, 'A02'));
    const { steps, next } = await list.run(organizer, fair.fairId, { limit: 1 });
    expect(steps).toMatchObject([{ stepId: freed.stepId, accountName: 'Tài khoản kiểm thử' }]);
    expect(next).toBe(freed.stepId);
    const rest = await list.run(organizer, fair.fairId, { limit: 1, before: next ?? '' });
    expect(rest).toMatchObject({ steps: [{ stepId: moved.stepId }], next: null });
    const ofBooth = await list.run(organizer, fair.fairId, { boothId: boothId(fair, 'B02') });
    expect(ofBooth.steps.map(({ stepId }) => stepId)).toEqual([moved.stepId]);

    const other = await makeCaller(database.dataSource);
    const seen = await list.run(other, fair.fairId, {});
    expect(seen.steps.map(({ isOwn }) => isOwn)).toEqual([false, false]);
    await undo(fair, moved.stepId);
    const later = await list.run(organizer, fair.fairId, {});
    expect(later.steps.map(({ action, isUndoable }) => [action, isUndoable])).toEqual([
      ['allocation_step_undone', true],
      ['booth_freed', true],
      ['allocation_moved', false],
    ]);
  });
});

describe('what is wrong with a choice', () => {
  it('is said for every booth beforehand in the words of the refusal', async () => {
    const fair = await makeFair(em(), { booths: 4, exhibitors: 2 });
    const { fairId } = fair;
    await em().update(Zone, { fairId, code: 'B' }, { kind: 'stage' });
    const exhibitorId = fair.exhibitors[0]?.id ?? '';
    const choices = await verbs.readChoices.run(fairId, { exhibitorId });
    expect(
      choices.map(({ boothCode, fits, findings }) => [
        boothCode,
        fits,
        ...findings.map(({ code }) => code),
      ]),
    ).toEqual([
      ['A01', false, 'booth_already_allocated', 'exhibitor_already_here'],
      ['A02', false, 'booth_already_allocated', 'exhibitor_has_booth'],
      ['B01', false, 'zone_not_for_selling', 'exhibitor_has_booth'],
      ['B02', false, 'zone_not_for_selling', 'exhibitor_has_booth'],
    ]);
    for (const { boothCode, boothId, findings } of choices) {
      const refused = await verbs.allocateBooth
        .run(organizer, fairId, { id: newId(), boothId, exhibitorId, share: 'whole' })
        .catch((error: Refusal) => error);
      expect([boothCode, (refused as Refusal).sentence.vi]).toEqual([boothCode, findings[0]?.vi]);
    }
  });

  it('leaves out what a move would free', async () => {
    const fair = await makeFair(em(), { booths: 2, exhibitors: 1 });
    const exhibitorId = fair.exhibitors[0]?.id ?? '';
    const movingId = allocationAt(fair, 'A01');
    const choices = await verbs.readChoices.run(fair.fairId, { exhibitorId, movingId });
    expect(choices.map(({ fits, findings }) => [fits, findings])).toEqual([
      [true, []],
      [true, []],
    ]);
  });
});

it('knows nothing of another fair, and nothing is done to a fair that is over', async () => {
  const fair = await makeFair(em(), { booths: 2 });
  const other = await makeFair(em(), { booths: 2 });
  const foreign = allocationAt(other, 'A01');
  const foreignStep = await free(other, allocationAt(other, 'B01'));
  const own = allocationAt(fair, 'A01');
  const attempts: [Promise<unknown>, string][] = [
    [free(fair, foreign), 'allocation_not_found'],
    [free(fair, 'x'), 'allocation_not_found'],
    [move(fair, foreign, 'B01'), 'allocation_not_found'],
    [
      verbs.moveAllocation.run(organizer, fair.fairId, own, {
        id: newId(),
        boothId: boothId(other, 'B01'),
      }),
      'booth_not_found',
    ],
    [
      verbs.changeShare.run(organizer, fair.fairId, foreign, { id: newId(), share: 'half' }),
      'allocation_not_found',
    ],
    [
      verbs.swapAllocations.run(organizer, fair.fairId, {
        firstId: own,
        secondId: foreign,
        newFirstId: newId(),
        newSecondId: newId(),
      }),
      'allocation_not_found',
    ],
    [undo(fair, foreignStep.stepId), 'step_not_found'],
    [
      verbs.readChoices.run(fair.fairId, { exhibitorId: other.exhibitors[0]?.id ?? '' }),
      'exhibitor_not_found',
    ],
    [
      verbs.readChoices.run(
        fair.fairId,
        { exhibitorId: fair.exhibitors[0]?.id ?? '' },
        boothId(other, 'A01'),
      ),
      'booth_not_found',
    ],
  ];
  for (const [attempt, code] of attempts) expect(await codeOf(attempt)).toBe(code);
  await sealFair(em(), fair.fairId);
  expect(await codeOf(free(fair, own))).toBe('fair_is_over');
  expect(await standing(fair)).toHaveLength(2);
});
