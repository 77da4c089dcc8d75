import { Injectable } from '@nestjs/common';
import { isId } from '@phien/kernel';
import { DataSource } from 'typeorm';
import type { GateCounterDto } from '../count/gate-count.dto';
import { RecordGateCount } from '../count/record-gate-count';
import { GateSensor } from './gate-sensor.entity';
import { isSignedBy } from './sensor-signature.rules';
import type { SensorCountDto } from './sensor.dto';
import { sensorRevoked, sensorSignatureWrong } from './sensor.refusals';

/**
 * Takes what a sensor has counted, once its signature has proved the sensor. Refuses
 * `sensor_signature_wrong`, `sensor_revoked`, and as `RecordGateCount`.
 */
@Injectable()
export class RecordSensorCount {
  constructor(
    private readonly source: DataSource,
    private readonly recordGateCount: RecordGateCount,
  ) {}

  async run(
    { fairId, sensorId }: { fairId: string; sensorId: string },
    { signature, ...count }: SensorCountDto,
  ): Promise<GateCounterDto> {
    const sensor =
      isId(fairId) && isId(sensorId)
        ? await this.source.getRepository(GateSensor).findOneBy({ fairId, id: sensorId })
        : null;
    const isProved =
      sensor !== null && isSignedBy(sensor.key, { fairId, sensorId, ...count }, signature);
    if (!isProved) throw sensorSignatureWrong();
    if (sensor.revokedAt !== null) throw sensorRevoked();
    const { id, gateId } = sensor;
    return this.recordGateCount.run(
      { fairId: sensor.fairId, gateId, sensorId: id },
      { ...count, deviceId: id, undoneEntries: 0, undoneExits: 0 },
    );
  }
}
