import type { Role } from '../home/role-doors.rules';
import { m } from '../paraglide/messages.js';

/** The roles by name, strongest first, and what each may do. */
export const roleWords: Record<Role, { name: () => string; purpose: () => string }> = {
  organizer: { name: m.home_role_organizer, purpose: m.people_organizer_for },
  official: { name: m.home_role_official, purpose: m.people_official_for },
  gate: { name: m.home_role_gate, purpose: m.people_gate_for },
  exhibitor: { name: m.home_role_exhibitor, purpose: m.people_exhibitor_for },
};

export const ROLES = Object.keys(roleWords) as Role[];
