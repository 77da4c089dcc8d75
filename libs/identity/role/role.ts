/** Roles an account can hold in a fair; a cashier is a register's key, the public has no account. */
export const ROLES = [
  'organizer',
  'official',
  'exhibitor',
  'gate',
  'zone_staff',
  'delegation_lead',
] as const;

export type Role = (typeof ROLES)[number];
