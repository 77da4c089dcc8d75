import { printedNumber } from '@phien/kernel';
import { Problem, problemOf } from '../api/problem';
import type { components } from '../api/schema.generated';
import type { SlipContent } from './slip.rules';

/** The sale as the ledger has it, with the refunds and voids that answer it. */
export type Receipt = components['schemas']['ReceiptDto'];

/** Throws Problem: `receipt_not_found` also means that the till has not sent it yet. */
export async function readReceipt(fairId: string, saleId: string): Promise<Receipt> {
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(`/api/fairs/${fairId}/receipts/${saleId}`, { credentials: 'omit' });
    body = await response.json().catch(() => null);
  } catch {
    throw new Problem(0, 'unreachable');
  }
  if (!response.ok || body === null) throw problemOf(response.status, body);
  return body as Receipt;
}

export const numberOf = ({ registerName, epoch, sequence }: Receipt['number']) =>
  printedNumber(registerName, epoch, sequence);

export function slipOfReceipt(
  receipt: Receipt,
  language: 'vi' | 'en',
  link: string | null,
): SlipContent {
  const { fair, number, firstNumber, ...rest } = receipt;
  return {
    ...rest,
    fairName: language === 'vi' ? fair.nameVi : fair.nameEn,
    isDemo: fair.isDemo,
    timeZone: fair.timeZone,
    number: numberOf(number),
    firstNumber: firstNumber && numberOf(firstNumber),
    link,
  };
}
