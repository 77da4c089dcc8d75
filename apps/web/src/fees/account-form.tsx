import { useState } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Field } from '../my/field';
import { m } from '../paraglide/messages.js';
import { feeBanksQuery, keepFeeAccount } from './fee-requests';
import type { FeeAccount } from './fee-requests';
import { FeeForm } from './fee-form';
import { useTariffKept } from './fees-of';

interface AccountFormProps {
  fairId: string;
  kept: FeeAccount | null;
  onClose: () => void;
}

/** The organizer's account that fees are paid to. */
export function AccountForm({ fairId, kept, onClose }: AccountFormProps) {
  const banks = useQuery(feeBanksQuery);
  const [typed, setTyped] = useState<FeeAccount>(
    kept ?? { bankBin: '', accountNumber: '', holderName: '' },
  );
  const keep = useTariffKept(fairId);
  const saving = useMutation({
    mutationFn: () => keepFeeAccount(fairId, typed),
    onSuccess: (tariff) => {
      keep(tariff);
      onClose();
    },
  });
  return (
    <FeeForm
      label={m.fee_account()}
      isReady={Object.values(typed).every((text) => text.trim() !== '')}
      isPending={saving.isPending}
      problem={saving.error ?? banks.error}
      onSave={() => saving.mutate()}
      onClose={onClose}
    >
      <Field label={m.fee_bank()}>
        {(wired) => (
          <select
            {...wired}
            name="bankBin"
            value={typed.bankBin}
            onChange={(event) => setTyped({ ...typed, bankBin: event.currentTarget.value })}
          >
            <option value="">{m.fee_choose()}</option>
            {(banks.data ?? []).map(({ bin, shortName }) => (
              <option key={bin} value={bin}>
                {shortName}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={m.fee_account_number()}>
        {(wired) => (
          <input
            {...wired}
            name="accountNumber"
            autoComplete="off"
            maxLength={30}
            value={typed.accountNumber}
            onChange={(event) => setTyped({ ...typed, accountNumber: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={m.fee_account_holder()}>
        {(wired) => (
          <input
            {...wired}
            name="holderName"
            autoComplete="off"
            maxLength={100}
            value={typed.holderName}
            onChange={(event) => setTyped({ ...typed, holderName: event.currentTarget.value })}
          />
        )}
      </Field>
    </FeeForm>
  );
}
