import { useId, useState } from 'react';
import { foldText } from '@phien/kernel';
import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, Printer, X } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import notes from '../ui/notes.module.css';
import { SearchField } from '../ui/search-field';
import { ErrorState, Skeleton } from '../ui/states';
import { AnswerSheet } from './answer-sheet';
import { listed } from './listed';
import classes from './parts.module.css';
import { ReasonsStopped, ReasonsWorking } from './reasons-working';
import type { ReasonsPartProps } from './suggest-parts';
import { reasonsQuery } from './suggest-requests';
import type { Reasons } from './suggest-requests';

type PlaceReasons = Reasons['exhibitors'][number];
/* As many as the server's own sentence names. */
const NAMED_IN_SENTENCE = 5;

type Wish = PlaceReasons['kept'][number];
type Unmet = PlaceReasons['unmet'][number];

/** Why everybody stands where the suggestion puts it, one exhibitor at a time. */
export function ReasonsPart(props: ReasonsPartProps) {
  const { fairId, suggestion } = props;
  const titleId = useId();
  const isReady = suggestion.state === 'found';
  const reasons = useQuery({ ...reasonsQuery(fairId, suggestion.id), enabled: isReady });
  return (
    <section className={classes.part} aria-labelledby={titleId} data-testid="reasons">
      <h2 id={titleId}>{m.suggest_why_title()}</h2>
      {!isReady ? (
        <ReasonsWorking fairId={fairId} suggestion={suggestion} />
      ) : reasons.data ? (
        <>
          <ReasonsStopped reasons={reasons.data} suggestion={suggestion} />
          <Asked {...props} reasons={reasons.data} />
          <Envies envies={reasons.data.envies} />
        </>
      ) : reasons.isError ? (
        <ErrorState problem={reasons.error} onRetry={() => void reasons.refetch()} />
      ) : (
        <Skeleton shapes={[48, 160]} />
      )}
    </section>
  );
}

function Asked(props: ReasonsPartProps & { reasons: Reasons }) {
  const { suggestion, timeZone, chosenCode, onChoose, reasons } = props;
  const { language } = useLanguage();
  const [typed, setTyped] = useState('');
  const chosen =
    chosenCode === null
      ? []
      : reasons.exhibitors.filter(({ boothCodes }) => boothCodes.includes(chosenCode));
  if (chosen.length > 0) {
    return (
      <>
        <div className={classes.whys} data-testid="why">
          {chosen.map((each) => (
            <Why key={each.key} of={each} />
          ))}
        </div>
        <div className={classes.deeds}>
          <button type="button" className={buttons.button} onClick={() => window.print()}>
            <Printer size={18} aria-hidden />
            {m.suggest_why_print()}
          </button>
          <button type="button" className={buttons.button} onClick={() => onChoose(null)}>
            <X size={18} aria-hidden />
            {m.suggest_why_close()}
          </button>
        </div>
        <AnswerSheet suggestion={suggestion} timeZone={timeZone}>
          {chosen.map((each) => (
            <Why key={each.key} of={each} />
          ))}
        </AnswerSheet>
      </>
    );
  }
  const words = foldText(typed).split(/\s+/).filter(Boolean);
  const shown = reasons.exhibitors.filter(({ exhibitorName, boothCodes }) => {
    const text = foldText([exhibitorName, ...boothCodes].join(' '));
    return words.every((word) => text.includes(word));
  });
  return (
    <>
      <p className={notes.quiet}>{m.suggest_why_hint()}</p>
      <SearchField label={m.suggest_why_search()} typed={typed} onType={setTyped} />
      {shown.length === 0 && <p className={notes.quiet}>{m.suggest_why_found_none()}</p>}
      <ul className={classes.choices}>
        {unmetFirst(shown).map(({ key, exhibitorName, boothCodes, unmet }) => (
          <li key={key}>
            <button
              type="button"
              className={classes.row}
              onClick={() => onChoose(boothCodes[0] ?? null)}
            >
              <span>
                {exhibitorName} <span className={classes.codes}>{boothCodes.join(', ')}</span>
              </span>
              {unmet.length > 0 && (
                <span className={classes.mark}>
                  {m.suggest_why_unmet_count({ count: formatCount(unmet.length, language) })}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/* Whoever may complain before the others, else in the order given. */
const unmetFirst = (all: readonly PlaceReasons[]) =>
  [...all].sort((a, b) => b.unmet.length - a.unmet.length);

function Why({ of }: { of: PlaceReasons }) {
  const { language } = useLanguage();
  const { exhibitorName, boothCodes, kept, unmet } = of;
  return (
    <article className={classes.why}>
      <h3>
        {exhibitorName} <span className={classes.codes}>{boothCodes.join(', ')}</span>
      </h3>
      {kept.length > 0 ? (
        <p className={classes.kept}>
          <CircleCheck size={18} aria-hidden />
          <span>
            {m.suggest_why_kept({
              wishes: listed(
                kept.map((wish) => wishWords[wish]()),
                language,
              ),
            })}
            {unmet.length === 0 && ` ${m.suggest_why_all_kept()}`}
          </span>
        </p>
      ) : (
        unmet.length === 0 && <p>{m.suggest_why_no_wishes()}</p>
      )}
      {unmet.map((each) => (
        <NotGranted key={`${each.wish} ${each.boothCode ?? ''}`} of={each} />
      ))}
    </article>
  );
}

function NotGranted({ of }: { of: Unmet }) {
  const { language } = useLanguage();
  const { wish, boothCode, movers, holders } = of;
  return (
    <div className={classes.unmet}>
      <p>
        <CircleAlert size={18} aria-hidden />
        <strong>
          {m.suggest_why_unmet({
            wish:
              boothCode === null ? wishWords[wish]() : m.suggest_wish_choice({ code: boothCode }),
          })}
        </strong>
      </p>
      <p>{of[language]}</p>
      {movers.length > NAMED_IN_SENTENCE && (
        <details>
          <summary>{m.suggest_why_movers({ count: formatCount(movers.length, language) })}</summary>
          <ul>
            {movers.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
        </details>
      )}
      {holders.length > 0 && (
        <ul>
          {holders.map((holder) => (
            <li key={holder.vi}>{holder[language]}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Envies({ envies }: { envies: Reasons['envies'] }) {
  const { language } = useLanguage();
  if (envies.length === 0) return <p className={notes.quiet}>{m.suggest_envy_none()}</p>;
  return (
    <details className={classes.envies} data-testid="envies">
      <summary>
        {m.suggest_envy_title()} ({formatCount(envies.length, language)})
      </summary>
      <p>{m.suggest_envy_count({ count: formatCount(envies.length, language) })}</p>
      <ul>
        {envies.map((envy) => (
          <li key={`${envy.key} ${envy.ofKey}`}>{envy[language]}</li>
        ))}
      </ul>
    </details>
  );
}

const wishWords: Record<Wish, () => string> = {
  corner: m.suggest_wish_corner,
  front: m.suggest_wish_front,
  gate: m.suggest_wish_gate,
  choices: m.suggest_wish_choices,
};
