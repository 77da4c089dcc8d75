import { Injectable } from '@nestjs/common';
import { recordAudit, type Caller } from '@phien/identity';
import { Clock, isId, newId } from '@phien/kernel';
import { inTransaction, lockExclusive } from '@phien/store';
import { DataSource, IsNull } from 'typeorm';
import { Gate } from '../gate/gate.entity';
import { gateNotFound } from '../gate/gate.refusals';
import { GateSensor } from './gate-sensor.entity';
import { readSensors } from './read-sensors';
import { newSensorKey } from './sensor-signature.rules';
import type { AddSensorDto, NewSensorDto } from './sensor.dto';
import { tooManySensors } from './sensor.refusals';

const MOST_SENSORS = 20;

/** A people counter at a gate; its key is answered this once. Refuses `gate_not_found`, `too_many_sensors`. */
@Injectable()
export class AddSensor {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(
    { accountId }: Caller,
    { fairId, gateId }: { fairId: string; gateId: string },
    wanted: AddSensorDto,
  ): Promise<NewSensorDto> {
    if (!isId(gateId)) throw gateNotFound(gateId);
    const key = newSensorKey();
    return inTransaction(this.source, async (em) => {
      await lockExclusive(em, 'gate', fairId);
      if (!(await em.existsBy(Gate, { fairId, id: gateId }))) throw gateNotFound(gateId);
      const living = await em.countBy(GateSensor, { fairId, gateId, revokedAt: IsNull() });
      if (living >= MOST_SENSORS) throw tooManySensors();
      const id = newId();
      const name = wanted.name.normalize('NFC').trim();
      await em.insert(GateSensor, {
        fairId,
        id,
        gateId,
        name,
        key,
        addedBy: accountId,
        addedAt: this.clock.now(),
        revokedBy: null,
        revokedAt: null,
      });
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'sensor_added',
        subjectId: id,
        detail: { gateId, name },
      });
      const [sensor] = await readSensors(em, fairId, id);
      if (!sensor) throw new Error('The sensor was not written.');
      return { ...sensor, key: key.toString('base64url') };
    });
  }
}
