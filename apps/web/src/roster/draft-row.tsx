import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { Choice } from '../ui/choice';
import classes from './roster.module.css';
import { nameOf, type RowChoice } from './roster-choices.rules';
import type { RosterRow } from './roster-requests';

interface DraftRowProps {
  row: RosterRow;
  choice: RowChoice;
  onChoose: (choice: RowChoice) => void;
}

/** A row of the list: where it stands, what was found in it, and what it means. */
export function DraftRow({ row, choice, onChoose }: DraftRowProps) {
  const { language } = useLanguage();
  const { sheet, state, findings, cells, existing } = row;
  const name = nameOf(row);
  const where = m.roster_where({ sheet, row: String(row.row) });
  const others = cells.filter(({ field }) => field !== 'name' && field !== 'id');
  return (
    <li className={classes.row}>
      <div className={classes.words}>
        <strong>{name}</strong>
        <p className={classes.quiet}>
          {where}
          {others.length > 0 && ' · '}
          {others.map(({ text }) => text).join(' · ')}
        </p>
        {findings.length > 0 && (
          <ul className={classes.findings}>
            {findings.map(({ columnVi, columnEn, sentenceVi, sentenceEn, weight }, at) => {
              const column = language === 'vi' ? columnVi : columnEn;
              const sentence = language === 'vi' ? sentenceVi : sentenceEn;
              return (
                <li key={at} data-weight={weight}>
                  {column !== null && <b>{column}: </b>}
                  {sentence}
                </li>
              );
            })}
          </ul>
        )}
      </div>
      {state === 'good' && (
        <label className={classes.check}>
          <input
            type="checkbox"
            checked={choice !== 'no'}
            aria-label={m.roster_take_row({ name })}
            onChange={(event) => onChoose(event.currentTarget.checked ? 'new' : 'no')}
          />
        </label>
      )}
      {state === 'doubtful' && (
        <Choice
          label={m.roster_means({ name })}
          value={choice}
          options={[
            { value: 'no', name: m.roster_leave() },
            { value: 'new', name: m.roster_as_new() },
            ...(existing === null
              ? []
              : [
                  {
                    value: 'existing' as const,
                    name: m.roster_as_existing_of({ name: existing }),
                    face: m.roster_as_existing(),
                  },
                ]),
          ]}
          onChoose={onChoose}
        />
      )}
    </li>
  );
}
