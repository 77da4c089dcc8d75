import { useId, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { ProblemLine } from '../ui/problem-line';
import { Card } from './card';
import { askAgain, choosePastFigure } from './compare-requests';
import type { PastFair } from './compare-requests';
import { choicesOf, type Kind } from './compare.rules';
import classes from './compare-screen.module.css';
import { kindWords, saidWords } from './compare-words';

/** An organizer's decision between sources that contradict each other, with its reason. */
export function ChooseSource({
  fairId,
  past,
  kind,
}: {
  fairId: string;
  past: PastFair;
  kind: Kind;
}) {
  const { language } = useLanguage();
  const standing = past.choices.find((choice) => choice.kind === kind);
  const [figureId, setFigureId] = useState(standing?.figureId ?? '');
  const [reason, setReason] = useState('');
  const [figureField, reasonField] = [useId(), useId()];
  const choosing = useMutation({
    mutationFn: () =>
      choosePastFigure(fairId, past.code, {
        kind,
        figureId: figureId === '' ? null : figureId,
        reason,
      }),
    onSuccess: () => {
      setReason('');
      return askAgain(fairId);
    },
  });
  return (
    <Card title={m.compare_choose_title()}>
      <p className={classes.note}>{m.compare_choose_text({ kind: kindWords[kind]() })}</p>
      {standing && (
        <p className={classes.note}>
          {m.compare_chosen_by({ name: standing.chosenByName, reason: standing.reason })}
        </p>
      )}
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          choosing.mutate();
        }}
      >
        <div className={classes.field}>
          <label htmlFor={figureField}>{kindWords[kind]()}</label>
          <select
            id={figureField}
            className={classes.select}
            value={figureId}
            onChange={(event) => setFigureId(event.currentTarget.value)}
          >
            <option value="">{m.compare_choose_range()}</option>
            {choicesOf(past, kind).map((each) => (
              <option key={each.id} value={each.id}>
                {saidWords(kind, each, language)} · {each.source.publisher}
              </option>
            ))}
          </select>
        </div>
        <div className={classes.field}>
          <label htmlFor={reasonField}>{m.compare_choose_reason()}</label>
          <input
            id={reasonField}
            className={classes.input}
            required
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </div>
        <button type="submit" className={buttons.main} disabled={choosing.isPending}>
          {m.compare_choose_save()}
        </button>
      </form>
      {choosing.error && <ProblemLine problem={choosing.error} />}
    </Card>
  );
}
