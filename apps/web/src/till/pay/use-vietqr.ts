import { Refusal } from '@phien/kernel';
import { buildVietQr } from '@phien/till';
import { useSellingTill } from '../core/till-context';
import type { Catalogue } from '../keep/catalogue';
import { paymentReference } from './reference.rules';

export interface VietQr {
  account: NonNullable<Catalogue['bankAccount']>;
  purpose: string;
  code: string;
}

/** The code that asks for this amount; a refusal where none can be made; null without an account. */
export function useVietQr(totalVnd: number, saleId: string): VietQr | Refusal | null {
  const { state, catalogue } = useSellingTill();
  const { bankAccount, registerName } = catalogue;
  if (!bankAccount) return null;
  const purpose = paymentReference(registerName, state.nextSequence, saleId);
  const { bankBin, accountNumber } = bankAccount;
  const bill = { bankBin, account: accountNumber, to: 'account' as const, billNumber: null };
  try {
    const code = buildVietQr({ ...bill, amountVnd: totalVnd, purpose });
    return { account: bankAccount, purpose, code };
  } catch (failure) {
    if (failure instanceof Refusal) return failure;
    throw failure;
  }
}
