import { taxCodeWrong, type TaxCodeFault } from './exhibitor.refusals';

/** 10 digits, 10 and a branch of 3, or the 12 of a person. */
export const TAX_CODE_SHAPE = /^\d{10}(-\d{3})?$|^\d{12}$/;
export const PHONE_SHAPE = /^\+?\d[\d .()-]{5,24}$/;

/* Weights of the first nine digits, from the left. */
const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/**
 * The tenth digit of a Vietnamese tax code; null when the first nine belong to none. Weights 31, 29,
 * 23, 19, 17, 13, 7, 5, 3, and 10 less the sum's rest by 11. Circular 105/2020/TT-BTC, article 5, and
 * Circular 86/2024/TT-BTC after it name a check digit without its formula; this is the one that
 * published codes follow and that validators use (python-stdnum, `stdnum.vn.mst`).
 */
export function taxCodeCheckDigit(first9: string): number | null {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first9[at]), 0);
  const digit = 10 - (sum % 11);
  return digit === 10 ? null : digit;
}

/**
 * What is wrong with a tax code; null when nothing is. An enterprise, a cooperative or a branch has 10
 * digits (and 3 of the branch); since 2025-07-01 a household and a person are taxed under the 12 digits
 * of the person's identity number, which has no check digit (Circular 86/2024/TT-BTC, article 5).
 */
export function taxCodeFault(code: string): TaxCodeFault | null {
  if (!TAX_CODE_SHAPE.test(code)) return 'shape';
  if (code.length === 12) return null;
  if (code.slice(2, 9) === '0000000') return 'serial';
  if (code.endsWith('-000')) return 'branch';
  return taxCodeCheckDigit(code.slice(0, 9)) === Number(code[9]) ? null : 'check_digit';
}

/** Refuses `tax_code_wrong`; says nothing of none. */
export function checkTaxCode(code: string | null): void {
  const fault = code === null ? null : taxCodeFault(code);
  if (fault !== null) throw taxCodeWrong(fault);
}

/**
 * A tax code as people write it ('5700 100.256', '5700100256001'), in the shape that is kept. A
 * spreadsheet that took it for a number lost the zero it began with: where nine digits have the right
 * check digit with that zero, it is put back.
 */
export function asTaxCode(typed: string): string {
  const code = typed.replace(/[\s.]/g, '').replace(/[\u2010-\u2015\u2212]/g, '-');
  if (/^\d{13}$/.test(code)) return `${code.slice(0, 10)}-${code.slice(10)}`;
  if (/^\d{9}$/.test(code) && taxCodeFault(`0${code}`) === null) return `0${code}`;
  return code;
}
