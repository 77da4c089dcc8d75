import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { Problem } from '../api/problem';
import { fairQuery } from '../api/queries';
import { rolesIn } from '../home/role-doors.rules';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { AppShell } from '../ui/app-shell';
import { AsOfChip } from '../ui/as-of-chip';
import buttons from '../ui/buttons.module.css';
import { FairProblem, FairScreen, HomeLink } from '../ui/fair-screen';
import type { Entered } from '../ui/fair-screen';
import { DemoMark } from '../ui/marks';
import { Bar, Empty, Skeleton } from '../ui/states';
import { PapersPart } from '../papers/papers-part';
import { BoothMoneyPart } from './booth-money-part';
import { DayDetail } from './day-detail';
import { DayList } from './day-list';
import { MailPart } from './mail-part';
import { PressPart } from '../press/press-part';
import { PublicationPart } from './publication-part';
import { useLiveFiles } from './live-files';
import { dayToShow } from './reports.rules';
import { ReportsControls } from './reports-controls';
import { daysQuery } from './reports-requests';
import classes from './reports-screen.module.css';
import { RescueImport } from './rescue-import';
import { SealingPart } from './sealing-part';

const route = getRouteApi('/reports');
const shapes = [44, 120, 120, 120];

/** `/reports`: which fair, then its days and the one that is chosen. */
export function ReportsScreen() {
  const { fair: code } = route.useSearch();
  return (
    <FairScreen screen="reports" title={m.reports_title()} code={code} shapes={shapes}>
      {(entered) => <FairReports key={entered.fair.id} {...entered} />}
    </FairScreen>
  );
}

function FairReports({ fair, fairs, caller }: Entered) {
  const { day: wanted } = route.useSearch();
  const { language } = useLanguage();
  useLiveFiles(fair.id);
  const days = useQuery(daysQuery(fair.id));
  const whole = useQuery(fairQuery(fair.id));
  const name = language === 'vi' ? fair.nameVi : fair.nameEn;
  const marks = fair.isDemo && <DemoMark />;
  const problem = (days.data ? null : days.error) ?? (whole.data ? null : whole.error);
  const barred = days.error instanceof Problem && [401, 403, 404].includes(days.error.status);
  if (barred || problem) {
    return (
      <AppShell name={name} fairCode={fair.code}>
        <FairProblem
          login={caller.login}
          problem={days.error ?? whole.error ?? new Problem(0, 'unreachable')}
          onRetry={() => {
            void days.refetch();
            void whole.refetch();
          }}
        />
      </AppShell>
    );
  }
  if (!days.data || !whole.data) {
    return (
      <AppShell name={name} fairCode={fair.code} marks={marks}>
        <Skeleton shapes={shapes} />
      </AppShell>
    );
  }
  const isOffline = days.isError;
  const day = dayToShow(days.data, wanted);
  const roles = rolesIn(caller, fair.id);
  const isOrganizer = roles.includes('organizer');
  const isOfficial = roles.includes('official');
  const props = { fair: whole.data, isOrganizer };
  return (
    <AppShell
      name={name}
      fairCode={fair.code}
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
              <DayDetail key={day.day} {...props} isOfficial={isOfficial} day={day} />
            )}
          </div>
        </div>
      )}
      <PapersPart {...props} days={days.data} />
      {isOrganizer && <MailPart fairId={fair.id} timeZone={whole.data.timeZone} />}
      <PressPart fair={whole.data} callerName={caller.name} />
      {isOrganizer && <BoothMoneyPart fair={whole.data} />}
      {isOrganizer && <PublicationPart fairId={fair.id} code={fair.code} />}
      {isOrganizer && <RescueImport fairId={fair.id} />}
      {isOrganizer && <SealingPart fair={whole.data} />}
    </AppShell>
  );
}
