export { capacityUse, type CapacityLevel } from './capacity/capacity.rules';
export { calibrationOf } from './calibration/read-calibration';
export { MethodCalibrationDto } from './calibration/calibration.dto';
export {
  COUNT_METHODS,
  LEAST_HAND_COUNTS,
  type CountMethod,
} from './calibration/calibration.rules';
export { FairCapacity } from './capacity/fair-capacity.entity';
export { SetCapacity } from './capacity/set-capacity';
export { GateCounterDto, GateCountDto } from './count/gate-count.dto';
export { GateCount } from './count/gate-count.entity';
export { insideOf } from './count/gate-count.rules';
export { RecordGateCount, type WhoCounts } from './count/record-gate-count';
export { GateDto } from './gate/gate.dto';
export { Gate } from './gate/gate.entity';
export { OpenGates } from './gate/open-gates';
export { ReadGates } from './gate/read-gates';
export { GateSensor } from './sensor/gate-sensor.entity';
export { openGate, type SmallGate } from './testing/open-gate';
export { visitorsEntities } from './visitors.entities';
export { VisitorsHttpModule } from './visitors.http';
export { VisitorsModule } from './visitors.module';
export { ReadVisits } from './visits/read-visits';
export { GateVisitsDto, VisitsDto } from './visits/visits.dto';
export { dayInvalid } from './visits/visits.refusals';
