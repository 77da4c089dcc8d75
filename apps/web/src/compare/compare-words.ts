import { formatVnd, type Language } from '@phien/kernel';
import { formatCount, formatShare, tagOf } from '../i18n/numbers';
import { m } from '../paraglide/messages.js';
import type {
  ComparedPart,
  ComparedValue,
  ComparisonLine,
  Growth,
  PastFigure,
} from './compare-requests';
import type { Exactness, Kind, Said } from './compare.rules';

export const measureWords: Record<ComparisonLine['measure'], () => string> = {
  revenue: m.compare_m_revenue,
  visits: m.compare_m_visits,
  booths: m.compare_m_booths,
  revenue_per_day: m.compare_m_revenue_per_day,
  visits_per_day: m.compare_m_visits_per_day,
  revenue_per_booth: m.compare_m_revenue_per_booth,
  visits_per_booth: m.compare_m_visits_per_booth,
  revenue_per_visit: m.compare_m_revenue_per_visit,
};

export const kindWords: Record<Kind, () => string> = {
  revenue_vnd: m.compare_k_revenue_vnd,
  visits: m.compare_k_visits,
  booths: m.compare_k_booths,
  days: m.compare_k_days,
  exhibitors: m.compare_k_exhibitors,
  provinces: m.compare_k_provinces,
};

export const exactnessWords: Record<Exactness, () => string> = {
  stated: m.compare_e_stated,
  about: m.compare_e_about,
  over: m.compare_e_over,
  nearly: m.compare_e_nearly,
  derived: m.compare_e_derived,
};

/** Of what a statement speaks: a kind, and of a part of the fair which one. */
export function subjectWords(figure: PastFigure, language: Language): string {
  const kind = kindWords[figure.kind]();
  if (figure.part === 'whole') return kind;
  const named = (nameVi: string, nameEn: string) => (language === 'vi' ? nameVi : nameEn);
  const place = figure.place && named(figure.place.nameVi, figure.place.nameEn);
  const told = { place, country: place, other: named(figure.partVi, figure.partEn) };
  const part = figure.part in told ? told[figure.part as keyof typeof told] : null;
  return m.compare_part_of({ kind, part: part ?? partWords[figure.part]() });
}

const isMoney = (measure: string) => measure.startsWith('revenue');

/** Whole VND or a count. */
export const figureWords = (measure: string, value: number, language: Language) =>
  isMoney(measure) ? formatVnd(value, language) : formatCount(value, language);

/** One value or the range, as sure as it is. */
export function valueWords(measure: string, value: ComparedValue, language: Language): string {
  const { low, high, bound } = value;
  const told = (figure: number) => figureWords(measure, figure, language);
  if (low !== high) return m.compare_range({ low: told(low), high: told(high) });
  return boundWords(bound, told(low));
}

const boundWords = (bound: ComparedValue['bound'], value: string) =>
  ({
    exact: value,
    about: m.compare_bound_about({ value }),
    at_least: m.compare_bound_at_least({ value }),
    at_most: m.compare_bound_at_most({ value }),
  })[bound];

/** What a source says, in its own manner. */
export function saidWords(kind: Kind, said: Said, language: Language): string {
  const value = figureWords(kind, said.value, language);
  const told = {
    stated: value,
    about: m.compare_bound_about({ value }),
    over: m.compare_bound_at_least({ value }),
    nearly: m.compare_bound_at_most({ value }),
    derived: m.compare_derived({ value }),
  }[said.exactness];
  return said.firstDays === 0 ? told : m.compare_first_days({ value: told, count: said.firstDays });
}

const signed = (percent: number, language: Language) =>
  `${percent > 0 ? '+' : percent < 0 ? '−' : ''}${formatShare(Math.abs(percent) / 100, language)}`;

/** Growth with its sign; of a range both ends. */
export function growthWords(growth: Growth, language: Language): string {
  const { lowPercent, highPercent, bound } = growth;
  const low = signed(lowPercent, language);
  if (lowPercent !== highPercent) {
    return m.compare_range({ low, high: signed(highPercent, language) });
  }
  return {
    exact: low,
    about: m.compare_bound_about({ value: low }),
    at_least: m.compare_growth_at_least({ value: low }),
    at_most: m.compare_growth_at_most({ value: low }),
  }[bound];
}

/** Why no growth is said. */
export function noGrowthWords(
  why: ComparisonLine['noGrowth'] | ComparedPart['noGrowth'],
  count: number,
): string {
  if (why === 'first_days_against_whole') return m.compare_no_growth_first_days({ count });
  if (why === 'own_withheld') return m.compare_no_growth_withheld();
  if (why === 'other_ground') return m.compare_no_growth_ground();
  return m.compare_no_growth_lacks();
}

export const originWords: Record<ComparedPart['origin'], () => string> = {
  inProvince: m.compare_o_in_province,
  otherProvince: m.compare_o_other_province,
  foreign: m.compare_o_foreign,
};

/** Parts of a fair that a figure may be of. */
export const partWords: Record<PastFigure['part'], () => string> = {
  whole: m.compare_p_whole,
  in_province: m.compare_p_in_province,
  other_province: m.compare_p_other_province,
  foreign: m.compare_p_foreign,
  ocop: m.compare_p_ocop,
  place: m.compare_p_place,
  country: m.compare_p_country,
  other: m.compare_p_other,
};

/** Arithmetic as it is written in this language: thousands apart, a true minus. */
export const arithmeticWords = (formula: string, language: Language): string =>
  formula
    .replace(/\d+(\.\d+)?/g, (number) => Number(number).toLocaleString(tagOf(language)))
    .replace(/-/g, '−');
