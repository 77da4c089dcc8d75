import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { fairsQuery, sessionQuery } from '../api/queries';
import { hrefOf, isOfThesePages, rolesIn, screenAt, screensOf } from '../home/role-doors.rules';
import type { Screen } from '../home/role-doors.rules';
import { m } from '../paraglide/messages.js';
import classes from './app-shell.module.css';
import { DoorLink } from './door-link';

const words: Record<Screen, () => string> = {
  board: m.door_board,
  plan: m.door_plan,
  delegations: m.door_delegations,
  tills: m.door_tills,
  reports: m.door_reports,
  compare: m.door_compare,
  people: m.door_people,
  my: m.door_my,
  silent: m.door_silent,
  gate: m.door_gate,
};

/** From one screen of a fair to the others that the caller's roles open; nothing when there is one. */
export function FairNav({ fairCode }: { fairCode?: string }) {
  const { pathname, search } = useLocation();
  const { data: caller } = useQuery(sessionQuery);
  const { data: fairs } = useQuery({ ...fairsQuery, enabled: Boolean(caller) });
  const here = screenAt(pathname);
  const code = fairCode ?? (search as { fair?: string }).fair;
  const fair = fairs?.find((each) => each.code === code);
  if (!caller || !here || !fair) return null;
  const screens = screensOf(rolesIn(caller, fair.id)).filter(isOfThesePages);
  if (screens.length < 2) return null;
  return (
    <nav className={classes.nav} aria-label={m.door_nav()}>
      {screens.map((screen) => (
        <DoorLink
          key={screen}
          href={hrefOf(screen, fair.code)}
          aria-current={screen === here ? 'page' : undefined}
        >
          {words[screen]()}
        </DoorLink>
      ))}
    </nav>
  );
}
