import { Refusal } from '@phien/kernel';
import { m } from '../../paraglide/messages.js';
import { QrCode } from '../../slip/qr-code';
import { Complaint, Note, useVnd } from '../ui/parts';
import ui from '../ui/ui.module.css';
import classes from './pay.module.css';
import type { VietQr } from './use-vietqr';

interface VietQrTabProps {
  totalVnd: number;
  vietQr: VietQr | Refusal | null;
}

/** A code for the customer's bank. No bank answers the till: the seller looks, and says so. */
export function VietQrTab({ totalVnd, vietQr }: VietQrTabProps) {
  const vnd = useVnd();
  if (vietQr === null) {
    return (
      <div className={classes.others}>
        <Note tone="warn">{m.till_qr_no_account()}</Note>
      </div>
    );
  }
  if (vietQr instanceof Refusal) return <Complaint failure={vietQr} />;
  const { account, purpose, code } = vietQr;
  return (
    <div className={classes.qrPay}>
      <div className={classes.qrBox}>
        <QrCode
          className={classes.qr}
          text={code}
          label={m.till_qr_label({ amount: vnd(totalVnd) })}
          testId="vietqr"
        />
      </div>
      <div className={ui.stack}>
        <p className={classes.qrState} aria-live="polite">
          {m.till_qr_shown()}
        </p>
        <Note tone="warn">{m.till_qr_nobody_checked()}</Note>
        <dl className={classes.money}>
          <div>
            <dt>{m.till_qr_to()}</dt>
            <dd>
              {account.holderName}
              <br />
              {account.accountNumber}
            </dd>
          </div>
          <div>
            <dt>{m.till_qr_words()}</dt>
            <dd data-testid="qr-purpose">{purpose}</dd>
          </div>
        </dl>
      </div>
    </div>
  );
}
