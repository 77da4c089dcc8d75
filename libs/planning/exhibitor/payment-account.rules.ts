import { Refusal } from '@phien/kernel';
import { isKnownBank } from '../bank/banks';
import type { PaymentAccountDto } from './payment-account.dto';

export const bankUnknown = () =>
  new Refusal(
    'bank_unknown',
    'invalid',
    {
      vi: 'Hãy chọn một ngân hàng trong danh sách.',
      en: 'Choose a bank from the list.',
    },
    { field: 'bankBin' },
  );

export const accountNumberRefused = () =>
  new Refusal(
    'account_number_refused',
    'invalid',
    {
      vi: 'Số tài khoản gồm 4 đến 19 chữ số hoặc chữ cái không dấu.',
      en: 'An account number has 4 to 19 digits or plain letters.',
    },
    { field: 'accountNumber' },
  );

export const holderNameRefused = () =>
  new Refusal(
    'holder_name_refused',
    'invalid',
    {
      vi: 'Hãy ghi tên chủ tài khoản, nhiều nhất 100 ký tự.',
      en: 'Write the name of the account’s holder, 100 characters at most.',
    },
    { field: 'holderName' },
  );

/** As it is kept: no spaces in the number, none around the name. */
export function asKept(wanted: PaymentAccountDto): PaymentAccountDto {
  return {
    bankBin: wanted.bankBin.trim(),
    accountNumber: wanted.accountNumber.replace(/[\s.-]/g, ''),
    holderName: wanted.holderName.trim().replace(/\s+/g, ' '),
  };
}

/** What is wrong with an account as it would be kept, in the order of the form. */
export function faultsOfAccount(account: PaymentAccountDto): Refusal[] {
  return [
    isKnownBank(account.bankBin) ? null : bankUnknown(),
    /^[0-9A-Za-z]{4,19}$/.test(account.accountNumber) ? null : accountNumberRefused(),
    account.holderName.length >= 1 && account.holderName.length <= 100 ? null : holderNameRefused(),
  ].filter((fault) => fault !== null);
}

/** All of an account number that may stand in a log. */
export const lastDigits = (accountNumber: string) => accountNumber.slice(-4);
