import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Check, X } from 'lucide-react';
import { newId } from '@phien/kernel';
import { queryClient } from '../api/queries';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { ProblemLine } from '../ui/problem-line';
import { useToast } from '../ui/toast';
import classes from './answer-offer.module.css';
import { answerOffer, offersQuery } from './offer-requests';
import type { Offer, OfferAnswer } from './offer-requests';

interface AnswerOfferProps {
  fairId: string;
  offer: Offer;
  /** Whether it is answered in the exhibitor's stead. */
  isFor?: boolean;
  onAnswered?: () => void;
}

/** Takes an offer or declines it. */
export function AnswerOffer({ fairId, offer, isFor = false, onAnswered }: AnswerOfferProps) {
  const say = useToast();
  const [id] = useState(newId);
  const of = { code: offer.boothCode, name: offer.exhibitorName };
  const done = isFor
    ? { accepted: m.offer_taken_for, declined: m.offer_declined_for }
    : { accepted: m.offer_accepted, declined: m.offer_declined };
  const send = useMutation({
    mutationFn: (answer: OfferAnswer) => answerOffer(fairId, offer.id, { id, answer }),
    onSuccess: (_, answer) => {
      say({ text: done[answer](of) });
      void queryClient.invalidateQueries(offersQuery(fairId));
      onAnswered?.();
    },
  });
  const sending = send.isPending ? send.variables : null;
  return (
    <>
      {send.error && <ProblemLine problem={send.error} />}
      <div className={classes.answers}>
        <button
          type="button"
          className={buttons.main}
          disabled={send.isPending}
          aria-label={isFor ? m.offer_accept_for(of) : undefined}
          onClick={() => send.mutate('accepted')}
        >
          <Check size={18} aria-hidden />
          {sending === 'accepted' ? m.offer_sending() : m.offer_accept(of)}
        </button>
        <button
          type="button"
          className={buttons.button}
          disabled={send.isPending}
          aria-label={isFor ? m.offer_decline_for(of) : m.offer_decline_of(of)}
          onClick={() => send.mutate('declined')}
        >
          <X size={18} aria-hidden />
          {sending === 'declined' ? m.offer_sending() : m.offer_decline()}
        </button>
      </div>
    </>
  );
}
