import { useState } from 'react';
import { formatVnd } from '@phien/kernel';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { Field } from '../my/field';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import notes from '../ui/notes.module.css';
import { ProblemLine } from '../ui/problem-line';
import { QrPicture } from '../ui/qr-picture';
import { feesKey, strikePayment } from './fee-requests';
import type { FeeLine, Notice, Payment } from './fee-requests';
import { dayInFull, lineInWords, methodWords, stateInWords } from './fee-words';
import classes from './fees.module.css';

interface NoticeViewProps {
  fairId: string;
  notice: Notice;
  /** What it is called, where the payer's name stands above it already; that name unless told. */
  title?: string;
  /** For an organizer, who may strike payments. */
  mayStrike?: true;
}

/** A fee notice: what is owed, how to pay it, what for, and what was paid. */
export function NoticeView({ fairId, notice, title, mayStrike }: NoticeViewProps) {
  const { language } = useLanguage();
  const name = language === 'vi' ? notice.nameVi : notice.nameEn;
  const money = (vnd: number) => formatVnd(vnd, language);
  const { words, tone } = stateInWords(notice, language);
  return (
    <article className={classes.stack} data-testid="fee-notice" aria-label={name}>
      <header className={classes.card}>
        <div className={classes.head}>
          <h2>{title ?? name}</h2>
          <span className={`${classes.chip} ${classes[tone]}`}>{words}</span>
        </div>
        <dl className={classes.sums}>
          <div>
            <dt>{m.fee_charged()}</dt>
            <dd>{money(notice.chargedVnd)}</dd>
            {notice.vatVnd > 0 && (
              <dd className={classes.under}>
                {m.fee_charged_vat({ amount: money(notice.vatVnd) })}
              </dd>
            )}
          </div>
          {notice.waivedVnd > 0 && (
            <div>
              <dt>{m.fee_waived()}</dt>
              <dd>{money(notice.waivedVnd)}</dd>
            </div>
          )}
          <div>
            <dt>{m.fee_paid()}</dt>
            <dd>{money(notice.paidVnd)}</dd>
          </div>
          <div>
            <dt>{notice.overpaidVnd > 0 ? m.fee_overpaid() : m.fee_owed()}</dt>
            <dd className={classes.owed} data-testid="fee-owed">
              {money(notice.overpaidVnd > 0 ? notice.overpaidVnd : notice.owedVnd)}
            </dd>
            {notice.dueOn !== null && (
              <dd className={classes.under}>{m.fee_by({ day: dayInFull(notice.dueOn) })}</dd>
            )}
          </div>
        </dl>
        <div className={classes.head}>
          <p className={notes.quiet}>{m.fee_as_of({ day: dayInFull(notice.today) })}</p>
          <a
            className={buttons.button}
            href={`/api/fairs/${fairId}/fees/notices/${notice.payerId}/pdf?language=${language}`}
            download
          >
            <Download size={18} aria-hidden />
            {m.fee_pdf()}
          </a>
        </div>
      </header>
      {notice.owedVnd > 0 && <HowToPay notice={notice} />}
      <section className={classes.card} aria-labelledby="fee-lines">
        <h3 id="fee-lines">{m.fee_lines()}</h3>
        <ul className={classes.rows} data-testid="fee-lines">
          {notice.lines.map((line) => (
            <Line key={`${line.allocationId} ${line.turn}`} line={line} of={notice} />
          ))}
        </ul>
      </section>
      <section className={classes.card} aria-labelledby="fee-payments">
        <h3 id="fee-payments">{m.fee_payments()}</h3>
        {notice.payments.length === 0 ? (
          <p className={notes.quiet}>{m.fee_payments_none()}</p>
        ) : (
          <ul className={classes.rows} data-testid="fee-payments">
            {notice.payments.map((payment) => (
              <Paid key={payment.id} payment={payment} strikeIn={mayStrike && fairId} />
            ))}
          </ul>
        )}
      </section>
    </article>
  );
}

