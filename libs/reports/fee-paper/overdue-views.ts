import type { FeeStandingsDto } from '@phien/planning';
import type { ReportLanguage } from '../report/report.rules';
import { text, vnd, type View } from '../report/workbook/view';
import { feePaperWords } from './fee-paper.words';

/** Who owes what was due, the most first, and whom to ask; as a sheet. */
export function overdueView({ today, standings }: FeeStandingsDto, language: ReportLanguage): View {
  const words = feePaperWords[language];
  const overdue = standings
    .filter(({ overdueVnd }) => overdueVnd > 0)
    .sort((a, b) => b.overdueVnd - a.overdueVnd);
  const sum = (of: 'overdueVnd' | 'owedVnd') =>
    vnd(overdue.reduce((total, standing) => total + standing[of], 0));
  return {
    name: words.overdueSheet,
    title: words.overdueTitle,
    note: words.asOf(today),
    columns: [
      { title: words.payerColumn, width: 48 },
      { title: words.reference, width: 22 },
      { title: words.overdueColumn, width: 18, isNumber: true },
      { title: words.owedColumn, width: 18, isNumber: true },
      { title: words.dueColumn, width: 14 },
      { title: words.contactColumn, width: 30 },
      { title: words.phoneColumn, width: 18 },
      { title: words.mailColumn, width: 30 },
    ],
    rows: overdue.map((standing) => [
      text(language === 'vi' ? standing.nameVi : standing.nameEn),
      text(standing.reference),
      vnd(standing.overdueVnd),
      vnd(standing.owedVnd),
      standing.dueOn === null ? text('') : { day: standing.dueOn },
      text(standing.contactName ?? ''),
      text(standing.contactPhone ?? ''),
      text(standing.contactMail ?? ''),
    ]),
    total: [
      text(words.total),
      text(''),
      sum('overdueVnd'),
      sum('owedVnd'),
      ...Array.from({ length: 4 }, () => text('')),
    ],
  };
}
