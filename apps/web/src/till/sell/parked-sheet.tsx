import { useCallback, useState } from 'react';
import { formatHourMinute } from '../../i18n/times';
import { useLanguage } from '../../i18n/language';
import { m } from '../../paraglide/messages.js';
import { useSellingTill } from '../core/till-context';
import { paidVnd } from '../pay/split.rules';
import { X } from '../ui/icons';
import { Complaint, Note, useVnd } from '../ui/parts';
import { Sheet } from '../ui/sheet';
import { UndoToast } from '../ui/toast';
import ui from '../ui/ui.module.css';
import { nameOf, piecesOf, totalOf } from './cart.rules';
import { bringingBack, dropping, puttingBack } from './parked.rules';
import type { ParkedChange, ParkedTicket } from './parked.rules';
import classes from './parked.module.css';

/** The carts that wait: brought back one at a time, or discarded with a way to have them again. */
export function ParkedSheet({ onClose }: { onClose: () => void }) {
  const { till, state, catalogue } = useSellingTill();
  const { language } = useLanguage();
  const vnd = useVnd();
  const [dropped, setDropped] = useState<ParkedTicket | null>(null);
  const [isWriting, setWriting] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const forget = useCallback(() => setDropped(null), []);
  const { parked, cart, shift, contact } = state;
  const isSelling = shift !== null;
  const change = async (by: ParkedChange, then: () => void) => {
    setWriting(true);
    setFailure(null);
    try {
      await till.changeParked(by);
      then();
    } catch (refused) {
      setFailure(refused);
    } finally {
      setWriting(false);
    }
  };
  const drop = (ticket: ParkedTicket) =>
    change(dropping(new Set([ticket.cart.saleId])), () => setDropped(ticket));
  const timeOf = ({ parkedAt }: ParkedTicket) =>
    formatHourMinute(
      new Date(Date.parse(parkedAt) + contact.clockOffsetMs).toISOString(),
      catalogue.fair.timeZone,
      language,
    );
  return (
    <Sheet title={m.till_parked_title()} onClose={onClose}>
      <div className={ui.stack}>
        {parked.length === 0 && <p className={ui.muted}>{m.till_parked_none()}</p>}
        {isSelling && parked.length > 0 && cart.items.length > 0 && (
          <Note tone="info">{m.till_parked_first()}</Note>
        )}
        {!isSelling && parked.length > 0 && <Note tone="info">{m.till_parked_needs_shift()}</Note>}
        <ul className={classes.tickets}>
          {[...parked].reverse().map((ticket) => {
            const received = paidVnd(ticket.cart.paid ?? []);
            const name = ticket.name || m.till_parked_unnamed({ time: timeOf(ticket) });
            return (
              <li key={ticket.cart.saleId} data-testid="parked">
                <div className={classes.ticket}>
                  <strong>{name}</strong>
                  <span className={`${ui.muted} ${classes.goods}`}>
                    {ticket.cart.items.map(nameOf).join(', ')}
                  </span>
                  <span className={ui.muted}>
                    {m.till_pieces({ count: piecesOf(ticket.cart) })} ·{' '}
                    <strong className={classes.money}>{vnd(totalOf(ticket.cart))}</strong> ·{' '}
                    {timeOf(ticket)}, {ticket.parkedBy}
                    {received > 0 && ` · ${m.till_parked_paid({ amount: vnd(received) })}`}
                  </span>
                </div>
                <div className={classes.verbs}>
                  {isSelling && (
                    <button
                      type="button"
                      className={ui.main}
                      disabled={isWriting}
                      aria-label={m.till_parked_back_of({ name })}
                      onClick={() => void change(bringingBack(ticket.cart.saleId), onClose)}
                    >
                      {m.till_parked_back()}
                    </button>
                  )}
                  <button
                    type="button"
                    className={ui.step}
                    disabled={isWriting}
                    aria-label={m.till_parked_drop_of({ name })}
                    onClick={() => void drop(ticket)}
                  >
                    <X size={20} aria-hidden />
                  </button>
                </div>
              </li>
            );
          })}
        </ul>
        <Complaint failure={failure} />
        {dropped && (
          <UndoToast
            sentence={m.till_parked_dropped({
              name: dropped.name || m.till_parked_unnamed({ time: timeOf(dropped) }),
            })}
            onUndo={() => void change(puttingBack(dropped), forget)}
            onGone={forget}
          />
        )}
      </div>
    </Sheet>
  );
}
