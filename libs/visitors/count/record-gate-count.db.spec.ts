import { Account } from '@phien/identity';
import { Clock, newId } from '@phien/kernel';
import { makeFair, planningEntities } from '@phien/planning';
import { FactsBell, openTestDatabase, PostgresBus, type TestDatabase } from '@phien/store';
import fc from 'fast-check';
import { Gate } from '../gate/gate.entity';
import { GateSensor } from '../sensor/gate-sensor.entity';
import { openGate, type SmallGate } from '../testing/open-gate';
import { ReadVisits } from '../visits/read-visits';
import type { GateCountDto } from './gate-count.dto';
import { GateCount } from './gate-count.entity';
import { RecordGateCount } from './record-gate-count';

class StandingClock extends Clock {
  constructor(private readonly instant: string) {
    super();
  }

  now(): Date {
    return new Date(this.instant);
  }
}

describe('counting at a gate', () => {
  const noon = new StandingClock('2025-10-28T05:00:00Z');
  let database: TestDatabase;
  let bus: PostgresBus;
  let recordGateCount: RecordGateCount;

  beforeAll(async () => {
    database = await openTestDatabase([...planningEntities, Account, Gate, GateSensor, GateCount]);
    bus = new PostgresBus(database.url);
    recordGateCount = new RecordGateCount(database.dataSource, noon, new FactsBell(bus));
  });

  afterAll(async () => {
    await bus.close();
    await database.close();
  });

  async function newGate(): Promise<SmallGate> {
    const { fairId } = await makeFair(database.dataSource.manager, { booths: 0 });
    return openGate(database.dataSource.manager, fairId);
  }

  const word = (sequence: number, entries: number, more: Partial<GateCountDto> = {}) => ({
    deviceId: '0190a000-0000-7000-8000-000000000001',
    epoch: 1,
    sequence,
    entries,
    exits: 0,
    undoneEntries: 0,
    undoneExits: 0,
    countedAt: '2025-10-28T04:59:00Z',
    ...more,
  });

  const visits = async (fairId: string, day = '2025-10-28') => {
    const { entries, exits, inside } = await new ReadVisits(database.dataSource, noon).run(
      fairId,
      day,
    );
    return { entries, exits, inside };
  };

  const rowsOf = (fairId: string) =>
    database.dataSource.getRepository(GateCount).countBy({ fairId });
  const newsOf = async (fairId: string) => {
    const [found] = await database.dataSource.query<{ n: number }[]>(
      `SELECT count(*) AS n FROM outbox WHERE fair_id = $1 AND topic = 'gate_count'`,
      [fairId],
    );
    return found?.n;
  };

  it('adds what came since the last word, on the day it was counted', async () => {
    const gate = await newGate();
    await recordGateCount.run(gate, word(1, 5, { countedAt: '2025-10-27T16:59:59Z' }));
    const state = await recordGateCount.run(
      gate,
      word(2, 12, { exits: 4, undoneEntries: 1, countedAt: '2025-10-27T17:00:00Z' }),
    );
    expect(state).toEqual({
      gateId: gate.gateId,
      deviceId: word(1, 0).deviceId,
      epoch: 1,
      sequence: 2,
      entries: 11,
      exits: 4,
      receivedAt: '2025-10-28T05:00:00.000Z',
    });
    expect(await visits(gate.fairId, '2025-10-27')).toEqual({ entries: 5, exits: 0, inside: 5 });
    expect(await visits(gate.fairId)).toEqual({ entries: 6, exits: 4, inside: 2 });
  });

  it('counts a repeated word once and answers it the same way', async () => {
    const gate = await newGate();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => recordGateCount.run(gate, word(1, 5))),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await visits(gate.fairId)).toEqual({ entries: 5, exits: 0, inside: 5 });
    expect(await rowsOf(gate.fairId)).toBe(1);
    expect(await newsOf(gate.fairId)).toBe(1);
  });

  it('starts again from zero in a new epoch and keeps what was counted', async () => {
    const gate = await newGate();
    await recordGateCount.run(gate, word(9, 40));
    await recordGateCount.run(gate, word(1, 3, { epoch: 2 }));
    await recordGateCount.run(gate, word(10, 41));
    expect(await visits(gate.fairId)).toEqual({ entries: 44, exits: 0, inside: 44 });
  });

  it('takes two devices at one gate at once', async () => {
    const gate = await newGate();
    const other = newId();
    const words = Array.from({ length: 10 }, (_, at) => [
      word(at + 1, (at + 1) * 2),
      word(at + 1, (at + 1) * 3, { deviceId: other }),
    ]).flat();
    await Promise.all(words.map((sent) => recordGateCount.run(gate, sent)));
    expect(await visits(gate.fairId)).toEqual({ entries: 50, exits: 0, inside: 50 });
  });

  it('does not believe a phone that counts in the future', async () => {
    const gate = await newGate();
    await recordGateCount.run(gate, word(1, 5, { countedAt: '2099-01-01T00:00:00Z' }));
    expect(await visits(gate.fairId)).toEqual({ entries: 5, exits: 0, inside: 5 });
  });

  it('refuses, where before how much', async () => {
    const gate = await newGate();
    await recordGateCount.run(gate, word(2, 5));
    const attempts: [Partial<SmallGate>, GateCountDto, string][] = [
      [{ gateId: 'nowhere' }, word(2, 1, { undoneEntries: 9 }), 'gate_not_found'],
      [{ gateId: newId() }, word(2, 1, { undoneEntries: 9 }), 'gate_not_found'],
      [{ fairId: newId() }, word(2, 1), 'gate_not_found'],
      [{}, word(2, 6), 'count_conflict'],
      [{}, word(3, 5, { undoneEntries: 6 }), 'undone_exceeds_counted'],
      [{}, word(3, 4), 'counter_went_backwards'],
      [{}, word(1, 6), 'counter_went_backwards'],
    ];
    for (const [where, sent, code] of attempts) {
      await expect(recordGateCount.run({ ...gate, ...where }, sent)).rejects.toMatchObject({
        code,
      });
    }
    expect(await rowsOf(gate.fairId)).toBe(1);
  });

  it('comes to the same total in any order of arrival, words repeated or not', async () => {
    const step = fc.record({
      entries: fc.nat(5),
      exits: fc.nat(5),
      undo: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 8 }).chain((steps) =>
          fc.record({
            steps: fc.constant(steps),
            order: fc.shuffledSubarray(
              steps.flatMap((_, at) => [at, at]),
              { minLength: steps.length * 2 },
            ),
          }),
        ),
        async ({ steps, order }) => {
          const gate = await newGate();
          let counter = word(0, 0);
          const words = steps.map(({ entries, exits, undo }, at) => {
            counter = word(at + 1, counter.entries + entries, {
              exits: counter.exits + exits,
              undoneEntries: counter.undoneEntries + (undo ? Math.min(1, entries) : 0),
            });
            return counter;
          });
          for (const at of order) await recordGateCount.run(gate, words[at]!);
          expect(await visits(gate.fairId)).toMatchObject({
            entries: counter.entries - counter.undoneEntries,
            exits: counter.exits,
          });
          expect(await rowsOf(gate.fairId)).toBe(words.length);
        },
      ),
      { numRuns: 15, seed: 7 },
    );
  });

  it('never changes or deletes a count', async () => {
    const gate = await newGate();
    await recordGateCount.run(gate, word(1, 5));
    const counts = database.dataSource.getRepository(GateCount);
    await expect(counts.update({ fairId: gate.fairId }, { entries: 6 })).rejects.toThrow(
      'append-only',
    );
    await expect(counts.delete({ fairId: gate.fairId })).rejects.toThrow('append-only');
  });

  it('counts nobody at a fair that is still a draft', async () => {
    const { fairId } = await makeFair(database.dataSource.manager, { booths: 0, state: 'draft' });
    const gate = await openGate(database.dataSource.manager, fairId);
    await expect(recordGateCount.run(gate, word(1, 5))).rejects.toMatchObject({
      code: 'fair_is_draft',
    });
    expect(await rowsOf(fairId)).toBe(0);
  });

  it('says there are new facts after the commit', async () => {
    const gate = await newGate();
    const heard = new Promise<unknown>((resolve) => void bus.subscribe('facts', resolve));
    await recordGateCount.run(gate, word(1, 5));
    expect(await heard).toEqual({});
  });
});
