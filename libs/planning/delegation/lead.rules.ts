import type { FairState } from '../fair/fair-state.rules';

/** When the leads of a fair may still change things. */
export interface LeadTime {
  state: FairState;
  /** The last fair day that an organizer set for it; null: the fair's last. */
  leadsUntil: string | null;
  /** Null while no day is set. */
  lastDay: string | null;
}

/** The last fair day on which leads may change things; null: any day. */
export const lastLeadDay = ({ leadsUntil, lastDay }: Omit<LeadTime, 'state'>): string | null =>
  leadsUntil ?? lastDay;

/** Whether leads may change things on a fair day. */
export function areLeadsIn(time: LeadTime, today: string): boolean {
  if (time.state === 'closed' || time.state === 'sealed') return false;
  const last = lastLeadDay(time);
  return last === null || today <= last;
}
