import { Account, AuditEntry, type Caller } from '@phien/identity';
import { Clock, newId } from '@phien/kernel';
import { makeFair, planningEntities } from '@phien/planning';
import { FactsBell, openTestDatabase, PostgresBus, type TestDatabase } from '@phien/store';
import { RecordGateCount } from '../count/record-gate-count';
import { openGate } from '../testing/open-gate';
import { visitorsEntities } from '../visitors.entities';
import { ReadVisits } from '../visits/read-visits';
import { AddSensor } from './add-sensor';
import { ListSensors } from './list-sensors';
import { RecordSensorCount } from './record-sensor-count';
import { RevokeSensor } from './revoke-sensor';
import { signatureOf } from './sensor-signature.rules';
import type { NewSensorDto, SensorCountDto } from './sensor.dto';

class StandingClock extends Clock {
  now(): Date {
    return new Date('2025-10-28T05:00:00Z');
  }
}

describe('a people counter at a gate', () => {
  const clock = new StandingClock();
  let database: TestDatabase;
  let bus: PostgresBus;
  let recordGateCount: RecordGateCount;
  let recordSensorCount: RecordSensorCount;

  beforeAll(async () => {
    database = await openTestDatabase([
      ...planningEntities,
      Account,
      AuditEntry,
      ...visitorsEntities,
    ]);
    bus = new PostgresBus(database.url);
    recordGateCount = new RecordGateCount(database.dataSource, clock, new FactsBell(bus));
    recordSensorCount = new RecordSensorCount(database.dataSource, recordGateCount);
  });

  afterAll(async () => {
    await bus.close();
    await database.close();
  });

  async function newSensor() {
    const { fairId } = await makeFair(database.dataSource.manager, { booths: 0 });
    const gate = await openGate(database.dataSource.manager, fairId);
    const caller = { accountId: gate.accountId } as Caller;
    const addSensor = new AddSensor(database.dataSource, clock);
    const sensor = await addSensor.run(caller, gate, { name: '  Cửa trái ' });
    return { ...gate, caller, sensor };
  }

  type At = { fairId: string; sensor: NewSensorDto };

  const message = (
    { fairId, sensor }: At,
    epoch: number,
    sequence: number,
    entries: number,
    exits = 0,
  ): SensorCountDto => {
    const count = { epoch, sequence, entries, exits, countedAt: '2025-10-28T04:59:00Z' };
    const key = Buffer.from(sensor.key, 'base64url');
    return { ...count, signature: signatureOf({ fairId, sensorId: sensor.id, ...count }, key) };
  };

  const send = ({ fairId, sensor }: At, count: SensorCountDto) =>
    recordSensorCount.run({ fairId, sensorId: sensor.id }, count);

  const visits = async (fairId: string) => {
    const { entries, exits, gates } = await new ReadVisits(database.dataSource, clock).run(fairId);
    return { entries, exits, sensorEntries: gates[0]?.sensorEntries };
  };

  const rowsOf = async (fairId: string) => {
    const [found] = await database.dataSource.query<{ n: number }[]>(
      `SELECT count(*) AS n FROM gate_count WHERE fair_id = $1`,
      [fairId],
    );
    return found?.n;
  };

  it('counts beside a clicker, each by its own method, and is listed with what it counted', async () => {
    const at = await newSensor();
    await send(at, message(at, 1, 1, 40, 3));
    await recordGateCount.run(at, {
      deviceId: newId(),
      epoch: 1,
      sequence: 1,
      entries: 5,
      exits: 0,
      undoneEntries: 0,
      undoneExits: 0,
      countedAt: '2025-10-28T04:59:00Z',
    });
    expect(await visits(at.fairId)).toEqual({ entries: 45, exits: 3, sensorEntries: 40 });
    const [listed] = await new ListSensors(database.dataSource).run(at.fairId);
    expect(listed).toMatchObject({ name: 'Cửa trái', gateId: at.gateId, entries: 40, exits: 3 });
    expect(Object.keys(listed ?? {})).not.toContain('key');
  });

  it('comes to the same total when everything is sent again, shuffled, over resets', async () => {
    const at = await newSensor();
    /* Three epochs: each a counter that started again from zero. */
    const messages = [1, 7, 1_761_624_000].flatMap((epoch) =>
      Array.from({ length: 6 }, (_, n) => message(at, epoch, (n + 1) * 3, (n + 1) * 11, n * 2)),
    );
    const order = [...messages, ...messages, ...messages].map((each, n) => ({
      each,
      /* A fixed shuffle: the same disorder every time. */
      place: (n * 7_919) % 131,
    }));
    order.sort((a, b) => a.place - b.place);
    for (const { each } of order) await send(at, each);
    expect(await visits(at.fairId)).toEqual({
      entries: 3 * 66,
      exits: 3 * 10,
      sensorEntries: 3 * 66,
    });
    const rows = await rowsOf(at.fairId);
    await Promise.all(messages.map((each) => send(at, each)));
    expect(await rowsOf(at.fairId)).toBe(rows);
    expect(await visits(at.fairId)).toMatchObject({ entries: 3 * 66, exits: 3 * 10 });
  });

  it('is let in by its own signature alone, and not after it was revoked', async () => {
    const at = await newSensor();
    const other = await newSensor();
    await send(at, message(at, 1, 1, 10));
    const forged: [string, At, SensorCountDto][] = [
      ['another figure', at, { ...message(at, 1, 2, 11), entries: 900 }],
      ['a later time', at, { ...message(at, 1, 2, 11), countedAt: '2025-10-28T04:59:59Z' }],
      ["another sensor's key", at, message({ ...other, fairId: at.fairId }, 1, 2, 11)],
      ['another fair', { ...at, fairId: other.fairId }, message(at, 1, 2, 11)],
      [
        'a sensor that is none',
        { ...at, sensor: { ...at.sensor, id: newId() } },
        message(at, 1, 2, 11),
      ],
      ['no id', { ...at, sensor: { ...at.sensor, id: 'x' } }, message(at, 1, 2, 11)],
    ];
    for (const [name, where, count] of forged) {
      await expect(send(where, count).catch((fault: unknown) => [name, fault])).resolves.toEqual([
        name,
        expect.objectContaining({ code: 'sensor_signature_wrong' }),
      ]);
    }
    const revoke = new RevokeSensor(database.dataSource, clock);
    await revoke.run(at.caller, at.fairId, at.sensor.id);
    await revoke.run(at.caller, at.fairId, at.sensor.id);
    await expect(send(at, message(at, 1, 2, 11))).rejects.toMatchObject({ code: 'sensor_revoked' });
    expect(await visits(at.fairId)).toMatchObject({ entries: 10 });
    const deeds: { action: string }[] = await database.dataSource.query(
      `SELECT action FROM audit_entry WHERE fair_id = $1 ORDER BY at, id`,
      [at.fairId],
    );
    expect(deeds.map(({ action }) => action)).toEqual(['sensor_added', 'sensor_revoked']);
  });

  it('says to start a new epoch when its counter went backwards in the old one', async () => {
    const at = await newSensor();
    await send(at, message(at, 1, 5, 50));
    await expect(send(at, message(at, 1, 6, 2))).rejects.toMatchObject({
      code: 'counter_went_backwards',
    });
    await send(at, message(at, 2, 1, 2));
    expect(await visits(at.fairId)).toMatchObject({ entries: 52 });
  });

  it('is moved by nobody who only knows its id', async () => {
    const at = await newSensor();
    const asPhone = {
      deviceId: at.sensor.id.toUpperCase(),
      epoch: 1,
      sequence: 1,
      entries: 5,
      exits: 0,
      undoneEntries: 0,
      undoneExits: 0,
      countedAt: '2025-10-28T04:59:00Z',
    };
    await expect(recordGateCount.run(at, asPhone)).rejects.toMatchObject({
      code: 'device_needs_key',
    });
  });

  it('has its rules in the database as well', async () => {
    const at = await newSensor();
    const { fairId, gateId, accountId, sensor } = at;
    const other = await openGate(database.dataSource.manager, fairId, 'C2');
    const run = (sql: string, values: unknown[]) => database.dataSource.query(sql, values);
    const addCount = (gate: string, device: string, by: string | null, sensorId: string | null) =>
      run(
        `INSERT INTO gate_count VALUES ($1, $2, $3, 1, 1, $4, 1, 0, 0, 0, 1, 0, $5, now(), now(),
           '2025-10-28', 700, $6)`,
        [fairId, gate, device, newId(), by, sensorId],
      );
    await expect(addCount(gateId, newId(), null, null)).rejects.toThrow('gate_count_by_one');
    await expect(addCount(gateId, sensor.id, accountId, sensor.id)).rejects.toThrow(
      'gate_count_by_one',
    );
    await expect(addCount(gateId, newId(), null, sensor.id)).rejects.toThrow(
      'gate_count_sensor_is_device',
    );
    await expect(addCount(other.gateId, sensor.id, null, sensor.id)).rejects.toThrow(
      'gate_count_at_its_gate',
    );
    const addSensor = (name: string, keyBytes: number, revokedAt: Date | null) =>
      run(`INSERT INTO gate_sensor VALUES ($1, $2, $3, $4, $5, $6, now(), NULL, $7)`, [
        fairId,
        newId(),
        gateId,
        name,
        Buffer.alloc(keyBytes),
        accountId,
        revokedAt,
      ]);
    await expect(addSensor('', 32, null)).rejects.toThrow('gate_sensor_named');
    await expect(addSensor('a', 31, null)).rejects.toThrow('gate_sensor_key_length');
    await expect(addSensor('a', 32, new Date())).rejects.toThrow('gate_sensor_revoked_by_one');
  });
});
