import type { Caller } from '../api/client';

export type Role = Caller['grants'][number]['role'];

/** The screens that exist, and who enters them. A new screen adds its row here. */
const doors = [{ screen: 'board', roles: ['organizer', 'official'] }] as const satisfies readonly {
  screen: string;
  roles: readonly Role[];
}[];

export type Screen = (typeof doors)[number]['screen'];

/** The roles of a caller in a fair, strongest first. */
export function rolesIn(caller: Caller, fairId: string): Role[] {
  const order: readonly Role[] = ['organizer', 'official', 'exhibitor', 'gate'];
  const held = caller.grants.filter((grant) => grant.fairId === fairId).map((grant) => grant.role);
  return order.filter((role) => held.includes(role));
}

/** The screens that these roles open. */
export function screensOf(roles: readonly Role[]): Screen[] {
  return doors
    .filter((door) => door.roles.some((role) => roles.includes(role)))
    .map((door) => door.screen);
}
