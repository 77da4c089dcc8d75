import { m } from '../paraglide/messages.js';
import type { Standing } from './suggest-tones';
import classes from './standing-line.module.css';

interface StandingLineProps {
  code: string | null;
  standing: ReadonlyMap<string, Standing>;
}

/** Who is to stand in the booth that was chosen, and where each stood before. */
export function StandingLine({ code, standing }: StandingLineProps) {
  const places = code === null ? [] : (standing.get(code)?.places ?? []);
  return (
    <div className={classes.line} aria-live="polite" data-testid="standing">
      {code !== null && (
        <>
          <strong>{code}</strong>
          {places.length === 0 && <span>{m.suggest_stands_nobody()}</span>}
          {places.map(({ key, exhibitorName, boothCodes, beforeCodes, isLocked }) => (
            <span key={key}>
              {exhibitorName}
              <span className={classes.quiet}>
                {[
                  boothCodes.length > 1
                    ? m.suggest_stands_with({ codes: boothCodes.join(', ') })
                    : null,
                  isLocked
                    ? m.suggest_stands_locked()
                    : beforeCodes === null
                      ? m.suggest_stands_new()
                      : m.suggest_stands_before({ codes: beforeCodes.join(', ') }),
                ]
                  .filter((said) => said !== null)
                  .join(' · ')}
              </span>
            </span>
          ))}
        </>
      )}
    </div>
  );
}
