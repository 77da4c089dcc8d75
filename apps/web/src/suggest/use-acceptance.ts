import { useRef } from 'react';
import { newId } from '@phien/kernel';
import { useMutation } from '@tanstack/react-query';
import { Problem } from '../api/problem';
import { queryClient } from '../api/queries';
import { useLanguage } from '../i18n/language';
import { m } from '../paraglide/messages.js';
import { carryOut, movingKey } from '../plan/plan-requests';
import { useToast } from '../ui/toast';
import { acceptSuggestion, suggestionsKey } from './suggest-requests';
import type { Acceptance } from './suggest-requests';

interface AcceptanceOf {
  fairId: string;
  suggestionId: string;
  /** What of it, and how firmly. */
  wanted: () => Omit<Acceptance, 'stepId'>;
  /** What is done by it, in words. */
  deeds: string;
  onAccepted: () => void;
}

/** Accepts places as one step, says so with a button that undoes it, and asks anew for what changed. */
export function useAcceptance({ fairId, suggestionId, wanted, deeds, onAccepted }: AcceptanceOf) {
  const { language } = useLanguage();
  const say = useToast();
  const lastAsked = useRef({ said: '', stepId: '' });
  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: movingKey(fairId) }),
      queryClient.invalidateQueries({ queryKey: suggestionsKey(fairId) }),
    ]);
  const undo = async (stepId: string) => {
    try {
      await carryOut(fairId, { verb: 'undo', id: newId(), stepId });
      say({ text: m.suggest_accept_undone() });
    } catch (problem) {
      const reason = problem instanceof Problem ? problem.sentence(language) : null;
      say({
        tone: 'refused',
        text: reason === null ? m.plan_refused_unreachable() : m.plan_refused({ reason }),
      });
    }
    await refresh();
  };
  return useMutation({
    mutationFn: () => {
      const said = wanted();
      const text = JSON.stringify(said);
      /* The same asked again, for want of an answer, is the same step. */
      if (lastAsked.current.said !== text) lastAsked.current = { said: text, stepId: newId() };
      return acceptSuggestion(fairId, suggestionId, { stepId: lastAsked.current.stepId, ...said });
    },
    onSuccess: async ({ stepId }) => {
      lastAsked.current = { said: '', stepId: '' };
      onAccepted();
      await refresh();
      say({ text: m.suggest_accept_done({ deeds }), undo: () => void undo(stepId) });
    },
  });
}
