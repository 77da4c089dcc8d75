import { isOneBoothsMoney } from '../../closing/closing.rules';
import {
  changeOfRevenue,
  type ClosingFigures,
  rankedBooths,
  splitsShown,
} from '../../closing/figures.rules';
import { calibrationLines } from '../calibration-lines';
import type { EndOfDayWords } from '../end-of-day.words';
import type { ReportSubject } from '../report-subject';
import { sharesOf } from '../shares.rules';
import { wallTime } from './wall-time';
import { count, share, text, type Value, type View, type ViewColumn, vnd } from './view';

interface Wish extends ReportSubject {
  words: EndOfDayWords;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const number = (title: string, width = 16): ViewColumn => ({ title, width, isNumber: true });
const name = (title: string, width = 34): ViewColumn => ({ title, width });

/** Every sheet of the workbook, in the order of the report. */
export function viewsOf(wish: Wish): View[] {
  return [
    overview(wish),
    zones(wish),
    ...parts(wish),
    ...hours(wish),
    booths(wish),
    shifts(wish),
    visits(wish),
    late(wish),
    coverage(wish),
    definitions(wish),
  ];
}

function overview({ closing, words }: Wish): View {
  const { fair, totals, visits: counted, coverage: known, closedByName } = closing.figures;
  const row = (label: string, value: Value, note = '') => [text(label), value, text(note)];
  return {
    name: words.sheets.overview,
    title: `${words.title} – ${words.pick(fair.nameVi, fair.nameEn)}`,
    note: fair.isDemo ? `${words.demo}. ${words.demoNote}` : '',
    columns: [
      name(words.figureColumn, 36),
      name(words.valueColumn, 44),
      name(words.noteColumn, 60),
    ],
    rows: [
      row(words.fairName, text(words.pick(fair.nameVi, fair.nameEn))),
      row(words.venue, text(words.pick(fair.venueVi, fair.venueEn))),
      row(words.day, { day: closing.day }),
      row(words.revisionLabel, count(closing.revision)),
      row(
        words.stateLabel,
        text(closing.isComplete ? words.complete : words.provisional),
        closing.isComplete
          ? words.completeNote
          : words.provisionalNote(known.unclosedRegisters.length),
      ),
      row(
        words.closedAtLabel,
        { moment: wallTime(closing.closedAt, fair.timeZone) },
        words.timeZone(fair.timeZone),
      ),
      row(words.closedByLabel, text(closedByName ?? words.closedByItself)),
      row(words.reasonLabel, text(words.reason(closing.reason))),
      row(`${words.revenue} (${words.vnd})`, vnd(totals.revenueVnd)),
      row(`${words.measured} (${words.vnd})`, vnd(totals.measuredVnd), words.measuredNote),
      row(
        `${words.declared} (${words.vnd})`,
        totals.isDeclaredCollected ? vnd(totals.declaredVnd) : text(words.notCollected),
        totals.isDeclaredCollected
          ? words.declaredNote(String(totals.declaredBooths ?? 0))
          : words.notCollectedNote,
      ),
      row(words.salesCount, count(totals.salesCount), words.salesCountNote),
      row(`${words.average} (${words.vnd})`, vnd(totals.averageVnd), words.averageNote),
      row(words.refundsLabel, count(totals.refundCount)),
      row(`${words.refundsLabel} (${words.vnd})`, vnd(totals.refundVnd)),
      row(words.voidsLabel, count(totals.voidCount)),
      row(`${words.voidsLabel} (${words.vnd})`, vnd(totals.voidVnd)),
      row(words.entries, count(counted.entries), words.entriesNote(counted.gates.length)),
      row(words.boothsHeard, count(known.boothsHeard), `/ ${known.boothsAllocated}`),
      row(words.registersUnclosed, count(known.unclosedRegisters.length)),
      row(words.setAsideLabel, count(known.setAsideCount)),
      row(words.documentCount, count(closing.documentCount)),
      row(words.documentsHash, text(closing.documentsHash)),
      ...(closing.declaredHash === null
        ? []
        : [
            row(words.declaredFacts, count(closing.declaredCount)),
            row(words.declaredHash, text(closing.declaredHash)),
          ]),
      row(words.closingHash, text(closing.hash), words.sealNote),
    ],
  };
}

function zones({ closing, words, isBoothMoneyShown }: Wish): View {
  const { totals, coverage: known } = closing.figures;
  const { zones: all, totalVnd, isDeclaredIn } = splitsShown(closing.figures, isBoothMoneyShown);
  const shares = sharesOf(all.map((zone) => zone.revenueVnd));
  return {
    name: words.sheets.zones,
    title: words.byZone,
    note: isDeclaredIn ? '' : words.declaredOut,
    columns: [
      { title: words.zoneColumn, width: 8 },
      name('', 44),
      number(words.boothsHeardColumn),
      number(words.boothColumn),
      number(words.salesColumn),
      ...(isDeclaredIn ? [number(words.declaredColumn, 20)] : []),
      number(words.revenueColumn, 20),
      number(words.shareColumn, 12),
    ],
    rows: all.map((zone, at) => [
      text(zone.code),
      text(words.pick(zone.nameVi, zone.nameEn)),
      count(zone.boothsHeard),
      count(zone.boothsAllocated),
      count(zone.salesCount),
      ...(isDeclaredIn ? [vnd(zone.declaredVnd ?? 0)] : []),
      vnd(zone.revenueVnd),
      share(shares[at] ?? null),
    ]),
    total: [
      text(words.total),
      text(''),
      count(known.boothsHeard),
      count(known.boothsAllocated),
      count(totals.salesCount),
      ...(isDeclaredIn ? [vnd(totals.declaredVnd)] : []),
      vnd(totalVnd),
      share(totalVnd > 0 ? 1000 : null),
    ],
  };
}

interface Part {
  name: string;
  count: number;
  revenueVnd: number;
}

function parts({ closing, words, isBoothMoneyShown }: Wish): View[] {
  const { stars, classes, methods } = closing.figures;
  const { origins } = splitsShown(closing.figures, isBoothMoneyShown);
  const view = (sheet: string, title: string, head: [string, string], all: Part[]): View => {
    const shares = sharesOf(all.map((part) => part.revenueVnd));
    /* Methods and, where the declared part is withheld, origins sum to the measured part. */
    const totalVnd = sum(all.map((part) => part.revenueVnd));
    return {
      name: sheet,
      title,
      columns: [
        name(head[0], 48),
        number(head[1]),
        number(words.revenueColumn, 20),
        number(words.shareColumn, 12),
      ],
      rows: all.map((part, at) => [
        text(part.name),
        count(part.count),
        vnd(part.revenueVnd),
        share(shares[at] ?? null),
      ]),
      total: [
        text(words.total),
        count(sum(all.map((part) => part.count))),
        vnd(totalVnd),
        share(totalVnd > 0 ? 1000 : null),
      ],
    };
  };
  return [
    view(
      words.sheets.origins,
      words.byOrigin,
      [words.originColumn, words.salesColumn],
      origins.map((part) => ({
        ...part,
        name: words.origins[part.origin],
        count: part.salesCount,
      })),
    ),
    view(
      words.sheets.stars,
      words.byStar,
      [words.starColumn, words.linesColumn],
      stars.map((part) => ({ ...part, name: words.stars[part.star], count: part.lineCount })),
    ),
    view(
      words.sheets.classes,
      words.byClass,
      [words.classColumn, words.linesColumn],
      classes.map((part) => ({
        ...part,
        name: words.pick(part.nameVi, part.nameEn),
        count: part.lineCount,
      })),
    ),
    view(
      words.sheets.methods,
      words.byMethod,
      [words.methodColumn, words.paymentsColumn],
      methods.map((part) => ({
        ...part,
        name: words.methods[part.method],
        count: part.paymentCount,
      })),
    ),
  ];
}

/* None in what was closed before hours were frozen. */
function hours({ closing, words }: Wish): View[] {
  const { hourly, totals, visits: counted } = closing.figures;
  if (hourly === undefined) return [];
  return [
    {
      name: words.sheets.hours,
      title: words.byHour,
      note: hourly.length === 0 ? words.nothingByHour : words.byHourNote,
      columns: [
        name(words.hourColumn, 20),
        number(words.salesColumn),
        number(words.measuredColumn, 20),
        number(words.entriesColumn),
        number(words.exitsColumn),
      ],
      rows: hourly.map(({ hour, salesCount, measuredVnd, entries, exits }) => [
        text(words.hourSpan(hour)),
        count(salesCount),
        vnd(measuredVnd),
        count(entries),
        count(exits),
      ]),
      total: [
        text(words.total),
        count(totals.salesCount),
        vnd(totals.measuredVnd),
        count(counted.entries),
        count(counted.exits),
      ],
    },
  ];
}

function booths({ closing, words, isBoothMoneyShown }: Wish): View {
  const { booths: all, totals } = closing.figures;
  const stateOf = (booth: { isHeard: boolean; isAllocated: boolean }) =>
    booth.isHeard ? words.heard : booth.isAllocated ? words.silent : words.notAllocated;
  const money = (cells: readonly Value[]) => (isBoothMoneyShown ? cells : []);
  return {
    name: words.sheets.booths,
    title: words.byBooth,
    note: isBoothMoneyShown ? words.moneyShown : words.moneyHidden,
    columns: [
      number(words.rankColumn, 8),
      name(words.boothColumn, 10),
      name(words.zoneColumn, 8),
      name(words.exhibitorColumn, 60),
      name(words.stateColumn, 16),
      ...(isBoothMoneyShown
        ? [
            number(words.salesColumn),
            number(words.declaredColumn, 20),
            number(words.revenueColumn, 20),
          ]
        : []),
    ],
    rows: rankedBooths(all).map((booth) => [
      count(booth.rank),
      text(booth.boothCode),
      text(booth.zoneCode),
      text(booth.exhibitorNames.join(', ')),
      text(stateOf(booth)),
      ...money([
        count(booth.isHeard ? booth.salesCount : null),
        vnd(booth.declaredVnd ?? null),
        vnd(booth.isHeard ? booth.revenueVnd : null),
      ]),
    ]),
    ...(isBoothMoneyShown && {
      total: [
        ...[words.total, '', '', '', ''].map(text),
        count(totals.salesCount),
        vnd(totals.declaredVnd),
        vnd(totals.revenueVnd),
      ],
    }),
  };
}

function shifts({ closing, words, isBoothMoneyShown }: Wish): View {
  const { shifts: all = [], fair } = closing.figures;
  const moment = (iso: string | null, none: string): Value =>
    iso === null ? text(none) : { moment: wallTime(new Date(iso), fair.timeZone) };
  const closed = all.filter((shift) => shift.differenceVnd !== null);
  const moneyTitles = [
    words.floatColumn,
    words.cashSalesColumn,
    words.cashMovedColumn,
    words.expectedColumn,
    words.countedColumn,
    words.cashDifferenceColumn,
  ];
  return {
    name: words.sheets.shifts,
    title: words.byShift,
    note: isBoothMoneyShown ? words.shiftsShown : words.moneyHidden,
    columns: [
      name(words.boothColumn, 10),
      name(words.registerColumn, 18),
      name(words.exhibitorColumn, 48),
      name(words.cashierColumn, 24),
      name(words.openedColumn, 20),
      name(words.closedColumn, 20),
      ...(isBoothMoneyShown
        ? moneyTitles.map((title) => number(`${title} (${words.vnd})`, 18))
        : []),
    ],
    rows: all.map((shift) => [
      text(shift.boothCode),
      text(shift.registerName),
      text(shift.exhibitorName),
      text(shift.cashier),
      moment(shift.openedAt, '–'),
      moment(shift.closedAt, words.shiftOpen),
      ...(isBoothMoneyShown
        ? [
            vnd(shift.floatVnd),
            vnd(shift.cashVnd),
            vnd(shift.movedVnd),
            vnd(shift.expectedVnd),
            vnd(shift.countedVnd),
            vnd(shift.differenceVnd),
          ]
        : []),
    ]),
    ...(isBoothMoneyShown && {
      total: [
        ...[words.total, '', '', '', '', '', ''].map(text),
        vnd(sum(all.map((shift) => shift.cashVnd))),
        ...['', '', ''].map(text),
        vnd(sum(closed.map((shift) => shift.differenceVnd ?? 0))),
      ],
    }),
  };
}

function visits({ closing, words, language }: Wish): View {
  const { gates, entries, exits } = closing.figures.visits;
  return {
    name: words.sheets.visits,
    title: words.byGate,
    note:
      gates.length === 0
        ? words.noGates
        : calibrationLines(closing.figures.visits, words, language).join(' · '),
    columns: [
      name(words.gateColumn, 10),
      name('', 40),
      number(words.entriesColumn),
      number(words.exitsColumn),
    ],
    rows: gates.map((gate) => [
      text(gate.code),
      text(words.pick(gate.nameVi, gate.nameEn)),
      count(gate.entries),
      count(gate.exits),
    ]),
    total: [text(words.total), text(''), count(entries), count(exits)],
  };
}

function late({ closing, words, isBoothMoneyShown }: Wish): View {
  const { difference, booths: all, coverage: known } = closing.figures;
  const exhibitors = new Map(all.map((booth) => [booth.boothId, booth.exhibitorNames.join(', ')]));
  const isSumShown = isBoothMoneyShown || (difference !== null && !isOneBoothsMoney(difference));
  return {
    name: words.sheets.late,
    title: difference === null ? words.sheets.late : words.since(difference.revision),
    note: [
      difference === null ? words.lateNone : '',
      known.setAsideCount > 0 ? words.setAside(String(known.setAsideCount)) : '',
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    columns: [
      name(words.boothColumn, 10),
      name(words.exhibitorColumn, 60),
      number(words.documentsColumn),
      number(words.differenceColumn, 20),
    ],
    rows: (difference?.booths ?? []).map((booth) => [
      text(booth.boothCode),
      text(exhibitors.get(booth.boothId) ?? ''),
      count(booth.documentCount),
      vnd(isBoothMoneyShown ? changeOfRevenue(booth) : null),
    ]),
    ...(difference !== null && {
      total: [
        text(words.total),
        text(''),
        count(difference.documentCount),
        vnd(isSumShown ? changeOfRevenue(difference) : null),
      ],
    }),
  };
}

function coverage({ closing, words }: Wish): View {
  const { booths: all, coverage: known }: ClosingFigures = closing.figures;
  const row = (what: string, booth: string, register: string, who: string) => [
    text(what),
    text(booth),
    text(register),
    text(who),
  ];
  return {
    name: words.sheets.coverage,
    title: words.coverage,
    note: words.coverageNote(String(known.boothsHeard), String(known.boothsAllocated)),
    columns: [
      name(words.stateColumn, 34),
      name(words.boothColumn, 10),
      name(words.registerColumn, 18),
      name(words.exhibitorColumn, 60),
    ],
    rows: [
      ...known.unclosedRegisters.map((register) =>
        row(words.unclosedRegisters, register.boothCode, register.name, register.exhibitorName),
      ),
      ...all
        .filter((booth) => booth.isAllocated && !booth.isHeard)
        .map((booth) =>
          row(words.silentBooths, booth.boothCode, '', booth.exhibitorNames.join(', ')),
        ),
      ...known.silentRegisters.map((register) =>
        row(words.silentRegisters, register.boothCode, register.name, register.exhibitorName),
      ),
    ],
  };
}

function definitions({ words }: Wish): View {
  return {
    name: words.sheets.definitions,
    title: words.definitions,
    columns: [name(words.figureColumn, 30), name(words.meaningColumn, 100)],
    rows: words.definitionList.map(([term, meaning]) => [text(term), text(meaning)]),
  };
}
