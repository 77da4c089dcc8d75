import type { PastFair, PastFigure } from './compare-requests';

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
  /* The mark at the start tells a spreadsheet that this is UTF-8. */
  return `\uFEFF${[HEAD, ...lines].map((line) => line.map(cellOf).join(',')).join('\r\n')}\r\n`;
}

/* A text that a spreadsheet would compute is told as a text. */
function cellOf(value: string | number | boolean | null): string {
  const text = typeof value === 'string' ? value.replace(/^[=+\-@\t\r]/, "'$&") : `${value ?? ''}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
