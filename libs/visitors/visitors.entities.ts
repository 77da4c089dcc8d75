import { FairCapacity } from './capacity/fair-capacity.entity';
import { GateCount } from './count/gate-count.entity';
import { Gate } from './gate/gate.entity';

export const visitorsEntities = [FairCapacity, Gate, GateCount];
