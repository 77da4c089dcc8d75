import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import type { Fair } from '../api/client';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { formatDay, formatDays, formatHourMinute } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { AppShell } from '../ui/app-shell';
import { AsOfChip } from '../ui/as-of-chip';
import buttons from '../ui/buttons.module.css';
import { FairProblem } from '../ui/fair-screen';
import { importAnew } from '../ui/import-anew';
import { DemoMark, MovedClockMark } from '../ui/marks';
import { Empty, Skeleton, StaleBar } from '../ui/states';
import { SaveTwin } from '../ui/table-twin';
import type { ShownTwin } from '../ui/table-twin';
import classes from './place-page.module.css';
import type { Followed } from './place-requests';
import { searchOf } from './selection.rules';
import type { Selection } from './selection.rules';

/** One booth or zone of a fair, in the day or period of the board one came from. */
export interface Place {
  fair: Fair;
  login: string;
  code: string;
  selection: Selection;
}

interface PlacePage {
  version: number;
  asOf: string;
  timeZone: string;
  from: string;
  day: string;
}

const loadCsv = () => import('./place-csv');

interface PlaceFrameProps<Page extends PlacePage> extends Pick<
  Place,
  'fair' | 'login' | 'selection'
> {
  followed: Followed<Page>;
  /** What the page is of, in words: "Gian A01". */
  subjectOf: (page: Page) => string;
  children: (page: Page) => ReactNode;
}

/** Of what is still to come: the head, the figures, the pictures. */
export const placeShapes = [72, 160, 320];

/** The frame of the page of one booth or zone: as of when, and the way back to the board it came from. */
export function PlaceFrame<Page extends PlacePage>(props: PlaceFrameProps<Page>) {
  const { fair, login, selection, followed, subjectOf, children } = props;
  const { page, asOf, state, since, problem, clock, retry } = followed;
  const { language } = useLanguage();
  const subject = page ? subjectOf(page) : '';
  const save = useCallback(
    async (twin: ShownTwin) => {
      if (!page) return;
      const part = await loadCsv().catch((failure: unknown) => importAnew(failure, loadCsv));
      part.savePlaceTwin({ fair, subject, page, clock }, twin, language);
    },
    [fair, subject, page, clock, language],
  );
  const timeZone = page?.timeZone ?? null;
  const isUnknown = problem instanceof Problem && problem.status === 400;
  const back = (
    <Link to="/board" search={searchOf(fair.code, selection)} className={buttons.button}>
      <ArrowLeft size={18} aria-hidden />
      {m.place_back()}
    </Link>
  );
  return (
    <AppShell
      name={language === 'vi' ? fair.nameVi : fair.nameEn}
      fairCode={fair.code}
      marks={
        <>
          {fair.isDemo && <DemoMark />}
          {clock?.isMoved && <MovedClockMark speed={clock.speed} />}
        </>
      }
      chip={problem ? undefined : <AsOfChip state={state} asOf={asOf} timeZone={timeZone} />}
      bars={
        !problem &&
        (state === 'stale' || state === 'offline') && (
          <StaleBar
            state={state}
            since={
              since === null || timeZone === null
                ? null
                : formatHourMinute(since, timeZone, language)
            }
          />
        )
      }
    >
      <p className={classes.back}>{!isUnknown && back}</p>
      {problem ? (
        isUnknown ? (
          <Empty
            title={m.place_unknown()}
            text={problem.sentence(language) ?? m.error_code({ code: problem.code })}
            action={back}
          />
        ) : (
          <FairProblem problem={problem} login={login} onRetry={retry} />
        )
      ) : page ? (
        <SaveTwin value={save}>{children(page)}</SaveTwin>
      ) : (
        <Skeleton shapes={placeShapes} />
      )}
    </AppShell>
  );
}

/** The day or the days that a page is of. */
export function PeriodWords({ page }: { page: PlacePage }) {
  const { language } = useLanguage();
  return (
    <>
      {page.from === page.day
        ? formatDay(page.day, language)
        : formatDays(page.from, page.day, language)}
    </>
  );
}

export interface PlaceFigure {
  title: string;
  value: ReactNode;
  sub?: ReactNode;
}

export function PlaceFigures({ label, figures }: { label: string; figures: PlaceFigure[] }) {
  return (
    <dl className={classes.figures} aria-label={label}>
      {figures.map(({ title, value, sub }) => (
        <div key={title} className={classes.figure}>
          <dt>{title}</dt>
          <dd>
            <span className={classes.value}>{value}</span>
            {sub && <span className={classes.sub}>{sub}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
