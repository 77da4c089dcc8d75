import { Problem, problemOf } from '../api/problem';
import type { SlipContent } from './slip.rules';
import { printedNumber } from './slip.rules';

interface ReceiptNumber {
  registerName: string;
  epoch: number;
  sequence: number;
}

/** A refund or void that answers the sale. */
export interface ReceiptAnswer {
  documentId: string;
  kind: 'refund' | 'void';
  number: ReceiptNumber;
  at: string;
  reason: string | null;
  totalVnd: number;
  booking: 'booked' | 'set_aside';
}

/** The customer's slip as `GET /api/fairs/:fairId/receipts/:documentId` answers it. */
export interface Receipt extends Pick<
  SlipContent,
  | 'exhibitorName'
  | 'taxCode'
  | 'boothCode'
  | 'at'
  | 'cashier'
  | 'reason'
  | 'lines'
  | 'payments'
  | 'totalVnd'
  | 'vatVnd'
> {
  fair: { nameVi: string; nameEn: string; timeZone: string; isDemo: boolean };
  documentId: string;
  kind: 'sale' | 'refund' | 'void';
  number: ReceiptNumber;
  booking: 'booked' | 'set_aside';
  code: string | null;
  answers: ReceiptAnswer[];
  standingVnd: number;
}

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

export const numberOf = ({ registerName, epoch, sequence }: ReceiptNumber) =>
  printedNumber(registerName, epoch, sequence);

export function slipOfReceipt(
  receipt: Receipt,
  language: 'vi' | 'en',
  link: string | null,
): SlipContent {
  const { fair, number, ...rest } = receipt;
  return {
    ...rest,
    fairName: language === 'vi' ? fair.nameVi : fair.nameEn,
    isDemo: fair.isDemo,
    timeZone: fair.timeZone,
    number: numberOf(number),
    link,
  };
}
