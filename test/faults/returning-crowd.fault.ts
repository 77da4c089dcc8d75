import { Chance } from '../../tools/simulate/chance.rules';
import { count } from './count';
import type { Fault } from './fault';
import { Shop } from './shop';

export const fault: Fault = {
  name: 'returning crowd',
  promise:
    'tills that all come back at once are served or asked to come again (429 or 503 with Retry-After), and lose nothing',
  control: 'tills that drop what was not taken at once',
  async run({ seed, isShort, isProtected }, open) {
    const server = await open();
    const shop = await Shop.open(server);
    const chance = new Chance(String(seed), 'returning-crowd');
    const tills = await shop.tills(isShort ? 20 : 160, {
      batch: 200,
      keepsWhatFailed: isProtected,
    });
    const sales = isShort ? 50 : 500;
    for (const till of tills) {
      for (let sale = 0; sale < sales; sale += 1) till.sell(10_000 + 1_000 * chance.below(90));
    }
    const faults = { tills: tills.length, 'asked to come again': 0 };
    let withoutRetryAfter = 0;
    const coming = Promise.all(
      tills.map((till) =>
        till.drain({
          failed: ({ status, hasRetryAfter }) => {
            faults['asked to come again'] += 1;
            if ((status === 429 || status === 503) && !hasRetryAfter) withoutRetryAfter += 1;
          },
        }),
      ),
    );
    /* In the middle of it the api dies, so that the crowd is turned away once for certain. */
    await server.kill('api');
    await server.start('api');
    await coming;
    return count(shop, tills, faults, { 'no Retry-After': withoutRetryAfter });
  },
};
