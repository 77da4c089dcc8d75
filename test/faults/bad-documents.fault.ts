import { newId } from '@phien/kernel';
import { voidDraft } from '@phien/till';
import { Chance } from '../../tools/simulate/chance.rules';
import { count } from './count';
import type { Fault } from './fault';
import type { FaultTill } from './fault-till';
import { Shop } from './shop';

export const fault: Fault = {
  name: 'bad documents',
  promise:
    'in a batch of 50 with 3 bad ones the other 47 are booked, and each bad one is set aside with its code',
  control: 'a till that stops at the first document that is set aside',
  async run({ seed, isShort, isProtected }, open) {
    const shop = await Shop.open(await open());
    const chance = new Chance(String(seed), 'bad-documents');
    const tills = await shop.tills(isShort ? 2 : 8, { batch: isProtected ? 50 : 1 });
    const faults = {
      batches: tills.length,
      'second void': 0,
      'orphan refund': 0,
      'over-refund': 0,
    };
    let blocked = 0;
    for (const till of tills) {
      const undone = till.sell(50_000);
      till.void(undone);
      const whole = till.sell(30_000);
      till.refund(whole);
      const bad: Record<number, () => void> = {
        [5 + chance.below(10)]: () => {
          till.issue({ ...till.saleOf('x', 1), ...mirrored(till, undone) });
          faults['second void'] += 1;
        },
        [20 + chance.below(10)]: () => {
          till.refund({ ...whole, id: newId() });
          faults['orphan refund'] += 1;
        },
        [35 + chance.below(10)]: () => {
          till.refund(whole);
          faults['over-refund'] += 1;
        },
      };
      for (let place = 4; place < 50; place += 1) {
        const make = bad[place] ?? (() => void till.sell(10_000 + 1_000 * chance.below(90)));
        make();
      }
      await till.drain({ until: () => !isProtected && till.asideCodes.length > 0 });
      blocked += till.waiting;
    }
    const codes = tills.flatMap(({ asideCodes }) => [...asideCodes]);
    return count(shop, tills, faults, {
      blocked,
      'not set aside': isProtected ? Math.abs(codes.length - 3 * tills.length) : 0,
      'without a code': codes.filter((code) => code === '').length,
    });
  },
};

const mirrored = (till: FaultTill, sale: Parameters<FaultTill['void']>[0]) => {
  const { id: _, ...draft } = voidDraft(
    {
      ...till.enrolment,
      at: new Date(sale.at),
      clockOffsetMs: 0,
      lastContactAt: null,
      shiftId: sale.shiftId,
      cashier: sale.cashier,
    },
    sale,
  );
  return draft;
};
