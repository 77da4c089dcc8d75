import { formatVnd } from '@phien/kernel';
import { dayInFigures } from '../paper/day-in-figures';
import { endOfDayWords } from '../report/end-of-day.words';
import { localTime } from '../report/end-of-day/head-parts';
import type { ReportLanguage } from '../report/report.rules';
import type { Bound } from '../history/comparison.rules';
import { type FinalField, printedText } from './final-field.rules';
import type { FinalComparisonLine, FinalReportContent } from './final-report.rules';
import { finalReportWords } from './final-report.words';

/** A field as it is printed: what it is called, what it says, and on what that stands. */
export interface ToldField {
  no: string;
  name: string;
  text: string;
  source: string;
}

export interface ToldDay {
  day: string;
  closing: string;
  revenue: string;
  declared: string;
  sales: string;
  visits: string;
}

export interface ToldMeasure {
  measure: string;
  own: string;
  base: string;
  growth: string;
}

/** A report in the words of one language: what both its Word file and its PDF are made of. */
export interface ToldReport {
  title: string;
  fairName: string;
  venue: string;
  asOf: string;
  state: string;
  stateNote: string;
  fields: ToldField[];
  days: ToldDay[];
  total: ToldDay;
  comparison: {
    title: string;
    note: string;
    lines: ToldMeasure[];
    sources: string[];
  } | null;
}

/** The report in one language's words. */
export function toldReport(content: FinalReportContent, language: ReportLanguage): ToldReport {
  const words = finalReportWords[language];
  const common = endOfDayWords[language];
  const { fair, comparison } = content;
  const at = (iso: string) => {
    const { time, date } = localTime(new Date(iso), fair.timeZone);
    return `${time.slice(0, 5)} ${date}`;
  };
  const number = (amount: number) =>
    new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(amount);
  const sum = (of: (day: FinalReportContent['days'][number]) => number) =>
    number(content.days.reduce((total, day) => total + of(day), 0));
  const sources = comparison?.lines.flatMap((line) => line.sources) ?? [];
  return {
    title: words.title,
    fairName: common.pick(fair.nameVi, fair.nameEn),
    venue: common.pick(fair.venueVi, fair.venueEn),
    asOf: `${at(content.asOf)} (${common.timeZone(fair.timeZone)})`,
    state: content.isProvisional ? words.provisional : words.settled,
    stateNote: content.isProvisional ? words.provisionalNote : words.settledNote,
    fields: content.fields.map((field, n) => ({
      no: String(n + 1),
      name: common.pick(field.nameVi, field.nameEn),
      text: printedText(field, language) || words.unsaid,
      source: sourceOf(field, language, { asOf: at(content.asOf), at }),
    })),
    days: content.days.map((day) => ({
      day: dayInFigures(day.day),
      closing: day.revision === null ? words.notClosed : common.revision(day.revision),
      revenue: number(day.revenueVnd),
      declared: number(day.declaredVnd),
      sales: number(day.salesCount),
      visits: number(day.entries),
    })),
    total: {
      day: common.total,
      closing: '',
      revenue: sum((day) => day.revenueVnd),
      declared: sum((day) => day.declaredVnd),
      sales: sum((day) => day.salesCount),
      visits: sum((day) => day.entries),
    },
    comparison: comparison && {
      title: words.comparison(common.pick(comparison.nameVi, comparison.nameEn)),
      note: words.comparisonNote,
      lines: comparison.lines.map((line) => toldMeasure(line, language)),
      sources: [...new Set(sources)],
    },
  };
}

/* Whoever reads a person's words also reads what the ledger said in their place. */
function sourceOf(
  field: FinalField,
  language: ReportLanguage,
  { asOf, at }: { asOf: string; at: (iso: string) => string },
): string {
  const words = finalReportWords[language];
  const source = field.source?.[language] ?? '';
  if (field.state === 'from_ledger') return words.fromLedger(source, asOf);
  if (field.written === null) return '';
  const by = words.writtenBy(field.written.byName, at(field.written.at));
  const ledger = field.ledger?.[language] ?? '';
  return ledger === '' ? by : `${by} ${words.insteadOf(ledger, source)}`;
}

function toldMeasure(line: FinalComparisonLine, language: ReportLanguage): ToldMeasure {
  const words = finalReportWords[language];
  const isMoney = line.measure.startsWith('revenue');
  const shown = (amount: number) =>
    isMoney
      ? formatVnd(amount, language)
      : new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(amount);
  const percent = (tenths: number) =>
    `${tenths > 0 ? '+' : ''}${new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    }).format(tenths / 10)} %`;
  const bounded = (text: string, bound: Bound) =>
    bound === 'exact' ? text : words.bounds[bound](text);
  const range = (low: string, high: string) => (low === high ? low : words.range(low, high));
  const { base, growth, noGrowth } = line;
  return {
    measure: words.measures[line.measure],
    own: line.ownValue === null ? words.lacking : shown(line.ownValue),
    base:
      base === null
        ? words.lacking
        : `${base.low === base.high ? bounded(shown(base.low), base.bound) : range(shown(base.low), shown(base.high))}${base.isConflict ? ` (${words.conflict})` : ''}`,
    growth:
      growth === null
        ? noGrowth === null
          ? words.lacking
          : words.noGrowths[noGrowth]
        : growth.lowTenths === growth.highTenths
          ? bounded(percent(growth.lowTenths), growth.bound)
          : range(percent(growth.lowTenths), percent(growth.highTenths)),
  };
}