function HowToPay({ notice }: { notice: Notice }) {
  const { language } = useLanguage();
  const { vietQr, account, bankName, reference, owedVnd } = notice;
  const amount = formatVnd(owedVnd, language);
  return (
    <section className={`${classes.card} ${classes.pay}`} aria-labelledby="fee-pay">
      <div className={classes.words}>
        <h3 id="fee-pay">{m.fee_pay()}</h3>
        {account === null ? (
          <p className={notes.quiet}>{m.fee_pay_nowhere()}</p>
        ) : (
          <>
            <p className={notes.quiet}>{m.fee_pay_text({ reference })}</p>
            <dl className={classes.where}>
              <dt>{m.fee_bank()}</dt>
              <dd>{bankName}</dd>
              <dt>{m.fee_account_number()}</dt>
              <dd className={classes.figure}>{account.accountNumber}</dd>
              <dt>{m.fee_account_holder()}</dt>
              <dd>{account.holderName}</dd>
            </dl>
          </>
        )}
        <dl className={classes.where}>
          <dt>{m.fee_reference()}</dt>
          <dd className={classes.reference}>{reference}</dd>
        </dl>
      </div>
      {vietQr !== null && (
        <div className={classes.qr} data-testid="fee-qr" data-text={vietQr}>
          <QrPicture text={vietQr} label={m.fee_qr({ amount, reference })} />
          <strong>{amount}</strong>
        </div>
      )}
    </section>
  );
}

function Line({ line, of }: { line: FeeLine; of: Notice }) {
  const { language } = useLanguage();
  const money = (vnd: number) => formatVnd(vnd, language);
  const isBack = line.turn % 2 === 0;
  return (
    <li className={`${classes.row} ${line.stands ? '' : classes.gone}`}>
      <div className={classes.words}>
        <span>
          {isBack && <>{m.fee_line_taken_back()}: </>}
          {lineInWords(line, language)}
        </span>
        {of.delegationId !== null && <span className={classes.under}>{line.exhibitorName}</span>}
        {line.stands && line.waivedVnd > 0 && (
          <span className={classes.under}>
            {m.fee_line_free({ amount: money(line.waivedVnd), reason: line.reason ?? '' })}
          </span>
        )}
        {line.stands && line.reliefGround === 'delegation' && (
          <span className={classes.under}>
            {m.fee_line_sponsored({ reason: line.reason ?? '' })}
          </span>
        )}
        {line.stands && line.amountVnd > 0 && (
          <span className={classes.under}>{m.fee_line_due({ day: dayInFull(line.dueOn) })}</span>
        )}
        {!line.stands && !isBack && <span className={classes.under}>{m.fee_line_replaced()}</span>}
      </div>
      <span className={classes.figure}>{money(line.amountVnd)}</span>
    </li>
  );
}

function Paid({ payment, strikeIn }: { payment: Payment; strikeIn: string | undefined }) {
  const { language } = useLanguage();
  const [isStriking, setStriking] = useState(false);
  const { amountVnd, paidOn, method, bankText, note, recordedByName, struckReason } = payment;
  const amount = formatVnd(amountVnd, language);
  const day = dayInFull(paidOn);
  return (
    <li className={`${classes.row} ${struckReason === null ? '' : classes.gone}`}>
      <div className={classes.words}>
        <span>
          {day} · {methodWords[method]()} · {m.fee_recorded_by({ name: recordedByName })}
        </span>
        {[bankText, note].filter(Boolean).map((text) => (
          <span key={text} className={classes.under}>
            {text}
          </span>
        ))}
        {struckReason !== null && (
          <span className={classes.under}>{m.fee_struck({ reason: struckReason })}</span>
        )}
      </div>
      <span className={classes.figure}>{amount}</span>
      {strikeIn !== undefined && struckReason === null && !isStriking && (
        <button
          type="button"
          className={buttons.button}
          aria-label={m.fee_strike_of({ amount, day })}
          onClick={() => setStriking(true)}
        >
          {m.fee_strike()}
        </button>
      )}
      {strikeIn !== undefined && isStriking && struckReason === null && (
        <Strike fairId={strikeIn} paymentId={payment.id} onClose={() => setStriking(false)} />
      )}
    </li>
  );
}

interface StrikeProps {
  fairId: string;
  paymentId: string;
  onClose: () => void;
}

function Strike({ fairId, paymentId, onClose }: StrikeProps) {
  const cache = useQueryClient();
  const [reason, setReason] = useState('');
  const striking = useMutation({
    mutationFn: () => strikePayment(fairId, paymentId, reason.trim()),
    onSettled: () => cache.invalidateQueries({ queryKey: feesKey(fairId) }),
  });
  return (
    <form
      className={classes.strike}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '' && !striking.isPending) striking.mutate();
      }}
    >
      <Field label={m.fee_strike_reason()}>
        {(wired) => (
          <input
            {...wired}
            name="reason"
            maxLength={200}
            autoFocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
      {striking.error && <ProblemLine problem={striking.error} />}
      <div className={classes.deeds}>
        <button type="button" className={buttons.button} onClick={onClose}>
          {m.fee_keep()}
        </button>
        <button
          type="submit"
          className={buttons.main}
          disabled={striking.isPending || reason.trim() === ''}
        >
          {m.fee_strike()}
        </button>
      </div>
    </form>
  );
}
