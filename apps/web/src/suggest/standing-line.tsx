import { m } from '../paraglide/messages.js';
import type { SuggestedPlace } from './suggest-requests';
import type { Standing } from './suggest-tones';
import classes from './standing-line.module.css';

interface StandingLineProps {
  code: string | null;
  standing: ReadonlyMap<string, Standing>;
  /** Without a plan it says who stands there now. */
  hasPlan: boolean;
}

/** Who is to stand in the booth that was chosen, and where each stood before. */
export function StandingLine({ code, standing, hasPlan }: StandingLineProps) {
  const places = code === null ? [] : (standing.get(code)?.places ?? []);
  return (
    <div className={classes.line} aria-live="polite" data-testid="standing">
      {code !== null && (
        <>
          <strong>{code}</strong>
          {places.length === 0 && (
            <span>{hasPlan ? m.suggest_stands_nobody() : m.plan_free()}</span>
          )}
          {places.map((place) => (
            <span key={place.key}>
              {place.exhibitorName}
              {hasPlan && <span className={classes.quiet}>{wayOf(place)}</span>}
            </span>
          ))}
        </>
      )}
    </div>
  );
}

/* "cả A05, A06 · trước ở B01" */
function wayOf({ boothCodes, beforeCodes, isLocked }: SuggestedPlace): string {
  const before = isLocked
    ? m.suggest_stands_locked()
    : beforeCodes === null
      ? m.suggest_stands_new()
      : m.suggest_stands_before({ codes: beforeCodes.join(', ') });
  return boothCodes.length > 1
    ? `${m.suggest_stands_with({ codes: boothCodes.join(', ') })} · ${before}`
    : before;
}
