import { useRef, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { newId } from '@phien/kernel';
import type { Booth, Zone } from '../api/client';
import { queryClient } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { ProblemLine } from '../ui/problem-line';
import { useToast } from '../ui/toast';
import classes from './booths-part.module.css';
import { answerOffer } from './my-client';
import type { Allocation, Standing } from './my-client';
import { boothsQuery, exhibitorQuery, offersQuery } from './my-queries';
import { placeText } from './place-text';

interface OffersProps {
  standing: Standing;
  offers: readonly Allocation[];
  booths: readonly Booth[];
  zones: readonly Zone[];
  timeZone: string;
}

/** Booths that wait for the exhibitor's word. */
export function Offers({ standing, offers, booths, zones, timeZone }: OffersProps) {
  const { language } = useLanguage();
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
              <Answer standing={standing} offer={offer} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Answer({ standing, offer }: { standing: Standing; offer: Allocation }) {
  const say = useToast();
  const id = useRef(newId());
  const [said, setSaid] = useState<'accepted' | 'declined' | null>(null);
  const code = offer.boothCode;
  const send = useMutation({
    mutationFn: (answer: 'accepted' | 'declined') =>
      answerOffer(standing.fairId, offer.id, { id: id.current, answer }),
    onSuccess: (_, answer) => {
      say({
        text: answer === 'accepted' ? m.offer_accepted({ code }) : m.offer_declined({ code }),
      });
      void queryClient.invalidateQueries(exhibitorQuery(standing));
      void queryClient.invalidateQueries(boothsQuery(standing));
      void queryClient.invalidateQueries(offersQuery(standing));
    },
  });
  const answer = (word: 'accepted' | 'declined') => {
    setSaid(word);
    send.mutate(word);
  };
  return (
    <>
      {send.error && <ProblemLine problem={send.error} />}
      <div className={classes.answers}>
        <button
          type="button"
          className={buttons.main}
          disabled={send.isPending}
          onClick={() => answer('accepted')}
        >
          <Check size={18} aria-hidden />
          {send.isPending && said === 'accepted' ? m.offer_sending() : m.offer_accept({ code })}
        </button>
        <button
          type="button"
          className={buttons.button}
          disabled={send.isPending}
          aria-label={m.offer_decline_of({ code })}
          onClick={() => answer('declined')}
        >
          <X size={18} aria-hidden />
          {send.isPending && said === 'declined' ? m.offer_sending() : m.offer_decline()}
        </button>
      </div>
    </>
  );
}
