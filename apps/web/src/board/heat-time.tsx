import { useEffect, useSyncExternalStore } from 'react';
import { Pause, Play, RotateCw, SkipForward } from 'lucide-react';
import { formatMinute } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import classes from './heat-time.module.css';
import { nextStep, stepAt } from './heat-time.rules';

/** Long enough to look at a picture, short enough that a day is a quarter of a minute. */
const STEP_MS = 1_000;

const stillness = window.matchMedia('(prefers-reduced-motion: reduce)');
const whenStillnessChanges = (tell: () => void) => {
  stillness.addEventListener('change', tell);
  return () => stillness.removeEventListener('change', tell);
};

/** Whether this person wants nothing to move by itself. */
const useStillness = () => useSyncExternalStore(whenStillnessChanges, () => stillness.matches);

export interface HeatTimeProps {
  untilMinutes: readonly number[];
  /** Minute that the picture is of; null for the whole day. */
  chosen: number | null;
  isPlaying: boolean;
  isToday: boolean;
  onChoose: (minute: number | null) => void;
  onPlay: (isPlaying: boolean) => void;
}

/**
 * The way through the day: a slider over its steps with the whole day at its end, and a player that
 * stops there. For whom nothing may move by itself the player goes one step at each press.
 */
export function HeatTime(props: HeatTimeProps) {
  const { untilMinutes, chosen, isPlaying, isToday, onChoose, onPlay } = props;
  const isStill = useStillness();
  const at = stepAt(untilMinutes, chosen);
  const last = untilMinutes.length;

  useEffect(() => {
    if (!isPlaying) return;
    const turning = setTimeout(() => {
      const next = nextStep(untilMinutes, at);
      onChoose(next);
      if (next === null) onPlay(false);
    }, STEP_MS);
    return () => clearTimeout(turning);
  }, [isPlaying, untilMinutes, at, onChoose, onPlay]);

  const press = () => {
    if (isPlaying) onPlay(false);
    else {
      if (at === null || isStill) onChoose(nextStep(untilMinutes, at));
      if (!isStill) onPlay(true);
    }
  };
  const Icon = isPlaying ? Pause : isStill ? SkipForward : Play;
  return (
    <div className={classes.time}>
      <button type="button" className={buttons.button} onClick={press}>
        <Icon size={18} aria-hidden />
        {isPlaying ? m.heat_time_pause() : isStill ? m.heat_time_next() : m.heat_time_play()}
      </button>
      <input
        type="range"
        className={classes.slider}
        min={0}
        max={last}
        step={1}
        value={at ?? last}
        aria-label={m.heat_time_slider()}
        aria-valuetext={wordsOf(untilMinutes[at ?? last], isToday)}
        onChange={({ currentTarget: { value } }) => {
          onPlay(false);
          onChoose(untilMinutes[Number(value)] ?? null);
        }}
      />
      <span className={classes.ends} aria-hidden>
        <span>{formatMinute(untilMinutes[0] ?? 0)}</span>
        <span>{wordsOf(undefined, isToday)}</span>
      </span>
    </div>
  );
}

const wordsOf = (minute: number | undefined, isToday: boolean) =>
  minute !== undefined
    ? m.heat_time_until({ time: formatMinute(minute) })
    : isToday
      ? m.heat_time_now()
      : m.heat_time_day();

/** In place of the way through the day, while it cannot be fetched. */
export function HeatTimeFailed({ onRetry }: { onRetry: () => void }) {
  return (
    <p className={classes.failed}>
      {m.heat_time_failed()}{' '}
      <button type="button" className={buttons.quiet} onClick={onRetry}>
        <RotateCw size={16} aria-hidden />
        {m.retry()}
      </button>
    </p>
  );
}
