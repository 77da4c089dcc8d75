import type { Language } from '@phien/kernel';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import {
  BellOff,
  CalendarDays,
  ChartNoAxesCombined,
  DoorOpen,
  FileText,
  Handshake,
  Map as MapIcon,
  MapPin,
  Plus,
  Scale,
  Settings2,
  Smartphone,
  Store,
  Users,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Caller, Fair } from '../api/client';
import { fairsQuery } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatDay, formatDays } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { AppShell } from '../ui/app-shell';
import buttons from '../ui/buttons.module.css';
import { DoorLink } from '../ui/door-link';
import { DemoMark } from '../ui/marks';
import { Empty, ErrorState, Skeleton } from '../ui/states';
import classes from './fair-choice.module.css';
import { hrefOf, isOfThesePages, rolesIn, screensOf } from './role-doors.rules';
import type { Role, Screen } from './role-doors.rules';

export function FairChoice({ caller }: { caller: Caller }) {
  const fairs = useQuery(fairsQuery);
  const newFair = caller.mayOpenFairs && (
    <Link to="/plan/fair" className={fairs.data?.length ? buttons.button : buttons.main}>
      <Plus size={18} aria-hidden />
      {m.home_new_fair()}
    </Link>
  );
  return (
    <AppShell name="Phiên">
      <div className={classes.page}>
        {fairs.isPending ? (
          <Skeleton shapes={[44, 180, 180]} />
        ) : fairs.isError ? (
          <ErrorState problem={fairs.error} onRetry={() => void fairs.refetch()} />
        ) : fairs.data.length === 0 ? (
          <Empty
            title={caller.mayOpenFairs ? m.home_first_fair_title() : m.home_no_fairs_title()}
            text={
              caller.mayOpenFairs
                ? m.home_first_fair_text()
                : m.home_no_fairs_text({ login: caller.login })
            }
            action={newFair || undefined}
          />
        ) : (
          <>
            <div className={classes.head}>
              <div>
                <h1 className={classes.title}>{m.home_welcome({ name: caller.name })}</h1>
                <p className={classes.text}>{m.home_choose()}</p>
              </div>
              {newFair}
            </div>
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
  zone_staff: m.home_role_zone_staff,
  delegation_lead: m.home_role_delegation_lead,
};

interface DoorWords {
  icon: LucideIcon;
  name: () => string;
  purpose: () => string;
}

const doorWords: Record<Screen, DoorWords> = {
  board: { icon: ChartNoAxesCombined, name: m.door_board, purpose: m.door_board_for },
  plan: { icon: MapIcon, name: m.door_plan, purpose: m.door_plan_for },
  delegations: { icon: Handshake, name: m.door_delegations, purpose: m.door_delegations_for },
  tills: { icon: Smartphone, name: m.door_tills, purpose: m.door_tills_for },
  reports: { icon: FileText, name: m.door_reports, purpose: m.door_reports_for },
  compare: { icon: Scale, name: m.door_compare, purpose: m.door_compare_for },
  people: { icon: Users, name: m.door_people, purpose: m.door_people_for },
  my: { icon: Store, name: m.door_my, purpose: m.door_my_for },
  silent: { icon: BellOff, name: m.door_silent, purpose: m.door_silent_for },
  gate: { icon: DoorOpen, name: m.door_gate, purpose: m.door_gate_for },
};

const kindWords: Record<Exclude<Fair['kind'], 'fair'>, () => string> = {
  goods_week: m.home_kind_goods_week,
  point_of_sale: m.home_kind_point_of_sale,
};

function daysOf({ firstDay, lastDay, hasOpenEnd }: Fair, language: Language): string {
  if (firstDay === null || lastDay === null) return m.home_no_days();
  return hasOpenEnd
    ? m.home_from_day({ day: formatDay(firstDay, language) })
    : formatDays(firstDay, lastDay, language);
}

/** How far the booths of a fair are given; nothing of one without booths. */
function Given({ fair: { boothCount, givenBoothCount } }: { fair: Fair }) {
  const { language } = useLanguage();
  if (boothCount === 0) return <p className={classes.given}>{m.home_no_booths()}</p>;
  const percent = Math.floor((100 * givenBoothCount) / boothCount);
  return (
    <div className={classes.given}>
      <span>
        {m.home_given({
          given: formatCount(givenBoothCount, language),
          count: formatCount(boothCount, language),
          percent,
        })}
      </span>
      <span className={classes.bar} aria-hidden>
        <span style={{ width: `${percent}%` }} />
      </span>
    </div>
  );
}

function FairCard({ fair, roles }: { fair: Fair; roles: Role[] }) {
  const { language } = useLanguage();
  const venue = language === 'vi' ? fair.venueVi : fair.venueEn;
  return (
    <li className={classes.card}>
      <div className={classes.marks}>
        <span className={`${classes.state} ${classes[fair.state]}`}>
          {stateWords[fair.state]()}
        </span>
        {fair.kind !== 'fair' && <span className={classes.state}>{kindWords[fair.kind]()}</span>}
        {fair.isDemo && <DemoMark />}
      </div>
      {fair.series && <p className={classes.series}>{fair.series}</p>}
      <h2 className={classes.name}>{language === 'vi' ? fair.nameVi : fair.nameEn}</h2>
      <p className={classes.days}>
        <CalendarDays size={16} aria-hidden />
        <span>{daysOf(fair, language)}</span>
      </p>
      {venue && (
        <p className={classes.days}>
          <MapPin size={16} aria-hidden />
          <span>{venue}</span>
        </p>
      )}
      <Given fair={fair} />
      <div className={classes.under}>
        <p className={classes.roles}>{roles.map((role) => roleWords[role]()).join(' · ')}</p>
        {roles.includes('organizer') && (
          <Link
            to="/plan/fair"
            search={{ fair: fair.code }}
            className={fair.state === 'draft' ? buttons.main : buttons.button}
          >
            <Settings2 size={18} aria-hidden />
            {fair.state === 'draft' ? m.home_look_and_publish() : m.home_about_fair()}
          </Link>
        )}
      </div>
      <ul className={classes.doors}>
        {screensOf(roles).map((screen) => (
          <li key={screen}>
            <DoorTile screen={screen} fairCode={fair.code} />
          </li>
        ))}
      </ul>
    </li>
  );
}

function DoorTile({ screen, fairCode }: { screen: Screen; fairCode: string }) {
  const { icon: Icon, name, purpose } = doorWords[screen];
  const href = hrefOf(screen, fairCode);
  const face = (
    <>
      <span className={classes.doorIcon}>
        <Icon size={22} aria-hidden />
      </span>
      <span className={classes.doorWords}>
        <strong>{name()}</strong>
        <span>{purpose()}</span>
      </span>
    </>
  );
  return isOfThesePages(screen) ? (
    <DoorLink href={href} className={classes.door}>
      {face}
    </DoorLink>
  ) : (
    <a href={href} className={classes.door}>
      {face}
    </a>
  );
}
