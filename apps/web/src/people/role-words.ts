import type { Role } from '../home/role-doors.rules';
import { m } from '../paraglide/messages.js';

/** The roles by name, strongest first, and what each may do. */
export const roleWords: Record<Role, { name: () => string; purpose: () => string }> = {
  organizer: { name: m.home_role_organizer, purpose: m.people_organizer_for },
  official: { name: m.home_role_official, purpose: m.people_official_for },
  gate: { name: m.home_role_gate, purpose: m.people_gate_for },
  exhibitor: { name: m.home_role_exhibitor, purpose: m.people_exhibitor_for },
  zone_staff: { name: m.home_role_zone_staff, purpose: m.people_zone_staff_for },
  delegation_lead: { name: m.home_role_delegation_lead, purpose: m.people_delegation_lead_for },
};

interface Scope {
  exhibitorName: string | null;
  delegationNameVi: string | null;
  delegationNameEn: string | null;
  zoneCodes: string[];
}

/** For which part of the fair a role is held; null for the whole of it. */
export function scopeWords(scope: Scope, language: 'vi' | 'en'): string | null {
  const { exhibitorName, delegationNameVi, delegationNameEn, zoneCodes } = scope;
  if (zoneCodes.length > 0) return m.people_zones_of({ codes: zoneCodes.join(', ') });
  return exhibitorName ?? (language === 'vi' ? delegationNameVi : delegationNameEn);
}

export const ROLES = Object.keys(roleWords) as Role[];
