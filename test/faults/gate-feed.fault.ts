import { createHmac } from 'node:crypto';
import { Chance } from '../../tools/simulate/chance.rules';
import { eventually } from '../trade-day/caller';
import { count } from './count';
import type { Fault } from './fault';
import { Shop } from './shop';

interface Sensor {
  id: string;
  key: string;
}
interface Message {
  sensor: Sensor;
  epoch: number;
  sequence: number;
  entries: number;
  exits: number;
  countedAt: string;
}
interface Visits {
  entries: number;
  exits: number;
}

export const fault: Fault = {
  name: 'gate feed',
  promise:
    'the visits of a gate are the sum over device and epoch of the counter with the highest sequence, however often and in whatever order its messages come, over resets',
  control: 'a sensor that begins an epoch with every message',
  async run({ seed, isShort, isProtected }, open) {
    const shop = await Shop.open(await open());
    const { organizer, fairId, server } = shop;
    const chance = new Chance(String(seed), 'gate-feed');
    const gates = await organizer.post<{ id: string }[]>(`/api/fairs/${fairId}/gates`);
    const sensors = await Promise.all(
      gates.map(({ id }) =>
        organizer.post<Sensor>(`/api/fairs/${fairId}/gates/${id}/sensors`, { name: 'Lối 1' }),
      ),
    );
    const resets = 2;
    const perEpoch = isShort ? 10 : 200;
    const made = { entries: 0, exits: 0 };
    const messages = sensors.flatMap((sensor) =>
      Array.from({ length: 1 + resets }, (_, epoch) => {
        const told: Message[] = [];
        let [entries, exits] = [0, 0];
        for (let sequence = 1; sequence <= perEpoch; sequence += 1) {
          entries += chance.below(9);
          exits += chance.below(5);
          const countedAt = new Date(shop.nowMs() - chance.below(60) * 1_000).toISOString();
          told.push({ sensor, epoch: 1 + epoch, sequence, entries, exits, countedAt });
        }
        made.entries += entries;
        made.exits += exits;
        return told;
      }).flat(),
    );
    let refused = 0;
    let at = 100;
    const send = async (message: Message) => {
      at += 1;
      const { status } = await sendCount(`${server.url}/api/fairs/${fairId}`, fairId, {
        ...message,
        epoch: isProtected ? message.epoch : at,
      });
      if (status !== 200) refused += 1;
    };
    const feed = chance.shuffled([...messages, ...messages]);
    while (feed.length > 0) await Promise.all(feed.splice(0, 16).map(send));
    await Promise.all(messages.slice(-16).map(send));

    const counted = await organizer.get<Visits>(`/api/fairs/${fairId}/visits`);
    const onBoard = async () => {
      const [row] = await shop.query<Visits>(
        `SELECT sum(entries)::int AS entries, sum(exits)::int AS exits
           FROM visits_rollup WHERE fair_id = $1 AND dimension = 'day'`,
        [fairId],
      );
      return row ?? { entries: 0, exits: 0 };
    };
    const differs = ({ entries, exits }: Visits) =>
      Math.abs(entries - made.entries) + Math.abs(exits - made.exits);
    await eventually(async () => differs(await onBoard()) === differs(counted));
    return count(
      shop,
      [],
      { messages: messages.length, repeated: messages.length, resets: sensors.length * resets },
      {
        'visits that differ': differs(counted),
        'visits on the board that differ': differs(await onBoard()),
        'messages refused': refused,
      },
    );
  },
};

function sendCount(door: string, fairId: string, { sensor, ...told }: Message): Promise<Response> {
  const { epoch, sequence, entries, exits, countedAt } = told;
  const words = ['phien-sensor-count-1', fairId, sensor.id, epoch, sequence, entries, exits];
  const signature = createHmac('sha256', Buffer.from(sensor.key, 'base64url'))
    .update([...words, countedAt].join('\n'))
    .digest('hex');
  return fetch(`${door}/sensors/${sensor.id}/counts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...told, signature }),
  });
}
