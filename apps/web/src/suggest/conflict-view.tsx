import { OctagonAlert } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import classes from './conflict-view.module.css';
import type { Conflict, SuggestedPlace } from './suggest-requests';

interface ConflictViewProps {
  conflict: Conflict;
  /** Of which it is told who stands nowhere yet. */
  places: readonly Pick<SuggestedPlace, 'exhibitorId' | 'beforeCodes'>[];
  onChange: () => void;
  /** Shows a booth on the picture. */
  onChoose: (boothCode: string) => void;
}

/** It cannot be, who gets in whose way, and what would help. */
export function ConflictView({ conflict, places, onChange, onChoose }: ConflictViewProps) {
  const { language } = useLanguage();
  const { boothCodes, exhibitors } = conflict;
  const standing = new Set(
    places.flatMap(({ exhibitorId, beforeCodes }) => (beforeCodes === null ? [] : [exhibitorId])),
  );
  return (
    <section className={classes.conflict} data-testid="conflict">
      <p className={classes.sentence} role="alert">
        <OctagonAlert size={28} aria-hidden />
        <span>{conflict[language]}</span>
      </p>
      <dl className={classes.named}>
        {exhibitors.length > 0 && (
          <div>
            <dt>{m.suggest_conflict_who()}</dt>
            <dd>
              <ul tabIndex={0}>
                {exhibitors.map(({ id, name }) => (
                  <li key={`${id} ${name}`}>
                    {name}
                    {!standing.has(id) && (
                      <span className={classes.nowhere}> {m.suggest_nowhere()}</span>
                    )}
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        {boothCodes.length > 0 && (
          <div>
            <dt>{m.suggest_conflict_where()}</dt>
            <dd className={classes.booths}>
              {boothCodes.map((code) => (
                <button
                  key={code}
                  type="button"
                  className={classes.booth}
                  onClick={() => onChoose(code)}
                >
                  {code}
                </button>
              ))}
            </dd>
          </div>
        )}
      </dl>
      <p>{m.suggest_conflict_do()}</p>
      <button type="button" className={`${buttons.main} ${classes.again}`} onClick={onChange}>
        {m.suggest_change()}
      </button>
    </section>
  );
}
