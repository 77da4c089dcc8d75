import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '../../tools/simulate/chance.rules';
import type { FaultTill } from './fault-till';
import type { Shop } from './shop';

/**
 * Tills that sell and send all the while, until they are told to stop and have sent everything.
 * `failed` hears of each try that was not taken.
 */
export function sellAllTheWhile(tills: readonly FaultTill[], chance: Chance, failed?: () => void) {
  let isOver = false;
  const selling = Promise.all(
    tills.map(async (till) => {
      while (!isOver) {
        for (let sale = 0; sale < 5; sale += 1) till.sell(10_000 + 1_000 * chance.below(90));
        await till.drain({ failed });
        await pause(20);
      }
      await till.drain({ failed });
    }),
  );
  return {
    async end(): Promise<void> {
      isOver = true;
      await selling;
    },
  };
}

/** How many requests stand in the ledger in part: each was sent whole, so it is all in or all out. */
export async function halfBatches(shop: Shop, tills: readonly FaultTill[]): Promise<number> {
  const linked = await shop.query<{ id: string }>(
    `SELECT document_id AS id FROM link WHERE fair_id = $1`,
    [shop.fairId],
  );
  const held = new Set(linked.map(({ id }) => id));
  return tills.filter((till) => {
    const batch = till.batch();
    const inside = batch.filter(({ document }) => held.has(document.id)).length;
    return inside !== 0 && inside !== batch.length;
  }).length;
}
