import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { Problem } from '../api/problem';
import { RefusalNote } from '../home/entrance';
import { formatCount } from '../i18n/numbers';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { saveCsv } from '../ui/save-file';
import { DraftRow } from './draft-row';
import classes from './roster.module.css';
import { choicesOf, choiceOf, takenCount, whyCsv, type RowChoice } from './roster-choices.rules';
import { readDraft, takeDraft } from './roster-requests';
import type { RosterDraft, RosterRow, RosterTaken } from './roster-requests';

const ROWS_AT_ONCE = 100;

interface DraftViewProps {
  fairId: string;
  draft: RosterDraft;
  onChanged: (draft: RosterDraft) => void;
  onGiveUp: () => void;
  onTaken: (taken: RosterTaken) => void;
}

/** What was read, row by row with why, and what of it is taken. */
export function DraftView({ fairId, draft, onChanged, onGiveUp, onTaken }: DraftViewProps) {
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<ReadonlyMap<number, RowChoice>>(new Map());
  const states = (['bad', 'doubtful', 'good', 'known'] as const).filter(
    (state) => draft.exhibitors[state] + draft.products[state] > 0,
  );
  const [shown, setShown] = useState<RosterRow['state']>(states[0] ?? 'good');
  const [most, setMost] = useState(ROWS_AT_ONCE);
  const taking = useMutation({
    mutationFn: () => takeDraft(fairId, draft, choicesOf(draft, chosen)),
    onSuccess: onTaken,
    onError: async (failure) => {
      const isChanged = failure instanceof Problem && failure.code === 'roster_changed';
      if (isChanged) onChanged(await readDraft(fairId, draft.id));
    },
  });
  const count = (number: number) => formatCount(number, language);
  const rows = draft.rows.filter(({ state }) => state === shown);
  const exhibitors = takenCount(draft, 'exhibitors', chosen);
  const products = takenCount(draft, 'products', chosen);
  const saveWhy = () =>
    saveCsv(
      `phien-${shown}.csv`,
      whyCsv(rows, {
        language,
        heads: [
          m.roster_csv_sheet(),
          m.roster_csv_row(),
          m.roster_csv_name(),
          m.roster_csv_column(),
          m.roster_csv_why(),
        ],
      }),
    );
  return (
    <div className={classes.card}>
      <h3 className={classes.fileName}>{draft.name}</h3>
      <p className={classes.quiet}>{m.roster_nothing_written()}</p>
      {draft.unread.map(({ sheet, heads }) => (
        <p key={sheet} className={classes.quiet}>
          {heads.length === 0
            ? m.roster_sheet_unread({ sheet })
            : m.roster_heads_unread({ sheet, heads: heads.join(', ') })}
        </p>
      ))}
      <div className={classes.states} role="group" aria-label={m.roster_states()}>
        {states.map((state) => (
          <button
            key={state}
            type="button"
            className={classes.state}
            data-state={state}
            aria-pressed={state === shown}
            onClick={() => {
              setShown(state);
              setMost(ROWS_AT_ONCE);
            }}
          >
            {stateWords[state]({
              count: count(draft.exhibitors[state] + draft.products[state]),
            })}
          </button>
        ))}
      </div>
      <div className={classes.about}>
        <p className={classes.quiet}>{aboutWords[shown]()}</p>
        {(shown === 'bad' || shown === 'doubtful') && (
          <button type="button" className={buttons.button} onClick={saveWhy}>
            <Download size={18} aria-hidden />
            {m.roster_save_why()}
          </button>
        )}
      </div>
      <ul className={classes.rows} data-testid="roster-rows">
        {rows.slice(0, most).map((row) => (
          <DraftRow
            key={row.at}
            row={row}
            choice={choiceOf(row, chosen)}
            onChoose={(choice) => setChosen(new Map(chosen).set(row.at, choice))}
          />
        ))}
      </ul>
      {rows.length > most && (
        <button
          type="button"
          className={buttons.button}
          onClick={() => setMost(most + ROWS_AT_ONCE)}
        >
          {m.roster_more({ count: count(rows.length - most) })}
        </button>
      )}
      {draft.furtherRows > 0 && (
        <p className={classes.quiet}>{m.roster_further({ count: count(draft.furtherRows) })}</p>
      )}
      <RefusalNote error={taking.error} />
      <div className={classes.foot}>
        <button type="button" className={buttons.button} onClick={onGiveUp}>
          {m.roster_give_up()}
        </button>
        <button
          type="button"
          className={buttons.main}
          disabled={exhibitors + products === 0 || taking.isPending}
          onClick={() => taking.mutate()}
        >
          {m.roster_take({ exhibitors: count(exhibitors), products: count(products) })}
        </button>
      </div>
    </div>
  );
}

const stateWords = {
  bad: m.roster_bad,
  doubtful: m.roster_doubtful,
  good: m.roster_good,
  known: m.roster_known,
};
const aboutWords = {
  bad: m.roster_bad_what,
  doubtful: m.roster_doubtful_what,
  good: m.roster_good_what,
  known: m.roster_known_what,
};
