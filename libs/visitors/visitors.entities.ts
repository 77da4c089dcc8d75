import { FairCapacity } from './capacity/fair-capacity.entity';
import { GateCount } from './count/gate-count.entity';
import { HandCountStruck } from './calibration/hand-count-struck.entity';
import { HandCount } from './calibration/hand-count.entity';
import { Gate } from './gate/gate.entity';
import { GateSensor } from './sensor/gate-sensor.entity';

export const visitorsEntities = [
  FairCapacity,
  Gate,
  GateCount,
  GateSensor,
  HandCount,
  HandCountStruck,
];
