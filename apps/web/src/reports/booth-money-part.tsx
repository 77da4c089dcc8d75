import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { WholeFair } from '../api/client';
import { Problem } from '../api/problem';
import { fairQuery, queryClient } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import classes from './publication-part.module.css';
import { setBoothMoney } from './publication-requests';
import type { BoothMoney } from './publication-requests';

const words: Record<BoothMoney, () => string> = {
  organizers: m.booth_money_organizers,
  officials: m.booth_money_officials,
  everyone: m.booth_money_everyone,
};
const choices = Object.keys(words) as BoothMoney[];

/** For organizers: who of those with a role sees what a single booth took. */
export function BoothMoneyPart({ fair }: { fair: WholeFair }) {
  const { language } = useLanguage();
  const [wanted, setWanted] = useState<BoothMoney>(fair.boothMoneyVisibleTo);
  const saving = useMutation({
    mutationFn: () => setBoothMoney(fair.id, wanted),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: fairQuery(fair.id).queryKey }),
  });
  const isChanged = wanted !== fair.boothMoneyVisibleTo;
  return (
    <details className={classes.part}>
      <summary>{m.booth_money_title()}</summary>
      <form
        className={`${classes.form} ${classes.alone}`}
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <p className={classes.quiet}>{m.booth_money_what()}</p>
        <fieldset className={classes.group}>
          <legend className="onlyForReaders">{m.booth_money_title()}</legend>
          {choices.map((choice) => (
            <label key={choice} className={classes.tick}>
              <input
                type="radio"
                name="booth-money"
                checked={wanted === choice}
                onChange={() => {
                  saving.reset();
                  setWanted(choice);
                }}
              />
              {words[choice]()}
            </label>
          ))}
        </fieldset>
        <div className={classes.save}>
          <button type="submit" className={buttons.main} disabled={!isChanged || saving.isPending}>
            {m.publication_save()}
          </button>
          <p role="status" className={saving.isError ? classes.failed : classes.quiet}>
            {saving.isError
              ? (saving.error instanceof Problem && saving.error.sentence(language)) ||
                m.error_unreachable()
              : saving.isSuccess
                ? m.booth_money_saved()
                : isChanged && m.publication_unsaved()}
          </p>
        </div>
      </form>
    </details>
  );
}
