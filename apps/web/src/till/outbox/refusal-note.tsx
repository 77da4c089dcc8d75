import { useLanguage } from '../../i18n/language';
import { m } from '../../paraglide/messages.js';
import { useTill } from '../core/till-context';
import { Note } from '../ui/parts';
import ui from '../ui/ui.module.css';

/** Why the server does not take what waits, and that all of it is kept; nothing when it does. */
export function RefusalNote() {
  const { state } = useTill();
  const { language } = useLanguage();
  const { refusal, waitingCount } = state;
  if (refusal === null || waitingCount === 0) return null;
  return (
    <Note tone="bad">
      {m.till_refused_what()} {refusal[language]}
      <span className={ui.code}>{m.error_code({ code: refusal.code })}</span>
    </Note>
  );
}
