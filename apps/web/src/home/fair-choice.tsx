import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowRight, ChartNoAxesCombined, CalendarDays } from 'lucide-react';
import type { Caller, Fair } from '../api/client';
import { fairsQuery } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { formatDays } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { AppShell } from '../ui/app-shell';
import { DemoMark } from '../ui/marks';
import { Empty, ErrorState, Skeleton } from '../ui/states';
import classes from './fair-choice.module.css';
import { rolesIn, screensOf } from './role-doors.rules';
import type { Role } from './role-doors.rules';

export function FairChoice({ caller }: { caller: Caller }) {
  const fairs = useQuery(fairsQuery);
  return (
    <AppShell name="Phiên">
      <div className={classes.page}>
        {fairs.isPending ? (
          <Skeleton shapes={[44, 180, 180]} />
        ) : fairs.isError ? (
          <ErrorState problem={fairs.error} onRetry={() => void fairs.refetch()} />
        ) : fairs.data.length === 0 ? (
          <Empty
            title={m.home_no_fairs_title()}
            text={m.home_no_fairs_text({ login: caller.login })}
          />
        ) : (
          <>
            <h1 className={classes.title}>{m.home_welcome({ name: caller.name })}</h1>
            <p className={classes.text}>{m.home_choose()}</p>
            <ul className={classes.fairs}>
              {fairs.data.map((fair) => (
                <FairCard key={fair.id} fair={fair} roles={rolesIn(caller, fair.id)} />
              ))}
            </ul>
          </>
        )}
      </div>
    </AppShell>
  );
}

const stateWords: Record<Fair['state'], () => string> = {
  draft: m.state_draft,
  published: m.state_published,
  running: m.state_running,
  closed: m.state_closed,
  sealed: m.state_sealed,
};

const roleWords: Record<Role, () => string> = {
  organizer: m.home_role_organizer,
  official: m.home_role_official,
  exhibitor: m.home_role_exhibitor,
  gate: m.home_role_gate,
};

function FairCard({ fair, roles }: { fair: Fair; roles: Role[] }) {
  const { language } = useLanguage();
  const screens = screensOf(roles);
  return (
    <li className={classes.card}>
      <div className={classes.marks}>
        <span className={`${classes.state} ${classes[fair.state]}`}>
          {stateWords[fair.state]()}
        </span>
        {fair.isDemo && <DemoMark />}
      </div>
      <h2 className={classes.name}>{language === 'vi' ? fair.nameVi : fair.nameEn}</h2>
      <p className={classes.days}>
        <CalendarDays size={16} aria-hidden />
        <span>
          {fair.firstDay === null || fair.lastDay === null
            ? m.home_no_days()
            : formatDays(fair.firstDay, fair.lastDay, language)}
        </span>
      </p>
      <p className={classes.roles}>{roles.map((role) => roleWords[role]()).join(' · ')}</p>
      <div className={classes.doors}>
        {screens.includes('board') && (
          <Link to="/board" search={{ fair: fair.code }} className={classes.door}>
            <ChartNoAxesCombined size={20} aria-hidden />
            <span>{fair.state === 'running' ? m.home_open_board() : m.home_open_figures()}</span>
            <ArrowRight size={18} aria-hidden className={classes.arrow} />
          </Link>
        )}
        {screens.length === 0 && <p className={classes.noScreen}>{m.home_no_screen()}</p>}
      </div>
    </li>
  );
}
