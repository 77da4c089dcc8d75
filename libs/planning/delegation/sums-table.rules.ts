import type { Language, Sentence } from '@phien/kernel';
import type { BoothSumsDto, DelegationSumsDto } from './sums.dto';
import { boothsIn } from './sums.rules';

/** How a cell of the table is to be read. */
export type SumsUnit = 'words' | 'count' | 'sixths';

export interface SumsColumn {
  title: Sentence;
  unit: SumsUnit;
}

const FIGURES = [
  ['quota', 'count', { vi: 'Chỉ tiêu (gian)', en: 'Quota (booths)' }],
  ['keptBooths', 'count', { vi: 'Cụm (gian)', en: 'Cluster (booths)' }],
  ['givenInsideSixths', 'sixths', { vi: 'Đã giao trong cụm', en: 'Given in the cluster' }],
  ['givenOutsideSixths', 'sixths', { vi: 'Đã giao ngoài cụm', en: 'Given elsewhere' }],
  ['givenSixths', 'sixths', { vi: 'Đã giao', en: 'Given' }],
  ['quotaLeftSixths', 'sixths', { vi: 'Còn theo chỉ tiêu', en: 'Left of the quota' }],
  ['keptFreeSixths', 'sixths', { vi: 'Cụm còn trống', en: 'Free in the cluster' }],
  [
    'keptHeldByOthersSixths',
    'sixths',
    { vi: 'Cụm do đơn vị ngoài đoàn giữ', en: 'Cluster held by others' },
  ],
  ['exhibitors', 'count', { vi: 'Đơn vị', en: 'Exhibitors' }],
  ['exhibitorsWithoutBooth', 'count', { vi: 'Đơn vị chưa có gian', en: 'Without a booth' }],
] as const satisfies readonly (readonly [keyof BoothSumsDto, SumsUnit, Sentence])[];

export const SUMS_COLUMNS: readonly SumsColumn[] = [
  { title: { vi: 'Đoàn', en: 'Delegation' }, unit: 'words' },
  ...FIGURES.map(([, unit, title]) => ({ unit, title })),
  { title: { vi: 'Ghi chú', en: 'Notes' }, unit: 'words' },
];

export type SumsCell = string | number | null;

export interface SumsTable {
  /** Cells by column; shares are numbers of sixths. */
  rows: SumsCell[][];
  /** The row of sums, below the others. */
  total: SumsCell[];
  /** What stands under the table, a line each. */
  foot: string[];
}

/** The table that the screen shows, for a file. `asOf` is already in the fair's own time. */
export function sumsTable(sums: DelegationSumsDto, asOf: string, language: Language): SumsTable {
  const say = (sentence: Sentence) => sentence[language];
  const figures = (row: BoothSumsDto) => FIGURES.map(([name]) => row[name]);
  const notes = (said: readonly Sentence[]) => said.map(say).join(' ');
  const { total } = sums;
  const free = boothsIn(total.fairFreeSixths);
  return {
    rows: sums.rows.map((row) => [
      row.delegationId === null
        ? say({ vi: 'Không theo đoàn', en: 'Without a delegation' })
        : ((language === 'vi' ? row.nameVi : row.nameEn) ?? ''),
      ...figures(row),
      notes(row.notes),
    ]),
    total: [say({ vi: 'Cộng', en: 'Sum' }), ...figures(total), notes(total.notes)],
    foot: [
      say({
        vi: `Hội chợ có ${total.fairBooths} gian bán hàng, còn trống ${free} gian.`,
        en: `The fair has ${total.fairBooths} booths for selling, ${free} of them free.`,
      }),
      say({ vi: `Tính đến ${asOf}.`, en: `As of ${asOf}.` }),
    ],
  };
}
