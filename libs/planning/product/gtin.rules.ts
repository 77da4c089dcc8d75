/** Last digit of a GTIN-13: weights 1 and 3 from the left (GS1 General Specifications, 7.9). */
export function gtinCheckDigit(first12: string): number {
  const sum = [...first12].reduce(
    (total, digit, at) => total + Number(digit) * (at % 2 ? 3 : 1),
    0,
  );
  return (10 - (sum % 10)) % 10;
}

/** Thirteen digits whose check digit is right. */
export function isGtin13(code: string): boolean {
  return /^\d{13}$/.test(code) && Number(code[12]) === gtinCheckDigit(code.slice(0, 12));
}

/**
 * A barcode made for a demo: Vietnam's prefix 893, then zeros where a company's number would stand,
 * then the serial (1 to 99,999).
 */
export function demoBarcode(serial: number): string {
  const first12 = `8930000${String(serial).padStart(5, '0')}`;
  return `${first12}${gtinCheckDigit(first12)}`;
}
