import { Chance } from '../../tools/simulate/chance.rules';
import { count } from './count';
import type { Fault } from './fault';
import { openCuttingProxy } from './proxies';
import type { Cut } from './proxies';
import { Shop } from './shop';

const kinds = ['before the request', 'before the response', 'before the mark'] as const;

export const fault: Fault = {
  name: 'network cut',
  promise: 'a sale shown as sold is in the ledger exactly once, wherever the network was cut',
  control: 'a till that takes what failed for never sold',
  async run({ seed, isShort, isProtected }, open) {
    const shop = await Shop.open(await open());
    const chance = new Chance(String(seed), 'network-cut');
    const faults: Record<string, number> = Object.fromEntries(kinds.map((kind) => [kind, 0]));
    const isStruck = () => chance.next() < 0.5;
    const note = (kind: string) => (faults[kind] = (faults[kind] ?? 0) + 1);
    const proxy = await openCuttingProxy(shop.server.url, (): Cut => {
      if (!isStruck()) return null;
      const cut = kinds[chance.below(2)] as Exclude<Cut, null>;
      note(cut);
      return cut;
    });
    try {
      const tills = await shop.tills(6, { batch: 3, keepsWhatFailed: isProtected }, proxy.url);
      const forgets = () => {
        const is = chance.next() < 0.2;
        if (is) note('before the mark');
        return is;
      };
      await Promise.all(
        tills.map(async (till) => {
          for (let sale = 0; sale < (isShort ? 15 : 150); sale += 1) {
            till.sell(10_000 + 1_000 * chance.below(90));
            if (sale % 3 === 2) await till.drain({ forgets });
          }
          await till.drain({ forgets });
        }),
      );
      return await count(shop, tills, faults);
    } finally {
      await proxy.close();
    }
  },
};
