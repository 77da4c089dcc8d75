import { foldText } from '@phien/kernel';

/** The words of a name that a bank's transfer message keeps: ASCII letters and digits. */
const plain = (text: string) =>
  foldText(text)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '');

/**
 * What a transfer says: register, number and the end of the sale's id, as "A12 57 9F3C". The
 * number is the one that the sale will have when nothing is issued before it; the end of the id
 * stays true in any case. At most 25 ASCII characters.
 */
export function paymentReference(registerName: string, sequence: number, saleId: string): string {
  const end = saleId.slice(-4).toUpperCase();
  const number = String(sequence);
  const room = 25 - number.length - end.length - 2;
  return `${plain(registerName).slice(0, Math.min(10, room))} ${number} ${end}`.trim();
}
