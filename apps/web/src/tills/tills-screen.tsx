import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { fairQuery } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import { AppShell } from '../ui/app-shell';
import { AsOfChip } from '../ui/as-of-chip';
import { DoorLink } from '../ui/door-link';
import { FairProblem, FairScreen } from '../ui/fair-screen';
import type { Entered } from '../ui/fair-screen';
import { DemoMark } from '../ui/marks';
import { Skeleton, StaleBar } from '../ui/states';
import strip from '../ui/tabs.module.css';
import { ToastPlace } from '../ui/toast';
import { formatHourMinute } from '../i18n/times';
import { SetAsidePart } from './set-aside-part';
import { TillsPart } from './tills-part';
import { tillsQuery } from './tills.requests';
import type { Till } from './tills.requests';
import classes from './tills.module.css';

const route = getRouteApi('/tills');
const shapes = [44, 96, 64, 64, 64];
const STALE_AFTER_MS = 25_000;

/** `/tills?fair=`: which phones are silent or hold sales, and what was set aside. */
export function TillsScreen() {
  const { fair: code } = route.useSearch();
  return (
    <FairScreen screen="tills" title={m.tills_title()} code={code} shapes={shapes}>
      {(entered) => (
        <ToastPlace>
          <TillsOf key={entered.fair.id} {...entered} />
        </ToastPlace>
      )}
    </FairScreen>
  );
}

function TillsOf({ fair, caller }: Entered) {
  const { language } = useLanguage();
  const { view, of } = route.useSearch();
  const tills = useQuery(tillsQuery(fair.id));
  const whole = useQuery(fairQuery(fair.id));
  const state = useLineState(tills.dataUpdatedAt, tills.isError);
  const name = language === 'vi' ? fair.nameVi : fair.nameEn;
  const marks = fair.isDemo && <DemoMark />;
  const problem = (tills.data ? null : tills.error) ?? (whole.data ? null : whole.error);
  if (problem) {
    return (
      <AppShell name={name} fairCode={fair.code} marks={marks}>
        <FairProblem
          login={caller.login}
          problem={problem}
          onRetry={() => {
            void tills.refetch();
            void whole.refetch();
          }}
        />
      </AppShell>
    );
  }
  if (!tills.data || !whole.data) {
    return (
      <AppShell name={name} fairCode={fair.code} marks={marks}>
        <Skeleton shapes={shapes} />
      </AppShell>
    );
  }
  const { timeZone } = whole.data;
  const { asOf } = tills.data;
  const asideCount = tills.data.tills.reduce((sum, till) => sum + till.setAsideCount, 0);
  const aside =
    asideCount > 0
      ? m.tills_tab_aside_count({ count: formatCount(asideCount, language) })
      : m.tills_tab_aside();
  const props = { fair, tills: tills.data, times: { language, timeZone, asOf } };
  return (
    <AppShell
      name={name}
      fairCode={fair.code}
      marks={marks}
      chip={<AsOfChip state={state} asOf={asOf} timeZone={timeZone} />}
      bars={
        state !== 'live' && (
          <StaleBar state={state} since={formatHourMinute(asOf, timeZone, language)} />
        )
      }
    >
      <div className={classes.page}>
        <h1 className={classes.title}>{m.tills_title()}</h1>
        <nav className={strip.tabs} aria-label={m.tills_title()}>
          <DoorLink
            href={`/tills?fair=${fair.code}`}
            aria-current={view === undefined ? 'page' : undefined}
          >
            {m.tills_tab_phones()}
          </DoorLink>
          <DoorLink
            href={`/tills?fair=${fair.code}&view=aside`}
            aria-current={view === 'aside' ? 'page' : undefined}
          >
            {aside}
          </DoorLink>
        </nav>
        {view === 'aside' ? (
          <SetAsidePart {...props} of={registerOf(tills.data.tills, of)} />
        ) : (
          <TillsPart {...props} />
        )}
      </div>
    </AppShell>
  );
}

const registerOf = (tills: readonly Till[], id: string | undefined): Till | undefined =>
  id === undefined ? undefined : tills.find(({ registerId }) => registerId === id);

/** Live while answers come; stale when none came for two rounds and a half. */
function useLineState(heardAtMs: number, isError: boolean): 'live' | 'stale' | 'offline' {
  const [nowMs, setNow] = useState(() => Date.now());
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 5_000);
    return () => clearInterval(tick);
  }, []);
  if (isError) return 'offline';
  return nowMs - heardAtMs > STALE_AFTER_MS ? 'stale' : 'live';
}
