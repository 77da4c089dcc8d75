import { Chance } from '../../tools/simulate/chance.rules';
import { count } from './count';
import type { Fault } from './fault';
import { marker } from './fault-till';
import { Shop } from './shop';

const hour = 3_600_000;
const day = 24 * hour;

export const fault: Fault = {
  name: 'clocks',
  promise:
    'a clock that is off by hours, days or decades puts no sale on a wrong day, and one jump drags no other sale along',
  control: 'a till that does not know how far its clock is off',
  async run({ seed, isShort, isProtected }, open) {
    const shop = await Shop.open(await open());
    const chance = new Chance(String(seed), 'clocks');
    const tills = await shop.tills(7);
    /* Two days after they were enrolled: a wrong day is within reach. */
    await shop.moveDays(2);
    const now = shop.nowMs();
    const skews = [
      3 * hour,
      -3 * hour,
      3 * day,
      -3 * day,
      Date.parse('1970-01-02T00:00:00Z') - now,
      Date.parse('2099-12-30T00:00:00Z') - now,
    ];
    const faults = { offsets: skews.length, jumps: 1 };
    for (const [at, till] of tills.entries()) {
      const skew = skews[at] ?? 0;
      till.clockSkewMs = skew;
      till.clockOffsetMs = isProtected ? -skew : 0;
      till.lastContactAt = isProtected ? new Date(now) : null;
      for (let sale = 0; sale < (isShort ? 5 : 30); sale += 1) {
        /* The last till's clock jumps three days for one sale, and back. */
        const isJump = at === skews.length && sale === 3;
        till.clockSkewMs = isJump ? 3 * day : skew;
        till.sell(10_000 + 1_000 * chance.below(90));
      }
      await till.drain();
    }
    const booked = await shop.query<{ name: string; day: string; flags: string[] }>(
      `SELECT x.name, d.fair_day::text AS day, d.flags FROM document d
       JOIN document_line x ON x.fair_id = d.fair_id AND x.document_id = d.id WHERE d.fair_id = $1`,
      [shop.fairId],
    );
    const { registerId: jumping = '' } = tills.at(-1)?.enrolment ?? {};
    const isSuspect = (name: string) =>
      name === marker(jumping, 4) || !name.includes(` ${jumping} `);
    return count(shop, tills, faults, {
      'wrong day': booked.filter((one) => one.day !== shop.day).length,
      'not flagged': isProtected
        ? booked.filter(({ name, flags }) => isSuspect(name) && flags.length === 0).length
        : 0,
    });
  },
};
