import { createHmac } from 'node:crypto';
import { newId } from '@phien/kernel';
import type { Chance } from './chance.rules';
import type { GateAnswer, NewSensorAnswer } from './fair-answers';
import type { Counter } from './simulated-gate';

/** How the simulator's people counters are named on the organizer's list, and known again. */
export const sensorName = 'Máy đếm mô phỏng · simulated counter';

/* A light barrier takes two who enter side by side for one. */
const missedBySensor = 0.08;

/** Somebody at a gate with a phone: a tap for everyone, and now and then one too many. */
export function clickerAt(gate: GateAnswer, fairId: string): Counter {
  const deviceId = newId();
  return {
    name: `gate ${gate.code}`,
    path: `/api/fairs/${fairId}/gates/${gate.id}/counts`,
    notices: () => true,
    word: (counted) => ({ ...counted, deviceId, epoch: 1, undoneExits: 0 }),
  };
}

/** A people counter at a gate: signs what it says with its own key, and misses some of the crowd. */
export function sensorAt(
  gate: GateAnswer,
  fairId: string,
  sensor: NewSensorAnswer,
  chance: Chance,
): Counter {
  const key = Buffer.from(sensor.key, 'base64url');
  const epoch = 1;
  return {
    name: `people counter at gate ${gate.code}`,
    path: `/api/fairs/${fairId}/sensors/${sensor.id}/counts`,
    notices: (what) => what !== 'mistap' && !chance.happens(missedBySensor),
    word: ({ sequence, entries, exits, countedAt }) => {
      const said = [epoch, sequence, entries, exits, countedAt];
      const text = ['phien-sensor-count-1', fairId, sensor.id, ...said].join('\n');
      const signature = createHmac('sha256', key).update(text, 'utf8').digest('hex');
      return { epoch, sequence, entries, exits, countedAt, signature };
    },
  };
}
