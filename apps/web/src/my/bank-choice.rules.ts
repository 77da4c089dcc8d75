import { foldText } from '@phien/kernel';
import { buildVietQr } from '@phien/till';
import type { Bank } from './my-client';

/** The banks whose name or BIN holds every word, marks left out; all of them for no word. */
export function banksFound(banks: readonly Bank[], text: string): Bank[] {
  const words = foldText(text).split(' ').filter(Boolean);
  return banks.filter(({ bin, shortName, fullName }) => {
    const about = foldText(`${shortName} ${fullName ?? ''} ${bin}`);
    const joined = about.replaceAll(' ', '');
    return words.every((word) => about.includes(word) || joined.includes(word));
  });
}

/**
 * What a till will show, without an amount: scanning it names the holder and moves no money. Null
 * while the account is not whole.
 */
export function testPayload(bankBin: string, typedNumber: string): string | null {
  const account = typedNumber.replace(/[\s.-]/g, '');
  if (!/^\d{6}$/.test(bankBin) || !/^[0-9A-Za-z]{4,19}$/.test(account)) return null;
  return buildVietQr({
    bankBin,
    account,
    to: 'account',
    amountVnd: null,
    billNumber: null,
    purpose: null,
  });
}
