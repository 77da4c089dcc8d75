import { formatVnd } from '@phien/kernel';
import type { PaymentMethod } from '@phien/till';
import { useLanguage } from '../i18n/language';
import { formatDateTime } from '../i18n/times';
import { m } from '../paraglide/messages.js';
import { formatQuantity } from '../till/sell/quantity.rules';
import { QrCode } from './qr-code';
import classes from './slip.module.css';
import type { SlipContent } from './slip.rules';

const titleOf = (kind: SlipContent['kind']) =>
  kind === 'refund'
    ? m.till_slip_refund()
    : kind === 'void'
      ? m.till_slip_void()
      : m.till_slip_title();

export const methodName: Record<PaymentMethod, () => string> = {
  cash: m.till_method_cash,
  vietqr: m.till_method_vietqr,
  card: m.till_method_card,
  wallet: m.till_method_wallet,
  other: m.till_method_other,
};

/** The slip for the customer: one drawing for the till's screen, the printer and the phone. */
export function Slip({ content, widthMm }: { content: SlipContent; widthMm: 58 | 80 }) {
  const { language } = useLanguage();
  const vnd = (amount: number) => formatVnd(amount, language);
  const { lines, payments, vatVnd, totalVnd, kind, link, reason, taxCode } = content;
  return (
    <article
      className={`${classes.slip} ${widthMm === 58 ? classes.narrow : ''}`}
      style={{ width: `${widthMm}mm` }}
      aria-label={titleOf(kind)}
      data-testid="slip"
    >
      <header className={classes.head}>
        <p className={classes.exhibitor}>{content.exhibitorName}</p>
        {taxCode && <p>{m.till_slip_tax({ code: taxCode })}</p>}
        <p>{m.till_slip_booth({ booth: content.boothCode })}</p>
        <p className={classes.fair}>{content.fairName}</p>
        <h2 className={classes.title}>{titleOf(kind)}</h2>
        {content.isDemo && <p className={classes.demo}>{m.demo()}</p>}
      </header>
      <dl className={classes.facts}>
        <dt>{m.till_slip_number()}</dt>
        <dd>{content.number}</dd>
        {content.firstNumber && (
          <>
            <dt>{m.till_slip_first_number()}</dt>
            <dd>{content.firstNumber}</dd>
          </>
        )}
        <dt>{m.till_slip_time()}</dt>
        <dd>{formatDateTime(content.at, content.timeZone, language)}</dd>
        <dt>{m.till_slip_cashier()}</dt>
        <dd>{content.cashier}</dd>
        {reason && (
          <>
            <dt>{m.till_reason()}</dt>
            <dd>{reason}</dd>
          </>
        )}
      </dl>
      <ul className={classes.lines}>
        {lines.map((line, at) => (
          <li key={at}>
            <span className={classes.name}>{line.name}</span>
            <span className={classes.sum}>
              <span>
                {formatQuantity(line.quantityMilli, language)} {line.unit} × {vnd(line.unitVnd)}
              </span>
              <span>{vnd(line.amountVnd + line.discountVnd)}</span>
            </span>
            {line.discountVnd !== 0 && (
              <span className={classes.sum}>
                <span>{m.till_discount()}</span>
                <span>{vnd(-line.discountVnd)}</span>
              </span>
            )}
          </li>
        ))}
      </ul>
      <dl className={classes.sums}>
        <div className={classes.total}>
          <dt>{m.till_total()}</dt>
          <dd>{vnd(totalVnd)}</dd>
        </div>
        {vatVnd !== null && (
          <div>
            <dt>{m.till_slip_vat()}</dt>
            <dd>{vnd(vatVnd)}</dd>
          </div>
        )}
        {payments.map((payment, at) => (
          <div key={at}>
            <dt>{methodName[payment.method]()}</dt>
            <dd>{vnd(payment.tenderedVnd ?? payment.amountVnd)}</dd>
          </div>
        ))}
        {payments.map(
          ({ changeVnd }, at) =>
            changeVnd !== null &&
            changeVnd > 0 && (
              <div key={at}>
                <dt>{m.till_change()}</dt>
                <dd>{vnd(changeVnd)}</dd>
              </div>
            ),
        )}
      </dl>
      <footer className={classes.foot}>
        {link && <QrCode className={classes.qr} text={link} label={m.till_slip_qr()} />}
        {link && <p>{m.till_slip_scan()}</p>}
        <p className={classes.noInvoice}>{m.till_slip_no_invoice({ slip: titleOf(kind) })}</p>
      </footer>
    </article>
  );
}
