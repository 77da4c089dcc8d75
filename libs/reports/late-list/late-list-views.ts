import { endOfDayWords } from '../report/end-of-day.words';
import type { ReportLanguage } from '../report/report.rules';
import { text, type Value, type View, type ViewColumn, vnd } from '../report/workbook/view';
import { wallTime } from '../report/workbook/wall-time';
import { statementWords } from '../statement/statement.words';
import type { LateListContent } from './late-list.rules';
import { lateListTitle, lateListWords } from './late-list.words';

const number = (title: string, width = 18): ViewColumn => ({ title, width, isNumber: true });
const name = (title: string, width = 18): ViewColumn => ({ title, width });

/** A sheet of what came late and one of what was set aside; what the two share stands in the same columns. */
export function lateListViews(
  content: LateListContent,
  language: ReportLanguage,
): [late: View, setAside: View] {
  const words = lateListWords[language];
  const common = endOfDayWords[language];
  const stated = statementWords[language];
  const { timeZone } = content.fair;
  const moment = (iso: string | null): Value =>
    iso === null ? text('') : { moment: wallTime(new Date(iso), timeZone) };
  const kindOf = (kind: string | null) =>
    text(kind === null ? stated.unreadable : (stated.kinds[kind] ?? kind));
  const [date = '', time = ''] = wallTime(new Date(content.asOf), timeZone)
    .toISOString()
    .split('T');
  const asOf = `${time.slice(0, 5)} ${date.split('-').reverse().join('/')}`;
  const title = lateListTitle(content, words);
  const shared = [
    name(stated.numberColumn),
    name(stated.kindColumn, 14),
    name(stated.dayColumn, 12),
    name(stated.timeColumn, 20),
    name(stated.receivedAtColumn, 20),
    name(common.boothColumn, 8),
    name(common.exhibitorColumn, 44),
    name(common.cashierColumn, 24),
    number(stated.moneyColumn),
  ];
  return [
    {
      name: words.late,
      title,
      note: words.lateNote(asOf),
      columns: [...shared, name(stated.revisionColumn), name(words.flags, 60)],
      rows: content.late.map((one) => [
        text(one.number),
        kindOf(one.kind),
        { day: one.day },
        moment(one.at),
        moment(one.receivedAt),
        text(one.boothCode),
        text(one.exhibitorName),
        text(one.cashier),
        vnd(one.totalVnd),
        text(one.revision === null ? words.waits : common.revision(one.revision)),
        text(one.flags.map((flag) => words.flagWords[flag] ?? flag).join('; ')),
      ]),
    },
    {
      name: words.setAside,
      title,
      note: words.setAsideNote(asOf),
      columns: [
        ...shared,
        name(words.decision, 30),
        name(stated.whyColumn, 60),
        name(words.code, 24),
        name(words.reason, 40),
        name(words.decidedBy, 24),
        name(words.decidedAt, 20),
      ],
      rows: content.setAside.map((one) => [
        text(one.number),
        kindOf(one.kind),
        { day: one.day },
        moment(one.at),
        moment(one.receivedAt),
        text(one.boothCode),
        text(one.exhibitorName),
        text(one.cashier ?? ''),
        vnd(one.totalVnd),
        text(words.states[one.state]),
        text(common.pick(one.whyVi, one.whyEn)),
        text(one.code),
        text(one.reason ?? ''),
        text(one.decidedByName ?? ''),
        moment(one.decidedAt),
      ]),
    },
  ];
}

/** Both lists as one table, for a file of plain lines. */
export function lateListTable(content: LateListContent, language: ReportLanguage): View {
  const words = lateListWords[language];
  const [late, setAside] = lateListViews(content, language);
  return {
    name: words.list,
    title: late.title,
    columns: [name(words.list), ...setAside.columns],
    rows: [
      ...Array.from(late.rows, (row) => [
        text(words.late),
        ...row,
        ...Array.from({ length: setAside.columns.length - row.length }, () => text('')),
      ]),
      ...Array.from(setAside.rows, (row) => [text(words.setAside), ...row]),
    ],
  };
}
