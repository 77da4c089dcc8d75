import { GateCount } from './count/gate-count.entity';
import { Gate } from './gate/gate.entity';

export const visitorsEntities = [Gate, GateCount];
