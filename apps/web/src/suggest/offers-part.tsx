import { useId } from 'react';
import { Footprints } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import classes from './parts.module.css';
import type { OffersPartProps } from './suggest-parts';
import { formatPoints } from './suggest-words';

/** What a plan with the fewest moves could save by a few more, and the search that does so. */
export function OffersPart({ suggestion, isAsking, onAsk }: OffersPartProps) {
  const { language } = useLanguage();
  const titleId = useId();
  const { offers, choice } = suggestion;
  if (offers.length === 0) return null;
  return (
    <section className={classes.part} aria-labelledby={titleId}>
      <h2 id={titleId}>{m.suggest_offer_title()}</h2>
      <ul className={classes.offers} data-testid="offers">
        {offers.map(({ moreMoves, savesPoints }) => {
          const moves = formatCount(moreMoves, language);
          return (
            <li key={moreMoves}>
              <p>{m.suggest_offer_save({ moves, points: formatPoints(savesPoints, language) })}</p>
              <button
                type="button"
                className={buttons.button}
                disabled={isAsking}
                onClick={() => onAsk({ ...choice, moreMoves: choice.moreMoves + moreMoves })}
              >
                <Footprints size={18} aria-hidden />
                {m.suggest_offer_ask({ moves })}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
