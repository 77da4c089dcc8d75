import type { Caller } from '../api/client';
import { hrefOf, rolesIn, screensOf } from './role-doors.rules';
import type { Screen } from './role-doors.rules';

/** The only door of somebody with one fair and one screen there; null when there is a choice. */
export function onlyDoor(
  caller: Caller,
  fairs: readonly { id: string; code: string }[],
): { screen: Screen; href: string } | null {
  const [fair, ...others] = fairs;
  if (fair === undefined || others.length > 0 || caller.mayOpenFairs) return null;
  const [screen, ...more] = screensOf(rolesIn(caller, fair.id));
  return screen === undefined || more.length > 0
    ? null
    : { screen, href: hrefOf(screen, fair.code) };
}
