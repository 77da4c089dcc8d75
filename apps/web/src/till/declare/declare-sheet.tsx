import { useEffect, useState } from 'react';
import { formatVnd, newId } from '@phien/kernel';
import { DeclareForm } from '../../declare/declare-form';
import type { Said } from '../../declare/declare-form';
import { declaredWords } from '../../declare/declared-words';
import type { Declared } from '../../declare/declared-words';
import { useLanguage } from '../../i18n/language';
import { formatCount } from '../../i18n/numbers';
import { formatShortDay } from '../../i18n/times';
import { m } from '../../paraglide/messages.js';
import { useSellingTill } from '../core/till-context';
import { fairDayNow } from '../keep/fair-day';
import type { PendingDeclaration } from '../keep/keep';
import { Note } from '../ui/parts';
import { Sheet } from '../ui/sheet';
import ui from '../ui/ui.module.css';
import { keepDeclaration, pendingDeclaration } from './pending-declaration';
import { readOwnBooth, sendDeclaration } from './send-declaration';
import type { Place } from './send-declaration';

interface Known {
  /** Null while the fair cannot be asked: then what is said is kept and sent later. */
  place: Place | null;
  waiting: PendingDeclaration | null;
}

/** What the booth sold outside this till today; said here without a network as well. */
export function DeclareSheet({ onClose }: { onClose: () => void }) {
  const { catalogue, state } = useSellingTill();
  const { language } = useLanguage();
  const [known, setKnown] = useState<Known | null>(null);
  const [turn, setTurn] = useState(0);
  const [taken, setTaken] = useState<Declared | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void Promise.all([readOwnBooth().catch(() => null), pendingDeclaration()]).then(
      ([place, waiting]) => isCurrent && setKnown({ place, waiting }),
    );
    return () => {
      isCurrent = false;
    };
  }, [turn]);
  const waiting = known?.waiting ?? null;
  const today = known?.place?.today ?? fairDayNow(state.contact, catalogue);
  const day = waiting?.day ?? known?.place?.days[0]?.day ?? today;
  const ofDay = known?.place?.days.find((each) => each.day === day);
  const declared = taken ?? ofDay?.declared ?? null;
  const send = (said: Said) =>
    sendDeclaration({
      ...said,
      day,
      saidAt: new Date(Date.now() + state.contact.clockOffsetMs).toISOString(),
      refusal: null,
    });
  return (
    <Sheet title={m.till_declare_title()} onClose={onClose}>
      {known === null ? (
        <p role="status">{m.loading()}</p>
      ) : (
        <div className={ui.stack}>
          <p className={ui.muted}>
            {m.till_declare_what({ day: formatShortDay(day, language) })}
            {ofDay &&
              ` ${m.declare_measured({
                amount: formatVnd(ofDay.measuredVnd, language),
                sales: formatCount(ofDay.measuredSalesCount, language),
              })}.`}
          </p>
          {known.place === null && <Note tone="warn">{m.till_declare_offline()}</Note>}
          {waiting && (
            <Note tone="warn">
              {waiting.refusal
                ? (waiting.refusal[language] ?? waiting.refusal.code)
                : m.till_declare_waiting({ amount: formatVnd(waiting.amountVnd, language) })}
            </Note>
          )}
          {declared && (
            <Note tone={taken ? 'good' : 'info'}>
              {declaredWords(declared, catalogue.fair.timeZone, language)}
            </Note>
          )}
          {taken ? (
            <button type="button" className={`${ui.main} ${ui.big}`} onClick={onClose}>
              {m.toast_close()}
            </button>
          ) : (
            <DeclareForm
              key={`${turn} ${waiting?.id ?? ''}`}
              hasTill
              present={declared}
              start={
                waiting
                  ? {
                      id: waiting.refusal ? newId() : waiting.id,
                      amount: String(waiting.amountVnd),
                      count: waiting.salesCount === null ? '' : String(waiting.salesCount),
                    }
                  : { id: newId(), amount: '', count: '' }
              }
              onTyped={() => undefined}
              send={async (said) => {
                try {
                  return await send(said);
                } catch (failure) {
                  const { status } = failure as { status?: number };
                  /* Refused while somebody looks: the number stands in the form. */
                  if (status !== undefined && status >= 400 && status < 500) {
                    await keepDeclaration(null);
                  }
                  throw failure;
                }
              }}
              onTaken={setTaken}
              onMeanwhile={() => setTurn((times) => times + 1)}
            />
          )}
        </div>
      )}
    </Sheet>
  );
}
