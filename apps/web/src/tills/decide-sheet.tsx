import { useId, useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatVnd } from '@phien/kernel';
import { Problem } from '../api/problem';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { ProblemLine } from '../ui/problem-line';
import { Sheet } from '../ui/sheet';
import { useToast } from '../ui/toast';
import { decide, tillsQuery } from './tills.requests';
import type { Deed, SetAside } from './tills.requests';
import { totalOf } from './tills.rules';
import classes from './till-panel.module.css';

const LEAST_LETTERS = 3;

const inFavour = [m.tills_reason_checked, m.tills_reason_before];
const usual: Record<Deed, (() => string)[]> = {
  accepted: inFavour,
  proposed: inFavour,
  refused: [m.tills_reason_stolen, m.tills_reason_mistake],
};

interface DecideSheetProps {
  fairId: string;
  deed: Deed;
  documents: readonly SetAside[];
  onDecided: (ids: readonly string[]) => void;
  onClose: () => void;
}

const words = {
  accepted: {
    title: m.tills_accept_title,
    what: m.tills_accept_what,
    deed: m.tills_accept,
    toast: m.tills_accepted_toast,
  },
  proposed: {
    title: m.tills_propose_title,
    what: m.tills_propose_what,
    deed: m.tills_propose,
    toast: m.tills_proposed_toast,
  },
  refused: {
    title: m.tills_refuse_title,
    what: m.tills_refuse_what,
    deed: m.tills_refuse,
    toast: m.tills_refused_toast,
  },
} satisfies Record<Deed, object>;

interface Undecided {
  document: SetAside;
  problem: Error;
}

/** Asks why, and decides about one document after the other in the order of their chains. */
export function DecideSheet(props: DecideSheetProps) {
  const { fairId, deed, documents, onDecided, onClose } = props;
  const { language } = useLanguage();
  const cache = useQueryClient();
  const say = useToast();
  const fieldId = useId();
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const [done, setDone] = useState(0);
  const [undecided, setUndecided] = useState<Undecided[]>([]);
  const isShort = reason.trim().length < LEAST_LETTERS;
  const deciding = useMutation({
    mutationFn: async () => {
      const left: Undecided[] = [];
      const decided: string[] = [];
      for (const document of documents) {
        try {
          await decide(fairId, document.documentId, deed, reason.trim());
          decided.push(document.documentId);
        } catch (problem) {
          /* Without an answer the next would have none either. */
          if (!(problem instanceof Problem) || problem.status === 0) throw problem;
          left.push({ document, problem });
        }
        setDone(decided.length + left.length);
      }
      return { left, decided };
    },
    onSuccess: ({ left, decided }) => {
      onDecided(decided);
      if (decided.length > 0) {
        const count = formatCount(decided.length, language);
        say({ text: words[deed].toast({ count }) });
      }
      if (left.length === 0) onClose();
      else setUndecided(left);
    },
    onSettled: async () => {
      await cache.invalidateQueries({ queryKey: ['set-aside', fairId] });
      await cache.invalidateQueries({ queryKey: tillsQuery(fairId).queryKey });
    },
  });
  const count = formatCount(documents.length, language);
  const amount = formatVnd(totalOf(documents), language);
  const title = words[deed].title({ count, amount });
  if (undecided.length > 0) {
    return (
      <Sheet title={title} onClose={onClose}>
        <div className={classes.body}>
          <p>{m.tills_not_decided({ count: formatCount(undecided.length, language) })}</p>
          <ul className={classes.advice}>
            {undecided.map(({ document, problem }) => (
              <li key={document.documentId}>
                {m.tills_aside_number({ number: formatCount(document.sequence, language) })}:{' '}
                {problem instanceof Problem ? problem.sentence(language) : problem.message}
              </li>
            ))}
          </ul>
          <button type="button" className={buttons.main} onClick={onClose}>
            {m.toast_close()}
          </button>
        </div>
      </Sheet>
    );
  }
  return (
    <Sheet title={title} onClose={onClose} mayClose={() => !deciding.isPending}>
      <form
        className={classes.body}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!isShort && !deciding.isPending) deciding.mutate();
        }}
      >
        <p>{words[deed].what()}</p>
        <div className={classes.field}>
          <label htmlFor={fieldId}>{m.tills_reason()}</label>
          <textarea
            id={fieldId}
            rows={3}
            maxLength={500}
            value={reason}
            aria-invalid={isAsked && isShort}
            aria-describedby={isAsked && isShort ? `${fieldId}-short` : undefined}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          {isAsked && isShort && (
            <p id={`${fieldId}-short`} className={classes.wrong} role="alert">
              {m.tills_reason_short()}
            </p>
          )}
          <div className={classes.usual}>
            {usual[deed].map((said) => (
              <button
                key={said()}
                type="button"
                className={buttons.quiet}
                onClick={() => setReason(said())}
              >
                {said()}
              </button>
            ))}
          </div>
        </div>
        {deciding.error && <ProblemLine problem={deciding.error} />}
        <div className={classes.deeds}>
          <button type="button" className={buttons.button} onClick={onClose}>
            {m.my_cancel()}
          </button>
          <button
            type="submit"
            className={deed === 'refused' ? `${buttons.button} ${classes.danger}` : buttons.main}
            aria-disabled={deciding.isPending}
          >
            {deciding.isPending
              ? m.tills_deciding({ done: formatCount(done, language), count })
              : words[deed].deed()}
          </button>
        </div>
      </form>
    </Sheet>
  );
}
