import { endOfDayWords } from '../report/end-of-day.words';
import type { ReportLanguage } from '../report/report.rules';
import {
  count,
  milli,
  text,
  type Value,
  type View,
  type ViewColumn,
  vnd,
} from '../report/workbook/view';
import { wallTime } from '../report/workbook/wall-time';
import type { StatedDocument, StatementContent, StatementTotals } from './statement.rules';
import { statementTitle, statementWords } from './statement.words';

const number = (title: string, width = 18): ViewColumn => ({ title, width, isNumber: true });
const name = (title: string, width = 34): ViewColumn => ({ title, width });
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

/** Every sheet of a statement, in the order it is read. */
export function statementViews(
  content: StatementContent,
  contentHash: string,
  language: ReportLanguage,
): View[] {
  const words = statementWords[language];
  const common = endOfDayWords[language];
  const { fair, exhibitor, totals } = content;
  const moment = (iso: string | null, none = '–'): Value =>
    iso === null ? text(none) : { moment: wallTime(new Date(iso), fair.timeZone) };
  const kindOf = (kind: string | null) =>
    text(kind === null ? words.unreadable : (words.kinds[kind] ?? kind));
  const revisionOf = (revision: number | null) =>
    text(revision === null ? words.notClosed : common.revision(revision));
  const row = (label: string, value: Value, note = '') => [text(label), value, text(note)];
  const taxed = content.vat.filter(({ vatVnd }) => vatVnd !== null);

  const money = (of: StatementTotals) => [
    count(of.salesCount),
    vnd(of.salesVnd),
    vnd(of.refundVnd),
    vnd(of.voidVnd),
    vnd(of.revenueVnd),
    vnd(of.declaredVnd),
  ];
  const documents = (
    sheet: string,
    title: string,
    note: string,
    all: readonly StatedDocument[],
  ): View => ({
    name: sheet,
    title,
    note,
    columns: [
      name(words.numberColumn, 18),
      name(words.kindColumn, 14),
      name(words.dayColumn, 14),
      name(words.timeColumn, 22),
      name(words.receivedAtColumn, 22),
      name(common.boothColumn, 10),
      name(common.cashierColumn, 26),
      name(words.originalColumn, 18),
      name(words.revisionColumn, 12),
      number(words.moneyColumn),
    ],
    rows: all.map((one) => [
      text(one.number),
      kindOf(one.kind),
      { day: one.day },
      moment(one.at),
      moment(one.receivedAt),
      text(one.boothCode),
      text(one.cashier),
      text(one.originalNumber ?? ''),
      revisionOf(one.revision),
      vnd(one.totalVnd),
    ]),
    total: [
      text(common.total),
      ...Array.from({ length: 8 }, () => text('')),
      vnd(sum(all.map(({ totalVnd }) => totalVnd))),
    ],
  });

  return [
    {
      name: words.sheets.overview,
      title: statementTitle(content, words),
      note: fair.isDemo ? `${common.demo}. ${common.demoNote}` : '',
      columns: [
        name(common.figureColumn, 36),
        name(common.valueColumn, 44),
        name(common.noteColumn, 70),
      ],
      rows: [
        row(common.exhibitorColumn, text(exhibitor.name), words.taxCode(exhibitor.taxCode)),
        row(common.fairName, text(common.pick(fair.nameVi, fair.nameEn))),
        row(common.venue, text(common.pick(fair.venueVi, fair.venueEn))),
        row(common.day, content.day === null ? text(words.wholeFair) : { day: content.day }),
        row(
          common.stateLabel,
          text(content.isProvisional ? words.provisional : words.closed),
          content.isProvisional ? words.provisionalNote : words.closedNote,
        ),
        row(common.closedAtLabel, moment(content.asOf), common.timeZone(fair.timeZone)),
        row(`${words.revenue} (${common.vnd})`, vnd(totals.revenueVnd), words.revenueNote),
        row(words.sales, count(totals.salesCount)),
        row(words.salesVndColumn, vnd(totals.salesVnd)),
        row(common.refundsLabel, count(totals.refundCount)),
        row(words.refundsColumn, vnd(totals.refundVnd)),
        row(common.voidsLabel, count(totals.voidCount)),
        row(words.voidsColumn, vnd(totals.voidVnd)),
        row(
          `${words.declared} (${common.vnd})`,
          vnd(totals.declaredVnd),
          totals.declaredVnd === null ? words.notDeclared : words.declaredNote,
        ),
        row(
          `${words.vat} (${common.vnd})`,
          vnd(taxed.length === 0 ? null : sum(taxed.map(({ vatVnd }) => vatVnd ?? 0))),
          taxed.length === 0 ? words.noVat : words.vatNote,
        ),
        row(words.documents, count(totals.documentCount), words.documentsNote),
        row(words.documentsHash, text(content.documentsHash)),
        row(words.contentHash, text(contentHash), words.sealNote),
      ],
    },
    {
      name: words.sheets.days,
      title: words.byDay,
      columns: [
        name(words.dayColumn, 14),
        name(words.revisionColumn, 14),
        number(common.salesColumn, 12),
        number(words.salesVndColumn),
        number(words.refundsColumn),
        number(words.voidsColumn),
        number(common.revenueColumn),
        number(common.declaredColumn),
        name(words.closingHashes, 70),
      ],
      rows: content.days.map((day) => [
        { day: day.day },
        revisionOf(day.revision),
        ...money(day),
        text(day.closingHash ?? ''),
      ]),
      total: [text(common.total), text(''), ...money(totals), text('')],
    },
    {
      name: words.sheets.products,
      title: words.byProduct,
      columns: [
        name(words.productColumn, 54),
        name(words.unitColumn, 14),
        number(words.soldColumn, 14),
        number(words.returnedColumn, 14),
        number(common.revenueColumn),
      ],
      rows: content.products.map((product) => [
        text(product.name),
        text(product.unit),
        milli(product.soldMilli),
        milli(product.returnedMilli),
        vnd(product.revenueVnd),
      ]),
      total: [text(common.total), text(''), text(''), text(''), vnd(totals.revenueVnd)],
    },
    {
      name: words.sheets.methods,
      title: words.byMethod,
      columns: [
        name(common.methodColumn, 34),
        number(common.paymentsColumn, 16),
        number(words.receivedColumn),
        number(words.givenBackColumn),
        number(words.netColumn),
      ],
      rows: content.methods.map((method) => [
        text(common.methods[method.method]),
        count(method.paymentCount),
        vnd(method.receivedVnd),
        vnd(method.givenBackVnd),
        vnd(method.netVnd),
      ]),
      total: [
        text(common.total),
        count(sum(content.methods.map(({ paymentCount }) => paymentCount))),
        vnd(sum(content.methods.map(({ receivedVnd }) => receivedVnd))),
        vnd(sum(content.methods.map(({ givenBackVnd }) => givenBackVnd))),
        vnd(totals.revenueVnd),
      ],
    },
    {
      name: words.sheets.vat,
      title: words.byVat,
      columns: [name(words.rateColumn, 24), number(words.amountColumn), number(words.vatColumn)],
      rows: content.vat.map((rate) => [
        text(words.rate(rate.ratePercent)),
        vnd(rate.amountVnd),
        vnd(rate.vatVnd),
      ]),
      total: [
        text(common.total),
        vnd(totals.revenueVnd),
        vnd(sum(content.vat.map(({ vatVnd }) => vatVnd ?? 0))),
      ],
    },
    {
      name: words.sheets.booths,
      title: words.byBooth,
      columns: [
        name(common.boothColumn, 14),
        number(common.salesColumn),
        number(common.revenueColumn),
      ],
      rows: content.booths.map((booth) => [
        text(booth.boothCode),
        count(booth.salesCount),
        vnd(booth.revenueVnd),
      ]),
      total: [text(common.total), count(totals.salesCount), vnd(totals.revenueVnd)],
    },
    {
      name: words.sheets.shifts,
      title: words.byShift,
      note: words.shiftNote,
      columns: [
        name(words.dayColumn, 14),
        name(common.boothColumn, 10),
        name(common.registerColumn, 18),
        name(common.cashierColumn, 26),
        name(common.openedColumn, 22),
        name(common.closedColumn, 22),
        ...[
          common.floatColumn,
          common.cashSalesColumn,
          common.cashMovedColumn,
          common.expectedColumn,
          common.countedColumn,
          common.cashDifferenceColumn,
        ].map((title) => number(`${title} (${common.vnd})`)),
      ],
      rows: content.shifts.map((shift) => [
        { day: shift.day },
        text(shift.boothCode),
        text(shift.registerName),
        text(shift.cashier),
        moment(shift.openedAt),
        moment(shift.closedAt, common.shiftOpen),
        vnd(shift.floatVnd),
        vnd(shift.cashVnd),
        vnd(shift.movedVnd),
        vnd(shift.expectedVnd),
        vnd(shift.countedVnd),
        vnd(shift.differenceVnd),
      ]),
      total: [
        text(common.total),
        ...Array.from({ length: 6 }, () => text('')),
        vnd(sum(content.shifts.map(({ cashVnd }) => cashVnd))),
        ...Array.from({ length: 3 }, () => text('')),
        vnd(sum(content.shifts.map(({ differenceVnd }) => differenceVnd ?? 0))),
      ],
    },
    documents(words.sheets.takenBack, words.takenBackList, '', content.takenBack),
    documents(words.sheets.late, words.late, words.lateNote, content.late),
    {
      name: words.sheets.setAside,
      title: words.setAside,
      note: words.setAsideNote,
      columns: [
        name(words.numberColumn, 18),
        name(words.kindColumn, 14),
        name(words.dayColumn, 14),
        name(words.timeColumn, 22),
        name(common.boothColumn, 10),
        number(words.moneyColumn),
        name(words.whyColumn, 70),
      ],
      rows: content.setAside.map((one) => [
        text(one.number),
        kindOf(one.kind),
        { day: one.day },
        moment(one.at),
        text(one.boothCode),
        vnd(one.totalVnd),
        text(common.pick(one.whyVi, one.whyEn)),
      ]),
    },
    {
      name: words.sheets.definitions,
      title: words.definitions,
      columns: [name(common.figureColumn, 30), name(common.meaningColumn, 100)],
      rows: words.definitionList.map(([term, meaning]) => [text(term), text(meaning)]),
    },
  ];
}
