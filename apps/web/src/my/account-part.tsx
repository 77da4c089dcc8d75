import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Landmark, Trash2 } from 'lucide-react';
import { m } from '../paraglide/messages.js';
import buttons from '../ui/buttons.module.css';
import { ErrorState, Skeleton } from '../ui/states';
import classes from './account-part.module.css';
import { banksFound, testPayload } from './bank-choice.rules';
import { Field } from './field';
import { Form, useFieldErrors } from './form';
import { keepAccount, removeAccount } from './my-client';
import type { Bank, PaymentAccount, Standing } from './my-client';
import { accountQuery, banksQuery } from './my-queries';
import { QrPicture } from '../ui/qr-picture';
import { useToast } from '../ui/toast';

/** Where buyers who scan pay to, and a code to try it with. */
export function AccountPart({ standing }: { standing: Standing }) {
  const account = useQuery(accountQuery(standing));
  const banks = useQuery(banksQuery);
  const failed = [account, banks].find((query) => query.isError);
  if (account.data === undefined || !banks.data) {
    return failed?.error ? (
      <ErrorState problem={failed.error} onRetry={() => void failed.refetch()} />
    ) : (
      <Skeleton shapes={[320, 240]} />
    );
  }
  const { data: kept } = account;
  return (
    <AccountForm
      key={kept === null ? 'none' : `${kept.bankBin} ${kept.accountNumber} ${kept.holderName}`}
      standing={standing}
      kept={kept}
      banks={banks.data}
    />
  );
}

interface AccountFormProps {
  standing: Standing;
  kept: PaymentAccount | null;
  banks: readonly Bank[];
}

const nothing: PaymentAccount = { bankBin: '', accountNumber: '', holderName: '' };

function AccountForm({ standing, kept, banks }: AccountFormProps) {
  const cache = useQueryClient();
  const say = useToast();
  const { queryKey } = accountQuery(standing);
  const [form, setForm] = useState(kept ?? nothing);
  const set = (change: Partial<PaymentAccount>) => setForm((form) => ({ ...form, ...change }));
  const bank = banks.find(({ bin }) => bin === form.bankBin);
  const payload = testPayload(form.bankBin, form.accountNumber);
  const saving = useMutation({
    mutationFn: () => keepAccount(standing, form),
    onSuccess: () => say({ text: m.my_account_saved_toast() }),
    onSettled: () => cache.invalidateQueries({ queryKey }),
  });
  const removing = useMutation({
    mutationFn: () => removeAccount(standing),
    onSuccess: () => {
      const gone = kept;
      say({
        text: m.my_account_removed_toast(),
        undo: gone === null ? undefined : () => void putBack(gone),
      });
    },
    onSettled: () => cache.invalidateQueries({ queryKey }),
  });
  const putBack = async (gone: PaymentAccount) => {
    await keepAccount(standing, gone);
    await cache.invalidateQueries({ queryKey });
  };
  const errorOf = useFieldErrors(saving.error);
  const holder = form.holderName.trim();
  return (
    <div className={classes.part}>
      <section className={classes.card} aria-labelledby="own-account">
        <div className={classes.words}>
          <h2 id="own-account">{m.my_account_title()}</h2>
          <p>{m.my_account_hint()}</p>
          {kept === null && <p className={classes.none}>{m.my_account_none()}</p>}
        </div>
        <Form
          problem={saving.error ?? removing.error}
          isPending={saving.isPending}
          fields={['bankBin', 'accountNumber', 'holderName']}
          onSave={() => saving.mutate()}
          aside={
            kept && (
              <button
                type="button"
                className={`${buttons.button} ${classes.remove}`}
                onClick={() => {
                  if (!removing.isPending) removing.mutate();
                }}
              >
                <Trash2 size={18} aria-hidden />
                {m.my_account_remove()}
              </button>
            )
          }
        >
          <BankChoice
            banks={banks}
            bank={bank ?? null}
            error={errorOf('bankBin')}
            onChoose={(bankBin) => set({ bankBin })}
          />
          <Field label={m.my_account_number()} error={errorOf('accountNumber')}>
            {(wired) => (
              <input
                {...wired}
                name="accountNumber"
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
                maxLength={30}
                value={form.accountNumber}
                onChange={(event) => set({ accountNumber: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field
            label={m.my_account_holder()}
            error={errorOf('holderName')}
            hint={m.my_account_holder_hint()}
          >
            {(wired) => (
              <input
                {...wired}
                name="holderName"
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                maxLength={100}
                value={form.holderName}
                onChange={(event) => set({ holderName: event.currentTarget.value })}
              />
            )}
          </Field>
        </Form>
      </section>
      <section className={`${classes.card} ${classes.test}`} aria-labelledby="account-test">
        <h2 id="account-test">{m.my_account_test_title()}</h2>
        {payload === null || !bank ? (
          <p className={classes.waiting}>{m.my_account_qr_waiting()}</p>
        ) : (
          <>
            <QrPicture
              text={payload}
              label={m.my_account_qr({ number: form.accountNumber, bank: bank.shortName })}
            />
            <p className={classes.to}>
              <strong>{bank.shortName}</strong>
              <span>{form.accountNumber}</span>
            </p>
            <p>{holder === '' ? m.my_account_test_nameless() : m.my_account_test({ holder })}</p>
          </>
        )}
        <p className={classes.safe}>{m.my_account_safe()}</p>
      </section>
    </div>
  );
}

interface BankChoiceProps {
  banks: readonly Bank[];
  bank: Bank | null;
  error: string | null;
  onChoose: (bin: string) => void;
}

/** A bank found by typing; once chosen it stands alone until it is to be changed. */
function BankChoice({ banks, bank, error, onChoose }: BankChoiceProps) {
  const [text, setText] = useState('');
  if (bank) {
    return (
      <div className={classes.chosen}>
        <Landmark size={22} aria-hidden />
        <span className={classes.bank}>
          <span className="onlyForReaders">{m.my_account_bank()}: </span>
          <strong>{bank.shortName}</strong>
          {bank.fullName && <span>{bank.fullName}</span>}
        </span>
        <button
          type="button"
          className={buttons.button}
          aria-label={m.my_account_bank_change()}
          onClick={() => onChoose('')}
        >
          {m.my_account_bank_other()}
        </button>
      </div>
    );
  }
  const shown = banksFound(banks, text);
  return (
    <div>
      <Field label={m.my_account_bank()} error={error}>
        {(wired) => (
          <input
            {...wired}
            type="search"
            name="bank"
            autoComplete="off"
            placeholder={m.my_account_bank_search()}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      {shown.length === 0 ? (
        <p className={classes.waiting} role="status">
          {m.my_account_bank_none({ text })}
        </p>
      ) : (
        <ul className={classes.banks} aria-label={m.my_account_bank()}>
          {shown.map(({ bin, shortName, fullName }) => (
            <li key={bin}>
              <button type="button" className={classes.bank} onClick={() => onChoose(bin)}>
                <strong>{shortName}</strong>
                {fullName && <span>{fullName}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
