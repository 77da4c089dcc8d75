import { useEffect, useState } from 'react';
import { CircleCheck, Printer, QrIcon } from '../ui/icons';
import type { TillDocument } from '@phien/till';
import { m } from '../../paraglide/messages.js';
import { slipLink } from '../../slip/slip.rules';
import { QrCode } from '../../slip/qr-code';
import { SlipSheet } from '../sales/slip-sheet';
import { useVnd } from '../ui/parts';
import { Sheet } from '../ui/sheet';
import ui from '../ui/ui.module.css';
import classes from './pay.module.css';

const nextAfterMs = 5_000;

/** The sale is on the disk: change, slip, next. Goes on by itself unless it is touched. */
export function DoneSheet({ sale, onNext }: { sale: TillDocument; onNext: () => void }) {
  const vnd = useVnd();
  const [isTouched, setTouched] = useState(false);
  const [shown, setShown] = useState<'slip' | 'qr' | null>(null);
  useEffect(() => {
    if (isTouched) return;
    const next = setTimeout(onNext, nextAfterMs);
    const touch = () => setTouched(true);
    window.addEventListener('pointerdown', touch);
    window.addEventListener('keydown', touch);
    return () => {
      clearTimeout(next);
      window.removeEventListener('pointerdown', touch);
      window.removeEventListener('keydown', touch);
    };
  }, [isTouched, onNext]);
  const changeVnd = sale.payments.reduce((sum, payment) => sum + (payment.changeVnd ?? 0), 0);
  const isTransferred = sale.payments.some(({ method }) => method === 'vietqr');
  if (shown === 'slip') return <SlipSheet document={sale} onClose={() => setShown(null)} />;
  return (
    <Sheet
      title={m.till_done_title()}
      onClose={onNext}
      foot={
        <button type="button" className={`${ui.main} ${ui.big}`} onClick={onNext}>
          {m.till_done_next()}
        </button>
      }
    >
      <div className={classes.done} data-testid="done" data-sequence={sale.sequence}>
        <CircleCheck size={56} className={classes.check} aria-hidden />
        {changeVnd > 0 ? (
          <p className={classes.bigChange}>
            <span>{m.till_give_back()}</span>
            <strong data-testid="give-back">{vnd(changeVnd)}</strong>
          </p>
        ) : (
          <p className={classes.bigChange}>
            <span>{m.till_done_paid()}</span>
            <strong>{vnd(sale.totalVnd)}</strong>
          </p>
        )}
        {isTransferred && <p className={ui.muted}>{m.till_done_vietqr()}</p>}
        {shown === 'qr' && (
          <div className={classes.qrBox}>
            <QrCode
              className={classes.qr}
              text={slipLink(location.origin, sale.fairId, sale.id)}
              label={m.till_slip_qr()}
              testId="slip-qr"
            />
          </div>
        )}
        <div className={`${ui.row} ${ui.grow}`}>
          <button type="button" className={ui.button} onClick={() => setShown('slip')}>
            <Printer size={20} aria-hidden />
            {m.till_print_slip()}
          </button>
          <button type="button" className={ui.button} onClick={() => setShown('qr')}>
            <QrIcon size={20} aria-hidden />
            {m.till_show_slip_qr()}
          </button>
        </div>
        <p className={ui.muted}>{isTouched ? '\u00a0' : m.till_done_by_itself()}</p>
      </div>
    </Sheet>
  );
}
