import { useEffect } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi, useRouter } from '@tanstack/react-router';
import type { Caller, Fair } from '../api/client';
import { Problem } from '../api/problem';
import { fairsQuery, queryClient, sessionQuery } from '../api/queries';
import { rolesIn } from '../home/role-doors.rules';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { AppShell } from '../ui/app-shell';
import { AsOfChip } from '../ui/as-of-chip';
import buttons from '../ui/buttons.module.css';
import { DemoMark } from '../ui/marks';
import { Bar, Empty, ErrorState, Forbidden, Skeleton } from '../ui/states';
import { DayDetail } from './day-detail';
import { DayList } from './day-list';
import { dayToShow } from './reports.rules';
import { ReportsControls } from './reports-controls';
import { daysQuery, fairQuery } from './reports-requests';
import classes from './reports-screen.module.css';

const route = getRouteApi('/reports');
const shapes = [44, 120, 120, 120];

/** `/reports`: which fair, then its days and the one that is chosen. */
export function ReportsScreen() {
  const { fair: code } = route.useSearch();
  const session = useQuery(sessionQuery);
  const fairs = useQuery({ ...fairsQuery, enabled: Boolean(session.data) });
  const failed = [session, fairs].find((query) => query.isError);
  if (failed?.error) {
    return (
      <AppShell name={m.reports_title()}>
        <ErrorState problem={failed.error} onRetry={() => void failed.refetch()} />
      </AppShell>
    );
  }
  if (!session.data || !fairs.data) {
    return (
      <AppShell name={m.reports_title()}>
        <Skeleton shapes={shapes} />
      </AppShell>
    );
  }
  const caller = session.data;
  const mine = fairs.data.filter((fair) => maySee(caller, fair));
  const fair =
    code === undefined
      ? (mine.find(({ state }) => state === 'running') ?? mine[0])
      : mine.find((each) => each.code === code || each.id === code);
  if (!fair) return <NotForYou login={caller.login} />;
  return <FairReports key={fair.id} fair={fair} fairs={mine} caller={caller} />;
}

const maySee = (caller: Caller, fair: Fair) =>
  rolesIn(caller, fair.id).some((role) => role === 'organizer' || role === 'official');

function FairReports({ fair, fairs, caller }: { fair: Fair; fairs: Fair[]; caller: Caller }) {
  const { day: wanted } = route.useSearch();
  const { language } = useLanguage();
  const days = useQuery(daysQuery(fair.id));
  const whole = useQuery(fairQuery(fair.id));
  const name = language === 'vi' ? fair.nameVi : fair.nameEn;
  const marks = fair.isDemo && <DemoMark />;
  const problem = (days.data ? null : days.error) ?? (whole.data ? null : whole.error);
  const barred = days.error instanceof Problem && [401, 403, 404].includes(days.error.status);
  if (barred || problem) {
    return (
      <ReportsProblem
        name={name}
        login={caller.login}
        problem={days.error ?? whole.error ?? new Problem(0, 'unreachable')}
        onRetry={() => {
          void days.refetch();
          void whole.refetch();
        }}
      />
    );
  }
  if (!days.data || !whole.data) {
    return (
      <AppShell name={name} marks={marks}>
        <Skeleton shapes={shapes} />
      </AppShell>
    );
  }
  const isOffline = days.isError || days.fetchStatus === 'paused';
  const day = dayToShow(days.data, wanted);
  const isOrganizer = rolesIn(caller, fair.id).includes('organizer');
  const props = { fair: whole.data, isOrganizer };
  return (
    <AppShell
      name={name}
      marks={marks}
      chip={isOffline && <AsOfChip state="offline" asOf={null} timeZone={null} />}
      bars={isOffline && <Bar tone="warn">{m.offline_bar_plain()}</Bar>}
    >
      <ReportsControls {...props} fairs={fairs} isDayChosen={wanted !== undefined} />
      {days.data.length === 0 ? (
        <Empty
          title={m.reports_empty_title()}
          text={m.reports_empty_text()}
          action={<HomeLink />}
        />
      ) : (
        <div className={classes.columns} data-chosen={wanted !== undefined}>
          <DayList days={days.data} fair={whole.data} chosen={day?.day} />
          <div className={classes.detail}>
            {day === undefined ? (
              <Empty
                title={m.not_found_title()}
                text={m.reports_choose()}
                action={
                  <Link to="/reports" search={{ fair: fair.code }} className={buttons.button}>
                    {m.reports_back()}
                  </Link>
                }
              />
            ) : (
              <DayDetail key={day.day} {...props} day={day} />
            )}
          </div>
        </div>
      )}
    </AppShell>
  );
}

const HomeLink = () => (
  <Link to="/" className={buttons.button}>
    {m.to_home()}
  </Link>
);

function NotForYou({ login }: { login: string }) {
  return (
    <AppShell name={m.reports_title()}>
      <Forbidden login={login} action={<HomeLink />} />
    </AppShell>
  );
}

interface ReportsProblemProps {
  name: string;
  login: string;
  problem: Error;
  onRetry: () => void;
}

function ReportsProblem({ name, login, problem, onRetry }: ReportsProblemProps) {
  const status = problem instanceof Problem ? problem.status : 0;
  const hasLeft = status === 401;
  const router = useRouter();
  useEffect(() => {
    if (!hasLeft) return;
    queryClient.setQueryData(sessionQuery.queryKey, null);
    void router.invalidate();
  }, [hasLeft, router]);
  return (
    <AppShell name={name}>
      {hasLeft || status === 403 || status === 404 ? (
        <Forbidden login={login} action={<HomeLink />} />
      ) : (
        <ErrorState problem={problem} onRetry={onRetry} />
      )}
    </AppShell>
  );
}
