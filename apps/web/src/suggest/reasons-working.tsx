import { useMutation } from '@tanstack/react-query';
import { Square } from 'lucide-react';
import { queryClient } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import notes from '../ui/notes.module.css';
import { ProblemLine } from '../ui/problem-line';
import classes from './parts.module.css';
import { stopReasons, suggestionsKey } from './suggest-requests';
import type { Reasons, SuggestionDetail } from './suggest-requests';

interface ReasonsWorkingProps {
  fairId: string;
  suggestion: SuggestionDetail;
}

/** While reasons are worked out, which may be ended before it comes to everybody. */
export function ReasonsWorking({ fairId, suggestion }: ReasonsWorkingProps) {
  const stopping = useMutation({
    mutationFn: () => stopReasons(fairId, suggestion.id),
    onSettled: () => queryClient.invalidateQueries({ queryKey: suggestionsKey(fairId) }),
  });
  return (
    <>
      <p className={notes.info} role="status">
        {m.suggest_why_working()}
      </p>
      {suggestion.state === 'explaining' && (
        <div className={classes.deeds}>
          <button
            type="button"
            className={buttons.button}
            disabled={stopping.isPending || stopping.isSuccess}
            onClick={() => stopping.mutate()}
          >
            <Square size={16} aria-hidden />
            {m.suggest_why_stop()}
          </button>
          <span className={notes.quiet}>{m.suggest_why_stop_hint()}</span>
        </div>
      )}
      {stopping.error && <ProblemLine problem={stopping.error} />}
    </>
  );
}

interface ReasonsStoppedProps {
  reasons: Reasons;
  suggestion: SuggestionDetail;
}

/** That there are not the reasons of everybody. */
export function ReasonsStopped({ reasons, suggestion }: ReasonsStoppedProps) {
  const { language } = useLanguage();
  if (reasons.isWhole) return null;
  return (
    <p className={notes.info}>
      {m.suggest_why_stopped({
        count: formatCount(reasons.exhibitors.length, language),
        of: formatCount(suggestion.places.length, language),
      })}
    </p>
  );
}
