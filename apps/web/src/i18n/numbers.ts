import type { Language } from '@phien/kernel';

const tags = { vi: 'vi-VN', en: 'en-GB' } as const;

/** The BCP 47 tag that numbers and dates are written by. */
export const tagOf = (language: Language) => tags[language];

/** "1.234" in Vietnamese, "1,234" in English. */
export const formatCount = (count: number, language: Language) =>
  new Intl.NumberFormat(tags[language]).format(count);

/** A share of 0 to 1 as "12,5 %"; one decimal. */
export const formatShare = (share: number, language: Language) =>
  `${new Intl.NumberFormat(tags[language], { maximumFractionDigits: 1 }).format(share * 100)}\u00a0%`;

/** A change such as 0.125 as "+12,5 %", −0.04 as "−4 %". */
export const formatChange = (change: number, language: Language) => {
  const size = formatShare(Math.abs(change), language);
  if (Math.abs(change) < 0.0005) return `\u00b1${size}`;
  return change < 0 ? `\u2212${size}` : `+${size}`;
};

const axisWords = { vi: { million: 'tr', billion: 'tỷ' }, en: { million: 'm', billion: 'bn' } };

/** A round amount beside an axis: "1,5 tr", "2 tỷ", in English "1.5 m"; the unit is the đồng. */
export function formatAxisVnd(vnd: number, language: Language): string {
  const number = new Intl.NumberFormat(tags[language], { maximumFractionDigits: 1 });
  if (Math.abs(vnd) >= 1e9) return `${number.format(vnd / 1e9)} ${axisWords[language].billion}`;
  if (Math.abs(vnd) >= 1e6) return `${number.format(vnd / 1e6)} ${axisWords[language].million}`;
  return number.format(vnd);
}
