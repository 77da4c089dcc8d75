import { useId, useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { ProblemLine } from '../ui/problem-line';
import { askAgain, retractPastFigure } from './compare-requests';
import classes from './compare-screen.module.css';

/** Takes back a figure that was written by mistake; it stays on record with the reason. */
export function RetractFigure({ fairId, figureId }: { fairId: string; figureId: string }) {
  const [reason, setReason] = useState('');
  const field = useId();
  const retracting = useMutation({
    mutationFn: () => retractPastFigure(fairId, figureId, reason),
    onSuccess: () => askAgain(fairId),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        retracting.mutate();
      }}
    >
      <label className={classes.field} htmlFor={field}>
        {m.compare_choose_reason()}
        <input
          id={field}
          className={classes.input}
          required
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      <button type="submit" className={buttons.button} disabled={retracting.isPending}>
        {m.compare_retract()}
      </button>
      {retracting.error && <ProblemLine problem={retracting.error} />}
    </form>
  );
}
