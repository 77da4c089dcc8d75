import { useEffect } from 'react';
import type { ReactNode } from 'react';
import type { Board } from '../api/client';
import { isToday } from '../board/day-line.rules';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { formatClock, formatDateTime, formatDay, formatHourMinute } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { DemoMark, MovedClockMark } from '../ui/marks';
import classes from './wall-frame.module.css';
import type { Picture } from './wall-line';
import { dayState, nameSize } from './wall.rules';
import type { LineState, Scene } from './wall.rules';

interface WallFrameProps {
  picture: Picture;
  state: LineState;
  /** By this machine's own clock, which may be wrong. */
  nowMs: number;
  /** Null until the server has told it. */
  fairNowMs: number | null;
  scenes: readonly Scene[];
  scene: Scene;
  children: ReactNode;
}

/** What stands on a wall whatever it shows: whose figures, of which day, as of when, and the time. */
export function WallFrame(props: WallFrameProps) {
  const { picture, state, nowMs, fairNowMs, scenes, scene, children } = props;
  const { language } = useLanguage();
  const { board, asOf } = picture;
  const { fair } = board;
  const name = language === 'vi' ? fair.nameVi : fair.nameEn;
  const bestMs = fairNowMs ?? nowMs;
  useEffect(() => {
    document.title = `${name} · Phiên`;
  }, [name]);
  return (
    <main className={classes.frame} data-scene={scene} data-state={state} data-testid="wall">
      <header className={classes.head}>
        <div className={classes.whose}>
          <h1 style={{ fontSize: `${nameSize(name)}rem` }}>{name}</h1>
          <p className={classes.day}>
            <span>{dayWords(board, bestMs, language)}</span>
            {fair.isDemo && <DemoMark />}
            {board.clock.isMoved && <MovedClockMark speed={board.clock.speed} />}
          </p>
        </div>
        <p className={classes.clock}>
          {fairNowMs !== null &&
            formatHourMinute(new Date(fairNowMs).toISOString(), fair.timeZone, language)}
        </p>
      </header>
      <div key={scene} className={classes.scene}>
        {children}
      </div>
      <footer className={classes.foot}>
        {state === 'cut' ? (
          <p className={classes.cut} role="status" data-testid="wall-cut">
            {m.wall_cut({
              time: sinceWords(asOf, bestMs, fair.timeZone, language),
            })}
          </p>
        ) : (
          <>
            <p className={classes.asOf} data-testid="as-of" data-state={state}>
              <span className={classes.dot} aria-hidden />
              {state === 'live' ? m.live_live() : m.live_connecting()}
              {' · '}
              {m.as_of({ time: formatClock(asOf, fair.timeZone, language) })}
            </p>
            <Warning board={board} />
          </>
        )}
        <p className={classes.turns} aria-hidden>
          {scenes.map((each) => (
            <span key={each} data-shown={each === scene} />
          ))}
        </p>
      </footer>
    </main>
  );
}

function dayWords(board: Board, nowMs: number, language: 'vi' | 'en'): string {
  const day = formatDay(board.day, language);
  const hours = board.fair.days.find((each) => each.day === board.day);
  const [opens, closes] = [hours?.opensAt ?? '', hours?.closesAt ?? ''];
  switch (dayState(board, nowMs)) {
    case 'upcoming':
      return m.wall_upcoming({ day, time: opens });
    case 'past':
      return m.wall_past({ day });
    case 'closed':
      return `${m.wall_today({ day })} · ${m.wall_closed_day()}`;
    case 'before':
      return `${m.wall_today({ day })} · ${m.wall_opens({ time: opens })}`;
    case 'open':
      return `${m.wall_today({ day })} · ${m.wall_open({ time: closes })}`;
    case 'after':
      return `${m.wall_today({ day })} · ${m.wall_closed({ time: closes })}`;
  }
}

/** With its day when that is another one: a wall may be cut off for long. */
function sinceWords(asOf: string, nowMs: number, timeZone: string, language: 'vi' | 'en') {
  const isOld = Math.abs(nowMs - Date.parse(asOf)) > 12 * 3_600_000;
  return isOld
    ? formatDateTime(asOf, timeZone, language)
    : formatHourMinute(asOf, timeZone, language);
}

/** What keeps the figures from being whole or right, the worst first. */
function Warning({ board }: { board: Board }) {
  const { language } = useLanguage();
  const { reconciliation, tills, fair } = board;
  if (reconciliation.differenceCount > 0) {
    return (
      <p className={classes.danger}>
        {m.wall_differs({ count: formatCount(reconciliation.differenceCount, language) })}
      </p>
    );
  }
  if (tills.silentSince === null || !isToday(board)) return <p />;
  return (
    <p className={classes.warn}>
      {m.wall_silent({
        count: formatCount(tills.silentCount, language),
        time: formatHourMinute(tills.silentSince, fair.timeZone, language),
      })}
    </p>
  );
}
