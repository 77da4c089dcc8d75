import { setTimeout as pause } from 'node:timers/promises';
import { Chance } from '../../tools/simulate/chance.rules';
import { count } from './count';
import type { Fault } from './fault';
import { halfBatches, sellAllTheWhile } from './killing';
import { openHastyProxy } from './proxies';
import { Shop } from './shop';

export const fault: Fault = {
  name: 'api killed',
  promise: 'nothing is acknowledged before it is committed, and a batch is all in or all out',
  control: 'a door that says "stored" first and stores afterwards',
  async run({ seed, isShort, isProtected }, open) {
    const server = await open();
    const shop = await Shop.open(server);
    const chance = new Chance(String(seed), 'api-killed');
    const hasty = isProtected ? null : await openHastyProxy(server.url);
    try {
      const tills = await shop.tills(8, { batch: 5 }, hasty?.url);
      const work = sellAllTheWhile(tills, chance);
      const kills = isShort || !isProtected ? 3 : 50;
      let halves = 0;
      for (let kill = 0; kill < kills; kill += 1) {
        await pause(50 + chance.below(400));
        await server.kill('api');
        halves += await halfBatches(shop, tills);
        await server.start('api');
      }
      await work.end();
      return await count(shop, tills, { kills }, { 'half batches': isProtected ? halves : 0 });
    } finally {
      await hasty?.close();
    }
  },
};
