import { useState } from 'react';
import { formatVnd, newId } from '@phien/kernel';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useLanguage } from '../i18n/language';
import { Field } from '../my/field';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { feesKey, noticeQuery, recordPayment } from './fee-requests';
import type { Notice, PaymentWish } from './fee-requests';
import { FeeForm, wholeNumber } from './fee-form';
import { methodWords } from './fee-words';
import classes from './fees.module.css';

/** Writes down money that arrived; what is owed stands in the form already. */
export function RecordPayment({ fairId, notice }: { fairId: string; notice: Notice }) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <button
        type="button"
        className={`${buttons.main} ${classes.start}`}
        onClick={() => setOpen(true)}
      >
        <Plus size={18} aria-hidden />
        {m.fee_payment_record()}
      </button>
    );
  }
  return (
    <section className={classes.card} aria-labelledby="fee-record">
      <h3 id="fee-record">{m.fee_payment_record()}</h3>
      <PaymentForm fairId={fairId} notice={notice} onClose={() => setOpen(false)} />
    </section>
  );
}

interface PaymentFormProps {
  fairId: string;
  notice: Notice;
  onClose: () => void;
}

function PaymentForm({ fairId, notice, onClose }: PaymentFormProps) {
  const { language } = useLanguage();
  const cache = useQueryClient();
  const [id] = useState(newId);
  const [amount, setAmount] = useState(notice.owedVnd > 0 ? String(notice.owedVnd) : '');
  const [paidOn, setPaidOn] = useState(notice.today);
  const [method, setMethod] = useState<PaymentWish['method']>('transfer');
  const [bankText, setBankText] = useState('');
  const [note, setNote] = useState('');
  const recording = useMutation({
    mutationFn: (wish: PaymentWish) => recordPayment(fairId, wish),
    onSuccess: (changed) => {
      cache.setQueryData(noticeQuery(fairId, notice.payerId).queryKey, changed);
      onClose();
    },
    onSettled: () => cache.invalidateQueries({ queryKey: feesKey(fairId) }),
  });
  const amountVnd = wholeNumber(amount);
  return (
    <FeeForm
      label={m.fee_payment_record()}
      isReady={amountVnd !== null && amountVnd > 0 && paidOn !== ''}
      isPending={recording.isPending}
      problem={recording.error}
      onClose={onClose}
      onSave={() =>
        recording.mutate({
          id,
          payerId: notice.payerId,
          paidOn,
          amountVnd: amountVnd ?? 0,
          method,
          bankText: bankText.trim(),
          note: note.trim(),
        })
      }
    >
      <Field
        label={m.fee_amount()}
        hint={amountVnd === null ? undefined : formatVnd(amountVnd, language)}
      >
        {(wired) => (
          <input
            {...wired}
            name="amount"
            inputMode="numeric"
            autoComplete="off"
            value={amount}
            onChange={(event) => setAmount(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={m.fee_paid_on()}>
        {(wired) => (
          <input
            {...wired}
            type="date"
            name="paidOn"
            max={notice.today}
            value={paidOn}
            onChange={(event) => setPaidOn(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={m.fee_method()}>
        {(wired) => (
          <select
            {...wired}
            name="method"
            value={method}
            onChange={(event) => setMethod(event.currentTarget.value as PaymentWish['method'])}
          >
            {Object.entries(methodWords).map(([each, word]) => (
              <option key={each} value={each}>
                {word()}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={m.fee_bank_text()} isOptional>
        {(wired) => (
          <input
            {...wired}
            name="bankText"
            maxLength={200}
            value={bankText}
            onChange={(event) => setBankText(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={m.fee_note()} isOptional>
        {(wired) => (
          <input
            {...wired}
            name="note"
            maxLength={200}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </Field>
    </FeeForm>
  );
}
