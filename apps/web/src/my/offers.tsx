import type { Booth, Zone } from '../api/client';
import { queryClient } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { formatDateTime } from '../i18n/times';
import { AnswerOffer } from '../offers/answer-offer';
import type { Offer } from '../offers/offer-requests';
import { m } from '../paraglide/messages.js';
import classes from './booths-part.module.css';
import type { Standing } from './my-client';
import { boothsQuery, exhibitorQuery } from './my-queries';
import { placeText } from './place-text';

interface OffersProps {
  standing: Standing;
  offers: readonly Offer[];
  booths: readonly Booth[];
  zones: readonly Zone[];
  timeZone: string;
}

/** Booths that wait for the exhibitor's word. */
export function Offers({ standing, offers, booths, zones, timeZone }: OffersProps) {
  const { language } = useLanguage();
  const answered = () => {
    void queryClient.invalidateQueries(exhibitorQuery(standing));
    void queryClient.invalidateQueries(boothsQuery(standing));
  };
  return (
    <section className={classes.offers} aria-labelledby="own-offers">
      <h2 id="own-offers">{m.offer_title()}</h2>
      <ul className={classes.cards}>
        {offers.map((offer) => {
          const zone = zones.find(({ id }) => id === offer.zoneId);
          return (
            <li key={offer.id} className={`${classes.card} ${classes.offer}`} data-testid="offer">
              <p className={classes.code}>{m.my_booths_code({ code: offer.boothCode })}</p>
              {zone && <p>{language === 'vi' ? zone.nameVi : zone.nameEn}</p>}
              <p className={classes.quiet}>
                {placeText(
                  offer,
                  booths.find(({ id }) => id === offer.boothId),
                  language,
                )}
              </p>
              <p className={classes.answerBy}>
                {m.offer_answer_by({
                  until: formatDateTime(offer.heldUntil ?? '', timeZone, language),
                })}
              </p>
              <AnswerOffer fairId={standing.fairId} offer={offer} onAnswered={answered} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
