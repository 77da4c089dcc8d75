import { callerRoles, holdRoles, roleMissing, type Caller } from '@phien/identity';
import { fairMoment } from '@phien/kernel';
import { In, type EntityManager } from 'typeorm';
import { FairDay } from '../fair/fair-day.entity';
import type { Fair } from '../fair/fair.entity';
import { DelegationBooth } from './delegation-booth.entity';
import { boothOutsideCluster, leadDeadlinePassed, leadGivesNoBooths } from './delegation.refusals';
import { holdDelegation } from './hold-delegation';
import { areLeadsIn, lastLeadDay } from './lead.rules';

/**
 * The delegation to which a caller is confined in a fair, as the grants are at this moment and held
 * to the end of the transaction; null for whoever came by another role. Refuses `role_missing` when
 * the lead was dismissed a moment ago.
 */
export async function confinedTo(
  em: EntityManager,
  caller: Caller,
  fairId: string,
): Promise<string | null> {
  const roles = callerRoles(caller, fairId);
  if (roles.includes('organizer') || !roles.includes('delegation_lead')) return null;
  const held = await holdRoles(em, fairId, caller.accountId);
  const lead = held.find(({ role }) => role === 'delegation_lead');
  if (!lead?.delegationId) throw roleMissing(['delegation_lead']);
  return lead.delegationId;
}

/** Refuses `lead_deadline_passed`. */
export async function checkLeadTime(em: EntityManager, fair: Fair, now: Date): Promise<void> {
  const lastDay = await lastDayOf(em, fair.id);
  const time = { state: fair.state, leadsUntil: fair.leadsUntil, lastDay };
  const today = fairMoment(now, fair.timeZone, fair.dayCutMinutes).day;
  if (!areLeadsIn(time, today)) throw leadDeadlinePassed(lastLeadDay(time));
}

/**
 * Whether a lead may give booths, or take them back: only when an organizer lets them, and only of
 * its own cluster. Holds the delegation's row, so that the cluster and the quota stay. Refuses
 * `lead_gives_no_booths`, `booth_outside_cluster`, `lead_deadline_passed`.
 */
export async function checkLeadGives(
  em: EntityManager,
  delegationId: string,
  fair: Fair,
  booths: readonly { id: string; code: string }[],
  now: Date,
): Promise<void> {
  const { leadGivesBooths } = await holdDelegation(em, fair.id, delegationId);
  if (!leadGivesBooths) throw leadGivesNoBooths();
  const kept = await em.findBy(DelegationBooth, {
    fairId: fair.id,
    delegationId,
    boothId: In(booths.map(({ id }) => id)),
  });
  const outside = booths.find(({ id }) => !kept.some(({ boothId }) => boothId === id));
  if (outside) throw boothOutsideCluster(outside.code);
  await checkLeadTime(em, fair, now);
}

export async function lastDayOf(em: EntityManager, fairId: string): Promise<string | null> {
  const [last] = await em.find(FairDay, { where: { fairId }, order: { day: 'DESC' }, take: 1 });
  return last?.day ?? null;
}
