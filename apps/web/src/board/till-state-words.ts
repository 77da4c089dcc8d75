import type { Language } from '@phien/kernel';
import { formatCount } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import type { BoothPage } from './place-requests';

type StandingTill = Pick<BoothPage['tills'][number], 'state' | 'unsentCount'>;

/** A till's state, in the same words wherever it is told; what it holds without a number where that is not. */
export function tillStateWords(till: StandingTill, time: string, language: Language): string {
  const count = till.unsentCount === null ? null : formatCount(till.unsentCount, language);
  switch (till.state) {
    case 'clashing':
      return m.tills_state_clashing();
    case 'silent':
      return m.tills_state_silent({ time });
    case 'holding':
      return count === null
        ? m.place_till_holding({ time })
        : m.tills_state_holding({ count, time });
    case 'closed_holding':
      return count === null
        ? m.place_till_closed_holding({ time })
        : m.tills_state_closed_holding({ count, time });
    case 'all_sent':
      return m.tills_state_all_sent();
    case 'closed_and_empty':
      return m.tills_state_closed_and_empty({ time });
    case 'never_used':
      return m.tills_state_never_used();
    case 'not_paired':
      return m.tills_state_not_paired();
    case 'revoked':
      return m.tills_state_revoked({ time });
  }
}
