import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ReadCalibration } from './calibration/read-calibration';
import { RecordHandCount } from './calibration/record-hand-count';
import { StrikeHandCount } from './calibration/strike-hand-count';
import { ReadCapacity } from './capacity/read-capacity';
import { SetCapacity } from './capacity/set-capacity';
import { RecordGateCount } from './count/record-gate-count';
import { TellCount } from './count/tell-count';
import { OpenGates } from './gate/open-gates';
import { ReadGates } from './gate/read-gates';
import { AddSensor } from './sensor/add-sensor';
import { ListSensors } from './sensor/list-sensors';
import { RecordSensorCount } from './sensor/record-sensor-count';
import { RevokeSensor } from './sensor/revoke-sensor';
import { visitorsEntities } from './visitors.entities';
import { ReadVisits } from './visits/read-visits';

const verbs = [
  AddSensor,
  ListSensors,
  OpenGates,
  ReadCalibration,
  ReadCapacity,
  ReadGates,
  ReadVisits,
  RecordGateCount,
  RecordHandCount,
  RecordSensorCount,
  RevokeSensor,
  SetCapacity,
  StrikeHandCount,
  TellCount,
];

/** Gates and what is counted at them. */
@Module({
  imports: [TypeOrmModule.forFeature(visitorsEntities)],
  providers: verbs,
  exports: verbs,
})
export class VisitorsModule {}
