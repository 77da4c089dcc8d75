import { useEffect, useState } from 'react';
import type { FormEvent } from 'react';
import { LanguageChoice } from '../../ui/language-choice';
import { Mark } from '../../ui/mark';
import { m } from '../../paraglide/messages.js';
import { useTill } from '../core/till-context';
import { openView } from '../core/view';
import { Complaint, Note } from '../ui/parts';
import ui from '../ui/ui.module.css';
import { codeInAddress } from './device-name.rules';
import classes from './enrol.module.css';

/**
 * A phone becomes a till by a code from the organizer; one that is a till already goes to another
 * booth, or is enrolled anew, once its shift is closed. What it has not sent yet, it still sends.
 */
export function EnrolScreen({ onEnrolled }: { onEnrolled: () => void }) {
  const { till, state } = useTill();
  const { catalogue, shift, cart, parked, waitingCount } = state;
  const isBusy = shift !== null || cart.items.length > 0 || parked.length > 0;
  const [code, setCode] = useState(() => codeInAddress(location.hash) ?? '');
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  /* A code that is scanned while this page is open only changes its address. */
  useEffect(() => {
    const take = () => setCode((typed) => codeInAddress(location.hash) ?? typed);
    window.addEventListener('hashchange', take);
    return () => window.removeEventListener('hashchange', take);
  }, []);
  const enrol = async (event: FormEvent) => {
    event.preventDefault();
    setAsking(true);
    setFailure(null);
    try {
      await till.enrol(code);
      history.replaceState(null, '', location.pathname);
      onEnrolled();
    } catch (refused) {
      setFailure(refused);
      setAsking(false);
    }
  };
  return (
    <main className={ui.page}>
      <form className={ui.stack} onSubmit={(event) => void enrol(event)}>
        <div className={ui.between}>
          <Mark size={44} />
          <LanguageChoice />
        </div>
        <h1 className={ui.heading}>{m.till_enrol_title()}</h1>
        {catalogue && (
          <Note tone={isBusy ? 'warn' : 'info'}>
            {m.till_enrol_leaving({ booth: catalogue.boothCode, name: catalogue.exhibitorName })}{' '}
            {isBusy
              ? parked.length > 0
                ? m.till_enrol_parked_first({ count: parked.length })
                : m.till_enrol_close_first()
              : waitingCount > 0
                ? m.till_enrol_still_sends({ count: waitingCount })
                : ''}
          </Note>
        )}
        <p>{m.till_enrol_how()}</p>
        <label className={ui.field}>
          <span className={ui.label}>{m.till_enrol_code()}</span>
          <input
            className={`${ui.input} ${classes.code}`}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            required
            minLength={4}
            value={code}
            placeholder="XXXXX-XXXXX"
            onChange={(event) => setCode(event.target.value)}
          />
        </label>
        <Complaint failure={failure} />
        <button type="submit" className={`${ui.main} ${ui.big}`} disabled={isAsking || isBusy}>
          {isAsking ? m.till_enrol_asking() : m.till_enrol_go()}
        </button>
        {catalogue && (
          <button type="button" className={ui.button} onClick={() => openView('sell')}>
            {m.till_enrol_stay({ booth: catalogue.boothCode })}
          </button>
        )}
        <p className={ui.muted}>{m.till_enrol_lasts()}</p>
      </form>
    </main>
  );
}
