import { Refusal } from '@phien/kernel';
import { buildVietQr } from '@phien/till';
import { m } from '../../paraglide/messages.js';
import { QrCode } from '../../slip/qr-code';
import { useSellingTill } from '../core/till-context';
import { Complaint, Note, useVnd } from '../ui/parts';
import ui from '../ui/ui.module.css';
import classes from './pay.module.css';
import { paymentReference } from './reference.rules';

interface VietQrTabProps {
  totalVnd: number;
  saleId: string;
  isWriting: boolean;
  onPaid: () => void;
}

/** A code for the customer's bank. No bank answers the till: the seller looks, and says so. */
export function VietQrTab({ totalVnd, saleId, isWriting, onPaid }: VietQrTabProps) {
  const { state, catalogue } = useSellingTill();
  const vnd = useVnd();
  const { bankAccount } = catalogue;
  if (!bankAccount) return <Note tone="warn">{m.till_qr_no_account()}</Note>;
  const purpose = paymentReference(catalogue.registerName, state.nextSequence, saleId);
  const code = codeFor(bankAccount, totalVnd, purpose);
  if (code instanceof Refusal) return <Complaint failure={code} />;
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
        <dl className={classes.money}>
          <div>
            <dt>{m.till_qr_to()}</dt>
            <dd>
              {bankAccount.holderName}
              <br />
              {bankAccount.accountNumber}
            </dd>
          </div>
          <div>
            <dt>{m.till_qr_words()}</dt>
            <dd data-testid="qr-purpose">{purpose}</dd>
          </div>
        </dl>
        <Note tone="warn">{m.till_qr_nobody_checked()}</Note>
        <button
          type="button"
          className={`${ui.main} ${ui.big}`}
          disabled={isWriting}
          onClick={onPaid}
        >
          {isWriting ? m.till_writing() : m.till_qr_received()}
        </button>
      </div>
    </div>
  );
}

function codeFor(
  { bankBin, accountNumber }: { bankBin: string; accountNumber: string },
  amountVnd: number,
  purpose: string,
): string | Refusal {
  const bill = { bankBin, account: accountNumber, to: 'account' as const, billNumber: null };
  try {
    return buildVietQr({ ...bill, amountVnd, purpose });
  } catch (failure) {
    if (failure instanceof Refusal) return failure;
    throw failure;
  }
}
