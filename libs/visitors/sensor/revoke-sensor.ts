import { Injectable } from '@nestjs/common';
import { recordAudit, type Caller } from '@phien/identity';
import { Clock, isId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { GateSensor } from './gate-sensor.entity';
import { sensorNotFound } from './sensor.refusals';

/** Ends a sensor's key; what it counted stays. Twice is once. Refuses `sensor_not_found`. */
@Injectable()
export class RevokeSensor {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run({ accountId }: Caller, fairId: string, id: string): Promise<void> {
    if (!isId(id)) throw sensorNotFound();
    await inTransaction(this.source, async (em) => {
      const sensor = await em.findOne(GateSensor, {
        where: { fairId, id },
        lock: { mode: 'pessimistic_write' },
      });
      if (sensor === null) throw sensorNotFound();
      if (sensor.revokedAt !== null) return;
      await em.update(
        GateSensor,
        { fairId, id },
        { revokedAt: this.clock.now(), revokedBy: accountId },
      );
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'sensor_revoked',
        subjectId: id,
        detail: { gateId: sensor.gateId, name: sensor.name },
      });
    });
  }
}
