import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import type { Caller, Fair } from '../api/client';
import { fairsQuery, sessionQuery } from '../api/queries';
import { rolesIn } from '../home/role-doors.rules';
import { m } from '../paraglide/messages.js';
import { AppShell } from '../ui/app-shell';
import buttons from '../ui/buttons.module.css';
import { Empty, ErrorState, Forbidden, Skeleton } from '../ui/states';
import { PlanDesk } from './plan-desk';

const route = getRouteApi('/plan');
const shapes = [44, 320, 240];

/** `/plan`: which fair; then its plan on the desk. */
export function PlanScreen() {
  const { fair: code } = route.useSearch();
  const session = useQuery(sessionQuery);
  const fairs = useQuery({ ...fairsQuery, enabled: Boolean(session.data) });
  const failed = [session, fairs].find((query) => query.isError);
  if (failed?.error) {
    return (
      <AppShell name={m.plan_title()}>
        <ErrorState problem={failed.error} onRetry={() => void failed.refetch()} />
      </AppShell>
    );
  }
  if (!session.data || !fairs.data) {
    return (
      <AppShell name={m.plan_title()}>
        <Skeleton shapes={shapes} />
      </AppShell>
    );
  }
  const caller = session.data;
  const own = organizedBy(fairs.data, caller);
  const fair = fairToShow(fairs.data, own, code);
  if (code !== undefined && !fair) {
    return (
      <AppShell name={m.plan_title()}>
        <Empty title={m.not_found_title()} text={m.not_found_text()} action={<HomeLink />} />
      </AppShell>
    );
  }
  if (!fair || !own.includes(fair)) {
    return (
      <AppShell name={m.plan_title()}>
        <Forbidden login={caller.login} action={<HomeLink />} />
      </AppShell>
    );
  }
  return <PlanDesk key={fair.id} fair={fair} fairs={own} login={caller.login} />;
}

const organizedBy = (fairs: Fair[], caller: Caller) =>
  fairs.filter((fair) => rolesIn(caller, fair.id).includes('organizer'));

/* The fair of the address; without one, the running one that this caller organizes. */
function fairToShow(fairs: Fair[], own: Fair[], code: string | undefined): Fair | undefined {
  if (code !== undefined) return fairs.find((fair) => fair.code === code || fair.id === code);
  return own.find((fair) => fair.state === 'running') ?? own[0];
}

const HomeLink = () => (
  <Link to="/" className={buttons.button}>
    {m.to_home()}
  </Link>
);
