import { OctagonAlert } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import classes from './conflict-view.module.css';
import type { Conflict } from './suggest-requests';

interface ConflictViewProps {
  conflict: Conflict;
  onChange: () => void;
  /** Shows a booth on the picture. */
  onChoose: (boothCode: string) => void;
}

/** It cannot be, who gets in whose way, and what would help. */
export function ConflictView({ conflict, onChange, onChoose }: ConflictViewProps) {
  const { language } = useLanguage();
  const { exhibitors, boothCodes } = conflict;
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
                  <li key={`${id} ${name}`}>{name}</li>
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
      <button type="button" className={`${buttons.button} ${classes.again}`} onClick={onChange}>
        {m.suggest_change()}
      </button>
    </section>
  );
}
