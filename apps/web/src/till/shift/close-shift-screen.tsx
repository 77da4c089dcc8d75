import { Suspense, useState } from 'react';
import { formatCount } from '../../i18n/numbers';
import { useLanguage } from '../../i18n/language';
import { m } from '../../paraglide/messages.js';
import { useTill } from '../core/till-context';
import { openView } from '../core/view';
import { notesVnd } from '../pay/cash.rules';
import { ParkedSheet } from '../screens';
import { Chips, MoneyField } from '../ui/fields';
import { Complaint, Note, useVnd } from '../ui/parts';
import { Sheet } from '../ui/sheet';
import ui from '../ui/ui.module.css';
import { Difference } from './difference';
import { FiguresOfShift } from './shift-figures';
import classes from './shift.module.css';
import { figuresOf, notesFrom } from './shift.rules';

/** What should lie in the drawer against what was counted, note by note or in one sum. */
export function CloseShiftScreen() {
  const { till, state } = useTill();
  const { language } = useLanguage();
  const vnd = useVnd();
  const [way, setWay] = useState<'notes' | 'sum'>('notes');
  const [counts, setCounts] = useState<ReadonlyMap<number, number>>(new Map());
  const [sumVnd, setSum] = useState<number | null>(null);
  const [fate, setFate] = useState<'keep' | 'discard' | null>(null);
  const [isParkedOpen, setParkedOpen] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [isWriting, setWriting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const ofShift = state.documents.filter(({ shiftId }) => shiftId === state.shift?.id);
  const figures = figuresOf(ofShift.map(({ content }) => content));
  const notes = way === 'notes' ? notesFrom(counts) : [];
  const countedVnd =
    way === 'sum'
      ? (sumVnd ?? 0)
      : notes.reduce((sum, { count, noteVnd }) => sum + count * noteVnd, 0);
  const hasCart = state.cart.items.length > 0;
  const { parked } = state;
  const discarded = new Set(fate === 'discard' ? parked.map(({ cart }) => cart.saleId) : []);
  const isUndecided = parked.length > 0 && fate === null;
  const isUncounted = way === 'sum' && sumVnd === null;

  const close = async () => {
    setWriting(true);
    setFailure(null);
    try {
      await till.closeShift(countedVnd, notes, discarded);
      openView('sell');
    } catch (refused) {
      setFailure(refused);
      setWriting(false);
    }
  };
  return (
    <main className={`${ui.page} ${ui.stack} ${classes.twoPage}`}>
      <div className={ui.between}>
        <h1 className={ui.heading}>{m.till_close_title()}</h1>
        <button type="button" className={ui.link} onClick={() => openView('sell')}>
          {m.till_back_to_sell()}
        </button>
      </div>
      {state.waitingCount > 0 && (
        <Note tone="warn">{m.till_close_pending({ count: state.waitingCount })}</Note>
      )}
      {hasCart && <Note tone="warn">{m.till_close_cart()}</Note>}
      {parked.length > 0 && (
        <Note tone="warn">
          <div className={ui.stack}>
            <p>{m.till_close_parked({ count: parked.length })}</p>
            <Chips
              label={m.till_parked_title()}
              options={[
                { value: 'keep', name: m.till_close_parked_keep() },
                { value: 'discard', name: m.till_close_parked_discard() },
              ]}
              chosen={fate}
              onChoose={setFate}
            />
            <button type="button" className={ui.link} onClick={() => setParkedOpen(true)}>
              {m.till_close_parked_look()}
            </button>
          </div>
        </Note>
      )}
      <div className={classes.two}>
        <section>
          <FiguresOfShift figures={figures} />
        </section>
        <section className={ui.stack}>
          <Chips
            label={m.till_count_how()}
            options={[
              { value: 'notes', name: m.till_count_notes() },
              { value: 'sum', name: m.till_count_sum() },
            ]}
            chosen={way}
            onChoose={setWay}
          />
          {way === 'sum' ? (
            <MoneyField label={m.till_count_sum_label()} amountVnd={sumVnd} onChange={setSum} />
          ) : (
            <table className={classes.notes}>
              <thead>
                <tr>
                  <th>{m.till_note_value()}</th>
                  <th>{m.till_note_count()}</th>
                  <th>{m.till_amount()}</th>
                </tr>
              </thead>
              <tbody>
                {notesVnd.map((note) => (
                  <tr key={note}>
                    <th scope="row">{vnd(note)}</th>
                    <td>
                      <input
                        className={classes.count}
                        inputMode="numeric"
                        autoComplete="off"
                        placeholder="0"
                        aria-label={m.till_note_count_of({ note: vnd(note) })}
                        value={counts.get(note) ?? ''}
                        onChange={(event) => {
                          const digits = event.target.value.replace(/\D/g, '').slice(0, 5);
                          const next = new Map(counts);
                          if (digits === '') next.delete(note);
                          else next.set(note, Number(digits));
                          setCounts(next);
                        }}
                      />
                    </td>
                    <td>{formatCount(note * (counts.get(note) ?? 0), language)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <div className={ui.between}>
            <strong>{m.till_counted()}</strong>
            <strong data-testid="counted">{vnd(countedVnd)}</strong>
          </div>
          <Difference differenceVnd={countedVnd - figures.expectedVnd} />
          <button
            type="button"
            className={`${ui.main} ${ui.big}`}
            onClick={() => setAsking(true)}
            disabled={hasCart || isUndecided || isUncounted}
          >
            {m.till_close_go()}
          </button>
        </section>
      </div>
      {isAsking && (
        <Sheet
          title={m.till_close_sure()}
          onClose={() => setAsking(false)}
          foot={
            <>
              <button type="button" className={ui.button} onClick={() => setAsking(false)}>
                {m.till_close_recount()}
              </button>
              <button
                type="button"
                className={ui.main}
                disabled={isWriting}
                onClick={() => void close()}
              >
                {m.till_close_yes()}
              </button>
            </>
          }
        >
          <div className={ui.stack}>
            <p>{m.till_close_final()}</p>
            {discarded.size > 0 && (
              <Note tone="warn">{m.till_close_discards({ count: discarded.size })}</Note>
            )}
            <Difference differenceVnd={countedVnd - figures.expectedVnd} />
            <Complaint failure={failure} />
          </div>
        </Sheet>
      )}
      <Suspense>{isParkedOpen && <ParkedSheet onClose={() => setParkedOpen(false)} />}</Suspense>
    </main>
  );
}
