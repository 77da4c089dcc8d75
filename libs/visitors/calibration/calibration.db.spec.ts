import { Account, AuditEntry, type Caller } from '@phien/identity';
import { Clock, newId } from '@phien/kernel';
import { makeFair, planningEntities } from '@phien/planning';
import { FactsBell, openTestDatabase, PostgresBus, type TestDatabase } from '@phien/store';
import { RecordGateCount } from '../count/record-gate-count';
import { openGate, type SmallGate } from '../testing/open-gate';
import { visitorsEntities } from '../visitors.entities';
import type { RecordHandCountDto } from './calibration.dto';
import { ReadCalibration } from './read-calibration';
import { RecordHandCount } from './record-hand-count';
import { StrikeHandCount } from './strike-hand-count';

class StandingClock extends Clock {
  now(): Date {
    return new Date('2025-10-28T05:00:00Z');
  }
}

describe('counting by hand beside a clicker', () => {
  const clock = new StandingClock();
  let database: TestDatabase;
  let bus: PostgresBus;
  let recordGateCount: RecordGateCount;
  let recordHandCount: RecordHandCount;
  let readCalibration: ReadCalibration;
  let strikeHandCount: StrikeHandCount;

  beforeAll(async () => {
    database = await openTestDatabase([
      ...planningEntities,
      Account,
      AuditEntry,
      ...visitorsEntities,
    ]);
    const { dataSource } = database;
    bus = new PostgresBus(database.url);
    recordGateCount = new RecordGateCount(dataSource, clock, new FactsBell(bus));
    recordHandCount = new RecordHandCount(dataSource, clock);
    readCalibration = new ReadCalibration(dataSource, clock);
    strikeHandCount = new StrikeHandCount(dataSource, clock);
  });

  afterAll(async () => {
    await bus.close();
    await database.close();
  });

  const callerOf = ({ accountId }: SmallGate) => ({ accountId }) as Caller;

  /** A gate where 100 came in each of three quarters, at 08:00, 09:00 and 10:00. */
  async function busyGate(): Promise<SmallGate> {
    const { fairId } = await makeFair(database.dataSource.manager, { booths: 0 });
    const gate = await openGate(database.dataSource.manager, fairId);
    const clicked: [string, number][] = [
      ['00:59:59', 7],
      ['01:00:00', 60],
      ['01:14:59', 107],
      ['01:15:00', 110],
      ['02:05:00', 210],
      ['03:05:00', 310],
    ];
    for (const [at, [time, entries]] of clicked.entries()) {
      await recordGateCount.run(gate, {
        deviceId: gate.accountId,
        epoch: 1,
        sequence: at + 1,
        entries,
        exits: 0,
        undoneEntries: 0,
        undoneExits: 0,
        countedAt: `2025-10-28T${time}Z`,
      });
    }
    return gate;
  }

  const byHand = (
    { gateId }: SmallGate,
    startedAt: string,
    entries: number,
    more: Partial<RecordHandCountDto> = {},
  ): RecordHandCountDto => ({
    id: newId(),
    gateId,
    method: 'clicker',
    startedAt: `2025-10-28T${startedAt}+07:00`,
    entries,
    ...more,
  });

  it('three times gives a factor and its error; raw and calibrated stand beside each other', async () => {
    const gate = await busyGate();
    const record = (wanted: RecordHandCountDto) =>
      recordHandCount.run(callerOf(gate), gate.fairId, wanted);
    await record(byHand(gate, '08:00:40', 104));
    await record(byHand(gate, '09:00:00', 110));
    expect(await readCalibration.run(gate.fairId)).toMatchObject({
      day: '2025-10-28',
      entries: 310,
      calibratedEntries: null,
      error: null,
      leastCounts: 3,
    });
    await record(byHand(gate, '10:00:00', 101));
    const { methods, handCounts, ...whole } = await readCalibration.run(gate.fairId);
    const spread = Math.sqrt((0.01 ** 2 + 0.05 ** 2 + 0.04 ** 2) / 2);
    expect(methods[0]).toEqual({
      method: 'clicker',
      entries: 310,
      countsUsed: 3,
      factor: 315 / 300,
      spread: expect.closeTo(spread, 12),
    });
    expect(whole).toMatchObject({ entries: 310, calibratedEntries: 326, error: 14 });
    expect(handCounts.map((each) => [each.entries, each.machineEntries])).toEqual([
      [101, 100],
      [110, 100],
      [104, 100],
    ]);
    /* Of a day on which nobody came in. */
    expect(await readCalibration.run(gate.fairId, { day: '2025-10-27' })).toMatchObject({
      entries: 0,
      calibratedEntries: 0,
      error: 0,
    });
  });

  it('is written once, never changed, and struck out with a reason', async () => {
    const gate = await busyGate();
    const wanted = byHand(gate, '08:00:00', 104);
    await recordHandCount.run(callerOf(gate), gate.fairId, wanted);
    await recordHandCount.run(callerOf(gate), gate.fairId, wanted);
    await expect(
      recordHandCount.run(callerOf(gate), gate.fairId, { ...wanted, entries: 105 }),
    ).rejects.toMatchObject({ code: 'hand_count_conflict' });
    await expect(
      recordHandCount.run(callerOf(gate), gate.fairId, byHand(gate, '08:14:59', 9)),
    ).rejects.toMatchObject({ code: 'hand_count_overlaps' });
    const strike = () =>
      strikeHandCount.run(
        callerOf(gate),
        { fairId: gate.fairId, handCountId: wanted.id },
        { reason: 'Đếm nhầm cổng' },
      );
    await strike();
    await strike();
    const { handCounts, methods } = await readCalibration.run(gate.fairId);
    expect(handCounts.map(({ struckReason }) => struckReason)).toEqual(['Đếm nhầm cổng']);
    expect(methods[0]?.countsUsed).toBe(0);
    await recordHandCount.run(callerOf(gate), gate.fairId, byHand(gate, '08:14:59', 9));
    const deeds: { action: string }[] = await database.dataSource.query(
      `SELECT action FROM audit_entry WHERE fair_id = $1 ORDER BY at, id`,
      [gate.fairId],
    );
    expect(deeds.map(({ action }) => action)).toEqual([
      'hand_count_recorded',
      'hand_count_struck',
      'hand_count_recorded',
    ]);
    for (const table of ['hand_count', 'hand_count_struck']) {
      await expect(
        database.dataSource.query(`DELETE FROM ${table} WHERE fair_id = $1`, [gate.fairId]),
      ).rejects.toThrow('append-only');
    }
  });

  it('is refused, where before when', async () => {
    const gate = await busyGate();
    const attempts: [RecordHandCountDto, string][] = [
      [byHand(gate, '11:50:00', 5, { gateId: newId() }), 'gate_not_found'],
      [byHand(gate, '11:45:59', 5), 'accepted'],
      [byHand(gate, '11:46:00', 5), 'hand_count_not_over'],
      [byHand(gate, '', 5, { startedAt: '2025-10-21T11:59:59+07:00' }), 'hand_count_not_over'],
      [byHand(gate, '', 5, { startedAt: '2025-W44-2' }), 'hand_count_not_over'],
    ];
    for (const [wanted, code] of attempts) {
      const answer = recordHandCount.run(callerOf(gate), gate.fairId, wanted).then(
        () => 'accepted',
        (refusal: { code: string }) => refusal.code,
      );
      expect([wanted.startedAt, await answer]).toEqual([wanted.startedAt, code]);
    }
    await expect(
      strikeHandCount.run(
        callerOf(gate),
        { fairId: gate.fairId, handCountId: newId() },
        { reason: 'x' },
      ),
    ).rejects.toMatchObject({ code: 'hand_count_not_found' });
  });

  it('has its rules in the database as well', async () => {
    const { fairId, gateId, accountId } = await busyGate();
    const add = (method: string, entries: number, minutesAgo: number) =>
      database.dataSource.query(
        `INSERT INTO hand_count VALUES ($1, $2, $3, $4, '2025-10-28', 700, $5, $6,
           now() - make_interval(mins => $7), now())`,
        [fairId, newId(), gateId, method, entries, accountId, minutesAgo],
      );
    await expect(add('guess', 5, 20)).rejects.toThrow('hand_count_method_known');
    await expect(add('clicker', -1, 20)).rejects.toThrow('hand_count_entries_range');
    await expect(add('clicker', 20_001, 20)).rejects.toThrow('hand_count_entries_range');
    await expect(add('clicker', 5, 14)).rejects.toThrow('hand_count_over');
    const id = newId();
    await database.dataSource.query(
      `INSERT INTO hand_count VALUES ($1, $2, $3, 'sensor', '2025-10-28', 700, 5, $4,
         now() - interval '20 minutes', now())`,
      [fairId, id, gateId, accountId],
    );
    await expect(
      database.dataSource.query(`INSERT INTO hand_count_struck VALUES ($1, $2, '', $3, now())`, [
        fairId,
        id,
        accountId,
      ]),
    ).rejects.toThrow('hand_count_struck_reasoned');
  });
});
