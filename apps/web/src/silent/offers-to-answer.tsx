import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../i18n/language';
import { formatDateTime } from '../i18n/times';
import { AnswerOffer } from '../offers/answer-offer';
import { offersQuery } from '../offers/offer-requests';
import { m } from '../paraglide/messages.js';
import classes from './silent-screen.module.css';

/** Booths of one's zones that wait for the word of an exhibitor; nothing when none does. */
export function OffersToAnswer({ fairId, timeZone }: { fairId: string; timeZone: string }) {
  const { language } = useLanguage();
  const offers = useQuery(offersQuery(fairId));
  if (!offers.data || offers.data.length === 0) return null;
  return (
    <section className={classes.waiting} aria-label={m.offers_waiting()}>
      <h2 className={classes.under}>{m.offers_waiting()}</h2>
      <p className={classes.quiet}>{m.offers_waiting_text()}</p>
      <ul className={classes.rows}>
        {offers.data.map((offer) => (
          <li key={offer.id} className={classes.offer}>
            <div className={classes.asked}>
              <span className={classes.code}>{offer.boothCode}</span>
              <span className={classes.words}>
                <span className={classes.name}>{offer.exhibitorName}</span>
                <span className={classes.quiet}>
                  {m.offer_by({ until: formatDateTime(offer.heldUntil ?? '', timeZone, language) })}
                </span>
              </span>
            </div>
            <AnswerOffer fairId={fairId} offer={offer} isFor />
          </li>
        ))}
      </ul>
    </section>
  );
}
