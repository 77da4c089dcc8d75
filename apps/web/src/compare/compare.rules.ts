import { csvText } from '@phien/kernel';
import type {
  ComparedPart,
  ComparedValue,
  Comparison,
  Growth,
  PastFair,
  PastFigure,
} from './compare-requests';

export type Kind = PastFigure['kind'];
export type Exactness = PastFigure['exactness'];

/** A value that sources agree on, or one side of a contradiction. */
export interface Said {
  value: number;
  exactness: Exactness;
  firstDays: number;
  isPlanned: boolean;
}

/** What stands in a cell of the table: every different statement about a kind, each once. */
export function saidOf(fair: PastFair, kind: Kind): Said[] {
  const said = new Map<string, Said>();
  for (const each of fair.figures) {
    if (each.kind !== kind || each.part !== 'whole' || each.retractedReason !== null) continue;
    const { value, exactness, firstDays, isPlanned } = each;
    const key = [value, exactness, firstDays].join(' ');
    if (!said.has(key)) said.set(key, { value, exactness, firstDays, isPlanned });
  }
  return [...said.values()];
}

/** Statements about the whole fair that may be compared with. */
export const choicesOf = (fair: PastFair, kind: Kind): PastFigure[] =>
  fair.figures.filter(
    (each) =>
      each.kind === kind &&
      each.part === 'whole' &&
      each.firstDays === 0 &&
      each.retractedReason === null,
  );

const HEAD = [
  'fair',
  'name_vi',
  'first_day',
  'last_day',
  'kind',
  'part',
  'first_days',
  'value',
  'exactness',
  'is_planned',
  'publisher',
  'title',
  'address',
  'published_on',
  'retracted',
];

/** Every statement on a line of its own, to be counted again in a spreadsheet. */
export function csvOf(fairs: readonly PastFair[]): string {
  const lines = fairs.flatMap((fair) =>
    fair.figures.map((each) => [
      fair.code,
      fair.nameVi,
      fair.firstDay,
      fair.lastDay,
      each.kind,
      each.place?.nameVi ?? (each.part === 'other' ? each.partVi : each.part),
      each.firstDays,
      each.value,
      each.exactness,
      each.isPlanned,
      each.source.publisher,
      each.source.title,
      each.source.address,
      each.source.publishedOn,
      each.retractedReason,
    ]),
  );
  return csvText([HEAD, ...lines]);
}

const rangeCells = (value: ComparedValue | null) => [
  value?.low ?? null,
  value?.high ?? null,
  value?.bound ?? null,
];

/* In whole parts of a thousand: a decimal sign is read as a date, or as thousands, in half of the world. */
const growthCells = (growth: Growth | null) => [
  growth && Math.round(growth.lowPercent * 10),
  growth && Math.round(growth.highPercent * 10),
  growth?.bound ?? null,
  growth?.formula ?? null,
];

const RANGE = ['low', 'high', 'bound'];
const GROWTH = ['growth_low_permille', 'growth_high_permille', 'growth_bound', 'formula'];
const WHICH = ['own', 'base', 'finished_days', 'of_days', 'is_provisional', 'as_of'];

const whichCells = ({ own, base }: Comparison) => [
  own.nameVi,
  base.nameVi,
  own.finishedDays,
  own.days,
  own.isProvisional,
  own.asOf,
];

/** Every measure with its base, its arithmetic and who says so. */
export const linesCsv = (comparison: Comparison): string =>
  csvText([
    ['measure', 'basis', 'own_value', ...RANGE, ...GROWTH, 'no_growth', 'sources', ...WHICH],
    ...comparison.lines.map((line) => [
      line.measure,
      line.basis,
      line.ownValue,
      ...rangeCells(line.base),
      ...growthCells(line.growth),
      line.noGrowth,
      [...new Set(line.figures.map(({ source }) => source.publisher))].join('; '),
      ...whichCells(comparison),
    ]),
  ]);

/** The first days of both fairs, by their number. */
export const daysCsv = (comparison: Comparison): string => {
  const named = (what: string, names: readonly string[]) => names.map((name) => `${what}_${name}`);
  return csvText([
    [
      'number',
      'day',
      ...['revenue', 'visits'].flatMap((what) => [
        `${what}_to_date`,
        ...named(`${what}_base`, RANGE),
        ...named(what, GROWTH),
      ]),
      ...WHICH,
    ],
    ...comparison.days.map((day) => [
      day.number,
      day.day,
      day.revenueToDateVnd,
      ...rangeCells(day.baseRevenueToDate),
      ...growthCells(day.revenueGrowth),
      day.visitsToDate,
      ...rangeCells(day.baseVisitsToDate),
      ...growthCells(day.visitsGrowth),
      ...whichCells(comparison),
    ]),
  ]);
};

/** A place of ours of which the base says nothing. */
export const isOursAlone = ({ kind, base, missing }: ComparedPart): boolean =>
  kind !== 'origin' && base === null && missing.length === 0;

const named = (places: ComparedPart['places']) => places.map(({ nameVi }) => nameVi).join('; ');

/** Revenue by origin and by place, with the units of both times. */
export const partsCsv = (comparison: Comparison): string =>
  csvText([
    [
      ...['kind', 'origin', 'places', 'now', 'missing', 'basis', 'own_revenue_vnd'],
      ...RANGE,
      ...GROWTH,
      ...['no_growth', 'sources'],
      ...WHICH,
      'with_declared',
    ],
    ...comparison.parts.map((part) => [
      part.kind,
      part.origin,
      named(part.places),
      named(part.now),
      named(part.missing),
      part.basis,
      part.ownVnd,
      ...rangeCells(part.base),
      ...growthCells(part.growth),
      part.noGrowth,
      [...new Set(part.figures.map(({ source }) => source.publisher))].join('; '),
      ...whichCells(comparison),
      comparison.isDeclaredInParts,
    ]),
  ]);
