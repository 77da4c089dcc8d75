import { expect, test } from '@playwright/test';
import { onlyDoor } from './only-door.rules';
import type { Role } from './role-doors.rules';
import {
  hrefOf,
  isOfThesePages,
  rolesIn,
  screenAt,
  screensOf,
  isDrawnHere,
} from './role-doors.rules';

const spring = { id: 'spring', code: 'xuan-2026' };
const autumn = { id: 'autumn', code: 'thu-2026' };
const caller = (mayOpenFairs: boolean, ...roles: Role[]) => ({
  accountId: 'lan',
  login: 'lan',
  name: 'Lan',
  mayOpenFairs,
  grants: roles.map((role) => ({ fairId: spring.id, role, exhibitorId: null })),
});

test('each role has its screens', () => {
  expect(screensOf(['organizer'])).toEqual([
    'board',
    'plan',
    'delegations',
    'tills',
    'reports',
    'compare',
    'people',
    'silent',
    'gate',
  ]);
  expect(screensOf(['official'])).toEqual(['board', 'delegations', 'reports', 'compare']);
  expect(screensOf(['exhibitor'])).toEqual(['my']);
  expect(screensOf(['gate'])).toEqual(['gate']);
  expect(screensOf(['zone_staff'])).toEqual(['silent']);
  expect(screensOf(['delegation_lead'])).toEqual(['delegations', 'silent']);
  expect(screensOf(['exhibitor', 'official'])).toEqual([
    'board',
    'delegations',
    'reports',
    'compare',
    'my',
  ]);
  expect(rolesIn(caller(false, 'gate', 'organizer'), spring.id)).toEqual(['organizer', 'gate']);
  expect(rolesIn(caller(false, 'gate'), autumn.id)).toEqual([]);
});

test('a door leads to a fair, and says whether it leaves these pages', () => {
  expect(hrefOf('people', 'xuan-2026')).toBe('/people?fair=xuan-2026');
  expect(hrefOf('gate', 'xuan-2026')).toBe('/gate/?fair=xuan-2026');
  expect([isOfThesePages('my'), isOfThesePages('gate')]).toEqual([true, false]);
  expect([screenAt('/plan'), screenAt('/account')]).toEqual(['plan', undefined]);
  expect([screenAt('/board/booth'), screenAt('/boarders')]).toEqual(['board', undefined]);
});

test('only who has one fair and one screen goes straight in', () => {
  expect(onlyDoor(caller(false, 'exhibitor'), [spring])?.href).toBe('/my?fair=xuan-2026');
  expect(onlyDoor(caller(false, 'gate'), [spring])?.screen).toBe('gate');
  expect(onlyDoor(caller(false, 'official'), [spring])).toBeNull();
  expect(onlyDoor(caller(false, 'exhibitor'), [spring, autumn])).toBeNull();
  expect(onlyDoor(caller(true, 'exhibitor'), [spring])).toBeNull();
  expect(onlyDoor(caller(false), [spring])).toBeNull();
  expect(onlyDoor(caller(false, 'gate'), [])).toBeNull();
});

test('pages that stand alone are left for, whatever follows their path', () => {
  for (const href of [
    '/gate/',
    '/gate',
    '/till/#code=AB',
    '/slip/1/2',
    '/declare/#x',
    '/apply/ocop-2026',
    '/gate/?fair=x',
    '/verify/#ab',
  ]) {
    expect([href, isDrawnHere(href)]).toEqual([href, false]);
  }
  for (const href of ['/', '/board?fair=x', '/gateway', '/plan']) {
    expect([href, isDrawnHere(href)]).toEqual([href, true]);
  }
});
