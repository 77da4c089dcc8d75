import { isId } from '@phien/kernel';
import type { EntityManager } from 'typeorm';
import { Delegation } from '../exhibitor/delegation.entity';
import { delegationUnknown } from '../exhibitor/exhibitor.refusals';

/**
 * Holds a delegation's row to the end of the transaction, as giving a booth to one of its exhibitors
 * does: its quota, its cluster and what it was given change one after the other. Refuses
 * `delegation_unknown`.
 */
export async function holdDelegation(
  em: EntityManager,
  fairId: string,
  id: string,
): Promise<Delegation> {
  const delegation = isId(id)
    ? await em.findOne(Delegation, { where: { fairId, id }, lock: { mode: 'pessimistic_write' } })
    : null;
  if (!delegation) throw delegationUnknown();
  return delegation;
}
