import { useQuery } from '@tanstack/react-query';
import { Link, getRouteApi } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { fairQuery } from '../api/queries';
import { rolesIn } from '../home/role-doors.rules';
import { useLanguage } from '../i18n/language';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { useLiveFiles } from '../reports/live-files';
import chips from '../reports/state-chip.module.css';
import { AppShell } from '../ui/app-shell';
import { FairProblem, FairScreen } from '../ui/fair-screen';
import type { Entered } from '../ui/fair-screen';
import { DemoMark } from '../ui/marks';
import { Skeleton } from '../ui/states';
import { FieldLine } from './field-line';
import { finalReportQuery } from './final-requests';
import classes from './final-screen.module.css';
import { FramePart } from './frame-part';
import { MakeReport } from './make-report';
import { OwnField } from './own-field';

const route = getRouteApi('/reports/final');
const shapes = [44, 120, 320, 320];

/** `/reports/final`: the report on the whole fair, field by field. */
export function FinalScreen() {
  const { fair: code } = route.useSearch();
  return (
    <FairScreen screen="reports" title={m.final_title()} code={code} shapes={shapes}>
      {(entered) => <FairReport key={entered.fair.id} {...entered} />}
    </FairScreen>
  );
}

function FairReport({ fair, caller }: Entered) {
  const { language } = useLanguage();
  useLiveFiles(fair.id);
  const report = useQuery(finalReportQuery(fair.id));
  const whole = useQuery(fairQuery(fair.id));
  const isOrganizer = rolesIn(caller, fair.id).includes('organizer');
  const failed = [report, whole].find(({ isError, data }) => isError && !data);
  const frame = {
    name: language === 'vi' ? fair.nameVi : fair.nameEn,
    fairCode: fair.code,
    marks: fair.isDemo && <DemoMark />,
  };
  if (failed?.error) {
    return (
      <AppShell {...frame}>
        <FairProblem
          login={caller.login}
          problem={failed.error}
          onRetry={() => void failed.refetch()}
        />
      </AppShell>
    );
  }
  if (!report.data || !whole.data) {
    return (
      <AppShell {...frame}>
        <Skeleton shapes={shapes} />
      </AppShell>
    );
  }
  const { timeZone } = whole.data;
  const { isProvisional, asOf, fields, frames } = report.data;
  const shown = fields.filter(({ state }) => state !== 'left_out');
  const leftOut = fields.filter(({ state }) => state === 'left_out');
  const line = { fairId: fair.id, timeZone, isOrganizer };
  return (
    <AppShell {...frame}>
      <div className={classes.page}>
        <Link to="/reports" search={{ fair: fair.code }} className={classes.back}>
          <ArrowLeft size={18} aria-hidden />
          {m.final_back()}
        </Link>
        <header className={classes.head}>
          <h1>{m.final_title()}</h1>
          <span className={`${chips.chip} ${chips[isProvisional ? 'provisional' : 'complete']}`}>
            <span className={chips.mark} aria-hidden />
            {isProvisional ? m.final_provisional() : m.final_settled()}
          </span>
        </header>
        <p className={classes.quiet}>
          {m.final_as_of({ time: formatDateTime(asOf, timeZone, language) })} {m.final_what()}
        </p>
        {!isOrganizer && <p className={classes.quiet}>{m.final_read_only()}</p>}
        <ol className={classes.fields} aria-label={m.final_fields()}>
          {shown.map((field) => (
            <FieldLine key={field.field} {...line} field={field} />
          ))}
        </ol>
        {isOrganizer && <OwnField fairId={fair.id} />}
        {leftOut.length > 0 && (
          <details className={classes.leftOut}>
            <summary>{m.final_left_out({ count: leftOut.length })}</summary>
            <ol className={classes.fields}>
              {leftOut.map((field) => (
                <FieldLine key={field.field} {...line} field={field} />
              ))}
            </ol>
          </details>
        )}
        <MakeReport fairId={fair.id} timeZone={timeZone} isOrganizer={isOrganizer} />
        <FramePart fairId={fair.id} frames={frames} isOrganizer={isOrganizer} />
      </div>
    </AppShell>
  );
}
