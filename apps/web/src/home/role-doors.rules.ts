import type { Caller } from '../api/client';

export type Role = Caller['grants'][number]['role'];

interface Door {
  screen: string;
  roles: readonly Role[];
  path: string;
  /** A page that stands alone, such as a phone's: left for, not navigated to. */
  standsAlone?: true;
}

/** The screens of a fair, who enters them, and in which order they are offered. */
const doors = [
  { screen: 'board', roles: ['organizer', 'official'], path: '/board' },
  { screen: 'plan', roles: ['organizer'], path: '/plan' },
  {
    screen: 'delegations',
    roles: ['organizer', 'official', 'delegation_lead'],
    path: '/delegations',
  },
  { screen: 'tills', roles: ['organizer'], path: '/tills' },
  { screen: 'reports', roles: ['organizer', 'official'], path: '/reports' },
  { screen: 'compare', roles: ['organizer', 'official'], path: '/compare' },
  { screen: 'people', roles: ['organizer'], path: '/people' },
  { screen: 'my', roles: ['exhibitor'], path: '/my' },
  {
    screen: 'silent',
    roles: ['organizer', 'zone_staff', 'delegation_lead'],
    path: '/silent',
  },
  { screen: 'gate', roles: ['organizer', 'gate'], path: '/gate/', standsAlone: true },
] as const satisfies readonly Door[];

export type Screen = (typeof doors)[number]['screen'];

/** The roles of a caller in a fair, strongest first. */
export function rolesIn(caller: Caller, fairId: string): Role[] {
  const order: readonly Role[] = [
    'organizer',
    'official',
    'exhibitor',
    'zone_staff',
    'delegation_lead',
    'gate',
  ];
  const held = caller.grants.filter((grant) => grant.fairId === fairId).map((grant) => grant.role);
  return order.filter((role) => held.includes(role));
}

/** The screens that these roles open. */
export function screensOf(roles: readonly Role[]): Screen[] {
  return doors
    .filter((door) => door.roles.some((role) => roles.includes(role)))
    .map((door) => door.screen);
}

const doorOf = (screen: Screen): Door => doors.find((door) => door.screen === screen)!;

/** Where a screen of a fair is. */
export const hrefOf = (screen: Screen, fairCode: string) =>
  `${doorOf(screen).path}?fair=${encodeURIComponent(fairCode)}`;

/** Whether a screen is part of these pages, so that going there loads nothing anew. */
export const isOfThesePages = (screen: Screen) => doorOf(screen).standsAlone !== true;

/** Whether an address of this site is drawn by these pages, or by one that stands alone. */
export const isDrawnHere = (href: string) =>
  !/^\/(till|slip|gate|declare|f|verify|apply)(?=[/?#]|$)/.test(href);

/** The screen at a path, or whose part it is; undefined for a page that belongs to no fair. */
export const screenAt = (pathname: string): Screen | undefined =>
  doors.find(({ path }) => path === pathname || pathname.startsWith(`${path}/`))?.screen;
