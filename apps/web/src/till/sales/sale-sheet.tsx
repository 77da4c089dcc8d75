import { useEffect, useState } from 'react';
import { Printer, Undo2, X } from '../ui/icons';
import type { TillDocument } from '@phien/till';
import { m } from '../../paraglide/messages.js';
import { useLanguage } from '../../i18n/language';
import { methodName } from '../../slip/slip';
import { useTill } from '../core/till-context';
import type { IssuedDocument } from '../keep/read-till';
import { formatQuantity } from '../sell/quantity.rules';
import { Note, useVnd } from '../ui/parts';
import { Sheet } from '../ui/sheet';
import ui from '../ui/ui.module.css';
import { RefundSheet } from './refund-sheet';
import classes from './sales.module.css';
import { leftToReturn, stateOf } from './sales.rules';
import { SlipSheet } from './slip-sheet';
import { VoidSheet } from './void-sheet';

const asideReason: Record<string, () => string> = {
  void_already_booked: m.till_aside_void,
  refund_over_original: m.till_aside_refund,
  original_missing: m.till_aside_original,
  register_revoked: m.till_aside_revoked,
  fair_sealed: m.till_aside_sealed,
  twin_in_ledger: m.till_aside_twin,
};

/** One document: print again, take back some of it, or all of it. */
export function SaleSheet({ issued, onClose }: { issued: IssuedDocument; onClose: () => void }) {
  const { till, state } = useTill();
  const vnd = useVnd();
  const { language } = useLanguage();
  const { content } = issued;
  const [open, setOpen] = useState<'slip' | 'refund' | 'void' | null>(null);
  const [undoings, setUndoings] = useState<TillDocument[] | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void till.undoingsOf(content).then((found) => isCurrent && setUndoings(found));
    return () => {
      isCurrent = false;
    };
  }, [till, content, state.documents]);
  const isSale = content.kind === 'sale';
  const left = undoings ? leftToReturn(content, undoings) : null;
  const isLeft = left !== null && [...left.values()].some((milli) => milli > 0);
  const close = () => setOpen(null);
  if (open === 'slip') return <SlipSheet document={content} onClose={close} />;
  if (open === 'refund' && undoings) {
    return <RefundSheet sale={content} earlier={undoings} onClose={close} />;
  }
  if (open === 'void') return <VoidSheet sale={content} onClose={close} />;
  return (
    <Sheet title={m.till_number_of({ number: issued.sequence })} onClose={onClose}>
      <div className={ui.stack}>
        {stateOf(issued) === 'problem' && (
          <Note tone="bad">
            {(
              asideReason[issued.code ?? ''] ??
              (issued.sent === 'conflict' ? m.till_conflict_what : m.till_aside_other)
            )()}
            <span className={ui.code}>{m.error_code({ code: issued.code ?? issued.sent })}</span>
          </Note>
        )}
        {content.reissueOf && (
          <p className={ui.muted}>{m.till_reissued({ number: content.reissueOf.sequence })}</p>
        )}
        {issued.booking === 'refused' && <Note tone="warn">{m.till_aside_refused()}</Note>}
        {content.reason && <p>{content.reason}</p>}
        <ul className={classes.lines}>
          {content.lines.map((line) => (
            <li key={line.no}>
              <span>
                {line.name}
                <span className={classes.counted}>
                  {formatQuantity(line.quantityMilli, language)} {line.unit} × {vnd(line.unitVnd)}
                  {line.discountVnd !== 0 && ` · ${m.till_discount()} ${vnd(line.discountVnd)}`}
                </span>
              </span>
              <span>{vnd(line.amountVnd)}</span>
            </li>
          ))}
        </ul>
        <p className={classes.total}>
          <span>{m.till_total()}</span>
          <span>{vnd(content.totalVnd)}</span>
        </p>
        {content.payments.map(({ no, method, amountVnd }) => (
          <p key={no} className={`${ui.between} ${ui.muted}`}>
            <span>{methodName[method]()}</span>
            <span>{vnd(amountVnd)}</span>
          </p>
        ))}
        {undoings?.map((undoing) => (
          <Note key={undoing.id} tone="info">
            {undoing.kind === 'void'
              ? m.till_was_voided({ number: undoing.sequence })
              : m.till_was_refunded({
                  number: undoing.sequence,
                  amount: vnd(-undoing.totalVnd),
                })}
          </Note>
        ))}
        {content.lines.length > 0 && (
          <button type="button" className={ui.button} onClick={() => setOpen('slip')}>
            <Printer size={20} aria-hidden />
            {m.till_print_again()}
          </button>
        )}
        {isSale && isLeft && state.shift && (
          <>
            <button type="button" className={ui.button} onClick={() => setOpen('refund')}>
              <Undo2 size={20} aria-hidden />
              {m.till_refund()}
            </button>
            {undoings?.length === 0 && (
              <button type="button" className={ui.danger} onClick={() => setOpen('void')}>
                <X size={20} aria-hidden />
                {m.till_void()}
              </button>
            )}
          </>
        )}
        {isSale && !state.shift && <p className={ui.muted}>{m.till_refund_needs_shift()}</p>}
      </div>
    </Sheet>
  );
}
