export type Language = 'vi' | 'en';

const wholes = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 0 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 }),
};
const tenths = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }),
};
const large = {
  vi: { million: 'triệu', billion: 'tỷ' },
  en: { million: 'million', billion: 'billion' },
};

/* A hyphen is too short beside figures, and breaks from them at the end of a line. */
const withMinus = (figures: string) => figures.replace('-', '−');

/** "1.250.000 ₫" in Vietnamese, "1,250,000 ₫" in English, "−79.000 ₫"; the space does not break. */
export function formatVnd(amountVnd: number, language: Language): string {
  /* Nothing taken back is 0, not −0. */
  return `${withMinus(wholes[language].format(amountVnd || 0))}\u00a0₫`;
}

/**
 * "12,4 tỷ ₫", "350 triệu ₫", in English "12.4 billion ₫"; one decimal, halves away from zero;
 * below a million the exact amount. (Intl's own compact form prints "12 T" for tỷ.)
 */
export function formatBigVnd(amountVnd: number, language: Language): string {
  const size = Math.abs(amountVnd);
  const sign = amountVnd < 0 ? -1 : 1;
  if (size < 1_000_000) return formatVnd(amountVnd, language);
  const millions = Math.round(size / 100_000) / 10;
  const [amount, word] =
    millions < 1_000
      ? [millions, large[language].million]
      : [Math.round(size / 100_000_000) / 10, large[language].billion];
  return `${withMinus(tenths[language].format(sign * amount))}\u00a0${word}\u00a0₫`;
}
