import type { Refusal } from '@phien/kernel';
import {
  delegationMissing,
  delegationUnknown,
  exhibitorMissing,
  exhibitorUnknown,
  zonesMissing,
  zoneUnknownHere,
} from '../invitation/invitation.refusals';
import type { Role } from './role';

/** What part of a fair a role is for; the whole of it where nothing is named. */
export interface RoleScope {
  exhibitorId: string | null;
  delegationId: string | null;
  /** Ids, each once, ascending. */
  zoneIds: string[];
}

/** The scope in which a role is given. Refuses `exhibitor_missing`, `delegation_missing`, `zones_missing`. */
export function scopeOf(
  role: Role,
  wanted: { exhibitorId?: string | null; delegationId?: string | null; zoneIds?: string[] },
): RoleScope {
  const whole: RoleScope = { exhibitorId: null, delegationId: null, zoneIds: [] };
  if (role === 'exhibitor') {
    if (wanted.exhibitorId == null) throw exhibitorMissing();
    return { ...whole, exhibitorId: wanted.exhibitorId };
  }
  if (role === 'delegation_lead') {
    if (wanted.delegationId == null) throw delegationMissing();
    return { ...whole, delegationId: wanted.delegationId };
  }
  if (role === 'zone_staff') {
    if (!wanted.zoneIds?.length) throw zonesMissing();
    return { ...whole, zoneIds: [...new Set(wanted.zoneIds)].sort() };
  }
  return whole;
}

/** What a foreign key says of a scope that the fair does not have; undefined for any other key. */
export const scopeRefusal = (constraint: string | undefined): Refusal | undefined =>
  constraint?.endsWith('_fair_id_exhibitor_id_fkey')
    ? exhibitorUnknown()
    : constraint?.endsWith('_fair_id_delegation_id_fkey')
      ? delegationUnknown()
      : constraint?.endsWith('_fair_id_zone_id_fkey')
        ? zoneUnknownHere()
        : undefined;
