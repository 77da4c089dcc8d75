import { createContext, use, useSyncExternalStore } from 'react';
import { Refusal } from '@phien/kernel';
import type { Language } from '@phien/kernel';
import { m } from '../../paraglide/messages.js';
import { DoorFailure } from '../outbox/fair-door';
import type { Catalogue } from '../keep/catalogue';
import type { Till, TillState } from './till';

export const TillContext = createContext<Till | null>(null);

/** The till, and what it knows now; drawn anew when that changes. */
export function useTill(): { till: Till; state: TillState } {
  const till = use(TillContext);
  if (till === null) throw new Error('useTill outside of TillContext');
  return { till, state: useSyncExternalStore(till.subscribe, till.getState) };
}

/** The same for a screen that is only shown once this phone is enrolled. */
export function useSellingTill(): { till: Till; state: TillState; catalogue: Catalogue } {
  const { till, state } = useTill();
  if (state.catalogue === null) throw new Error('this screen needs an enrolled till');
  return { till, state, catalogue: state.catalogue };
}

export interface Complaint {
  sentence: string;
  code: string;
}

/** What went wrong, for a person: a sentence, and the code to read to support. */
export function complaintOf(failure: unknown, language: Language): Complaint {
  if (failure instanceof Refusal) {
    return { sentence: failure.sentence[language], code: failure.code };
  }
  if (failure instanceof DoorFailure) {
    const { problem } = failure;
    const sentence = failure.isUnreachable ? null : problem.sentence(language);
    return { sentence: sentence ?? m.till_unreachable(), code: problem.code };
  }
  return {
    sentence: m.till_not_written(),
    code: failure instanceof Error ? failure.name : 'unknown',
  };
}
