import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { readSensors } from './read-sensors';
import type { SensorDto } from './sensor.dto';

/** The people counters of a fair. */
@Injectable()
export class ListSensors {
  constructor(private readonly source: DataSource) {}

  run(fairId: string): Promise<SensorDto[]> {
    return readSensors(this.source.manager, fairId);
  }
}
