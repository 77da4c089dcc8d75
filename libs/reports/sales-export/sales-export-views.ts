import { endOfDayWords } from '../report/end-of-day.words';
import type { ReportLanguage } from '../report/report.rules';
import {
  count,
  eachOf,
  milli,
  text,
  type Value,
  type View,
  type ViewColumn,
  vnd,
} from '../report/workbook/view';
import { wallTime } from '../report/workbook/wall-time';
import { statementWords } from '../statement/statement.words';
import type { ExportedLine, SalesExportContent } from './sales-export.rules';
import { salesExportTitle, salesExportWords } from './sales-export.words';

const number = (title: string, width = 16): ViewColumn => ({ title, width, isNumber: true });
const name = (title: string, width = 16): ViewColumn => ({ title, width });

/** The lines, head in the first row as importers ask for it; then how to read them. */
export function salesExportViews(
  content: SalesExportContent,
  contentHash: string,
  language: ReportLanguage,
): [lines: View, about: View] {
  const words = salesExportWords[language];
  const common = endOfDayWords[language];
  const stated = statementWords[language];
  const { fair, exhibitor } = content;
  const lines: View = {
    name: words.lines,
    title: salesExportTitle(content, words),
    isPlain: true,
    columns: [
      name(words.number, 18),
      name(words.day, 12),
      name(words.time, 20),
      name(words.kind, 12),
      name(words.original, 18),
      name(words.takenBack, 14),
      name(words.taxCode),
      name(words.seller, 40),
      name(words.buyer, 28),
      name(words.payment, 14),
      number(words.line, 8),
      name(words.productCode, 16),
      name(words.name, 44),
      name(words.unit, 12),
      number(words.quantity, 12),
      number(words.unitVnd),
      number(words.discount),
      number(words.net),
      name(words.rate, 10),
      number(words.vat),
      number(words.amount),
    ],
    rows: eachOf(content.lines, (line): Value[] => [
      text(line.number),
      { day: line.day },
      { moment: wallTime(new Date(line.at), fair.timeZone) },
      text(words.kinds[line.kind]),
      text(line.originalNumber ?? ''),
      text(words.takenBackStates[line.takenBack]),
      text(exhibitor.taxCode ?? ''),
      text(exhibitor.name),
      text(words.noBuyer),
      text(paymentOf(line)),
      count(line.lineNo),
      text(line.productCode),
      text(line.name),
      text(line.unit),
      milli(line.quantityMilli),
      vnd(line.unitVnd),
      vnd(line.discountVnd),
      vnd(line.netVnd),
      text(line.ratePercent === null ? '' : `${line.ratePercent}%`),
      line.vatVnd === null ? text('') : vnd(line.vatVnd),
      vnd(line.amountVnd),
    ]),
  };
  const about: View = {
    name: words.about,
    title: salesExportTitle(content, words),
    note: fair.isDemo ? `${common.demo}. ${common.demoNote}` : '',
    columns: [name(common.figureColumn, 34), name(common.meaningColumn, 100)],
    rows: [
      [
        text(common.stateLabel),
        text(
          content.isProvisional
            ? `${stated.provisional}. ${stated.provisionalNote}`
            : `${stated.closed}. ${stated.closedNote}`,
        ),
      ],
      [text(common.closedAtLabel), { moment: wallTime(new Date(content.asOf), fair.timeZone) }],
      [text(words.net), vnd(content.totals.netVnd)],
      [text(words.vat), vnd(content.totals.vatVnd)],
      [text(words.amount), vnd(content.totals.amountVnd)],
      [text(stated.contentHash), text(contentHash)],
      ...words.aboutList.map(([term, meaning]) => [text(term), text(meaning)]),
    ],
  };
  return [lines, about];
}

/** As invoices write it: TM for cash, CK for anything that leaves a trace at a bank. */
function paymentOf({ methods }: ExportedLine): string {
  const isCash = methods.includes('cash');
  const isOther = methods.some((method) => method !== 'cash');
  return isCash && isOther ? 'TM/CK' : isCash ? 'TM' : isOther ? 'CK' : '';
}
