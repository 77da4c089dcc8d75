import type { Caller } from '@phien/identity';
import { isId } from '@phien/kernel';
import { exhibitorsKeptBy } from '@phien/planning';
import { IsNull, type EntityManager } from 'typeorm';
import { Cashier } from './cashier.entity';
import { cashierNotFound } from './cashier.refusals';
import type { CashierDto } from './cashier.dto';

/** A cashier that someone means to do something with. */
export interface AskedCashier {
  fairId: string;
  cashierId: string;
  caller: Caller;
}

/** The cashier, when it is the caller's, locked to be changed; else refuses `cashier_not_found`. */
export async function findCashier(
  em: EntityManager,
  { fairId, cashierId, caller }: AskedCashier,
  to: 'look' | 'change',
): Promise<Cashier> {
  const seen = exhibitorsKeptBy(caller, fairId);
  const cashier = isId(cashierId)
    ? await em.findOne(Cashier, {
        where: { fairId, id: cashierId, removedAt: IsNull() },
        ...(to === 'change' && { lock: { mode: 'pessimistic_write' as const } }),
      })
    : null;
  const isTheirs = cashier && (seen?.includes(cashier.exhibitorId) ?? true);
  if (!isTheirs) throw cashierNotFound();
  return cashier;
}

/** As people see it: without anything of the PIN. */
export const shownCashier = ({
  id,
  exhibitorId,
  name,
  mayRefund,
  addedAt,
}: Cashier): CashierDto => ({
  id,
  exhibitorId,
  name,
  mayRefund,
  addedAt,
});

/** One spelling of a name, so that two that look the same are the same. */
export const spelled = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ');
