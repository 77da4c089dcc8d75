import { boothMoneyVisible } from '@phien/dashboard';
import { formatVnd, splitVnd } from '@phien/kernel';
import { isOneBoothsMoney, type SealedClosing } from '../closing/closing.rules';
import { rankedBooths } from '../closing/figures.rules';
import { endOfDayWords, type EndOfDayWords } from './end-of-day.words';
import type { ReportLanguage } from './report.rules';
import { type Cell, type Column, ink, type Ink, Sheet } from './sheet';

interface Page {
  closing: SealedClosing;
  words: EndOfDayWords;
  language: ReportLanguage;
  sheet: Sheet;
  /** "30/10/2025" */
  date: string;
}

/**
 * The end-of-day report of one revision as a PDF (A4, tagged, the fair's own time). Made of the
 * closing alone and dated by it, so the same revision always gives the same bytes.
 */
export async function writeEndOfDay(
  closing: SealedClosing,
  language: ReportLanguage,
): Promise<Buffer> {
  const words = endOfDayWords[language];
  const { fair } = closing.figures;
  const date = closing.day.split('-').reverse().join('/');
  const fairName = words.pick(fair.nameVi, fair.nameEn);
  const sheet = new Sheet(
    {
      title: `${words.title} ${date} – ${fairName}`,
      author: fairName,
      language: language === 'vi' ? 'vi-VN' : 'en-GB',
      madeAt: closing.closedAt,
    },
    (paper) => runningHead(paper, `${words.title} ${date} · ${words.revision(closing.revision)}`),
  );
  const page: Page = { closing, words, language, sheet, date };

  function runningHead(paper: Sheet, right: string): void {
    const style: Ink = { size: 8, colour: ink.muted };
    const rightWidth = paper.widthOf(right, style) + 2;
    const leftWidth = paper.width - rightWidth - 16;
    paper.write(
      oneLine(paper, fairName, leftWidth, style),
      { x: paper.left, y: 28, width: leftWidth + 8 },
      style,
    );
    paper.write(
      right,
      { x: paper.right - rightWidth, y: 28, width: rightWidth },
      { ...style, align: 'right' },
    );
    paper.rule(44, ink.line, 0.6);
  }

  await sheet.openFonts();
  masthead(page, fairName);
  await sheet.pause();
  keyFigures(page);
  await sheet.pause();
  await parts(page);
  await visits(page);
  await since(page);
  await booths(page);
  await coverage(page);
  await definitions(page);
  seal(page);
  await sheet.pause();
  return sheet.finish((paper, number, pages) => {
    const style: Ink = { size: 8, colour: ink.muted };
    const y = 806;
    paper.rule(y - 7, ink.line, 0.6);
    paper.write(`SHA-256 ${closing.hash.slice(0, 16)}…`, { x: paper.left, y, width: 170 }, style);
    if (fair.isDemo) {
      paper.write(
        words.demo,
        { x: paper.left, y, width: paper.width },
        { size: 8, weight: 'bold', colour: ink.warn.text, align: 'center' },
      );
    }
    paper.write(
      words.page(number, pages),
      { x: paper.right - 120, y, width: 120 },
      { ...style, align: 'right' },
    );
  });
}

/** A paragraph never grows past a page. */
const NAMES_IN_A_PARAGRAPH = 40;

const whole = (amount: number, language: ReportLanguage) =>
  formatVnd(amount, language).replace(/\u00a0₫$/, '');

/** "+1.200" or "−1.200", 0 without a sign. */
const signed = (amount: number, language: ReportLanguage) =>
  amount > 0 ? `+${whole(amount, language)}` : whole(amount, language);

function oneLine(sheet: Sheet, text: string, width: number, style: Ink): string {
  if (sheet.widthOf(text, style) <= width) return text;
  const letters = [...text];
  while (letters.length > 1 && sheet.widthOf(`${letters.join('')}…`, style) > width) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

function localTime(instant: Date, timeZone: string): { time: string; date: string } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant);
  const [date = '', time = ''] = parts.split(', ');
  return { time, date };
}

function weekday(day: string, words: EndOfDayWords): string {
  return words.weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
}

function masthead({ closing, words, sheet, date }: Page, fairName: string): void {
  const { fair, hours, closedByName } = closing.figures;
  const text = { x: sheet.left, width: sheet.width };
  const name: Ink = { size: 17, weight: 'bold', colour: ink.onBrand };
  const nameHeight = sheet.heightOf(fairName, sheet.width, name);
  const venue = words.pick(fair.venueVi, fair.venueEn);
  const quiet: Ink = { size: 9, colour: ink.onBrandQuiet };
  const venueHeight = sheet.heightOf(venue, sheet.width, quiet);
  const height = 34 + 18 + nameHeight + 2 + venueHeight + 18;

  sheet.box({ x: 0, y: 0, width: 596, height }, ink.brand);
  sheet.put(
    'P',
    words.title,
    { ...text, y: 30 },
    { size: 10.5, weight: 'semibold', colour: ink.onBrandQuiet },
  );
  sheet.put('H1', fairName, { ...text, y: 48 }, name);
  sheet.put('P', venue, { ...text, y: 50 + nameHeight }, quiet);

  let y = height + 16;
  if (fair.isDemo) {
    const note = `${words.demo} – ${words.demoNote}`;
    const style: Ink = { size: 9, weight: 'semibold', colour: ink.warn.text };
    const noteHeight = sheet.heightOf(note, sheet.width - 20, style);
    sheet.box(
      { x: sheet.left, y, width: sheet.width, height: noteHeight + 12 },
      ink.warn.ground,
      5,
    );
    sheet.put('P', note, { x: sheet.left + 10, y: y + 6, width: sheet.width - 20 }, style);
    y += noteHeight + 12 + 14;
  }

  const day: Ink = { size: 15, weight: 'bold' };
  const dayText = `${weekday(closing.day, words)}, ${date}`;
  sheet.put('P', dayText, { ...text, y }, day);
  const opening =
    hours === null
      ? words.outsideDays
      : hours.isOpen
        ? words.openHours(hours.opensAt, hours.closesAt)
        : words.closedDay;
  sheet.put(
    'P',
    opening,
    { x: sheet.left + sheet.widthOf(dayText, day) + 10, y: y + 6, width: 160 },
    { size: 9, colour: ink.muted },
  );
  const state = closing.isComplete ? ink.ok : ink.warn;
  const pill = `${words.revision(closing.revision)} · ${closing.isComplete ? words.complete : words.provisional}`;
  const pillStyle: Ink = { size: 10, weight: 'semibold', colour: state.text };
  const pillWidth = sheet.widthOf(pill, pillStyle) + 24;
  sheet.box(
    { x: sheet.right - pillWidth, y: y - 1, width: pillWidth, height: 23 },
    state.ground,
    11.5,
  );
  sheet.put(
    'P',
    pill,
    { x: sheet.right - pillWidth, y: y + 3.5, width: pillWidth },
    { ...pillStyle, align: 'center' },
  );

  const { time, date: asOfDate } = localTime(closing.closedAt, fair.timeZone);
  sheet.y = y + 27;
  sheet.paragraph(words.asOf(time, asOfDate, words.timeZone(fair.timeZone)), { size: 9 });
  sheet.paragraph(
    closing.isComplete
      ? words.completeNote
      : words.provisionalNote(closing.figures.coverage.unclosedRegisters.length),
  );
  sheet.paragraph(words.closedBy(closedByName, closing.reason));
  sheet.y += 5;
}

function keyFigures({ closing, words, language, sheet }: Page): void {
  const { totals, visits, coverage } = closing.figures;
  const cards = [
    [words.measured, formatVnd(totals.measuredVnd, language), words.measuredNote],
    totals.isDeclaredCollected
      ? [words.declared, formatVnd(totals.declaredVnd, language), '']
      : [words.declared, words.notCollected, words.notCollectedNote],
    [words.salesCount, whole(totals.salesCount, language), words.salesCountNote],
    [words.average, formatVnd(totals.averageVnd, language), words.averageNote],
    [
      words.refunds,
      formatVnd(totals.refundVnd + totals.voidVnd, language),
      words.refundsNote(whole(totals.refundCount, language), whole(totals.voidCount, language)),
    ],
    [words.entries, whole(visits.entries, language), words.entriesNote(visits.gates.length)],
  ] as const;
  const gap = 10;
  const width = (sheet.width - 2 * gap) / 3;
  const height = 64;
  const top = sheet.y;
  for (const [at, [label, figure, note]] of cards.entries()) {
    const x = sheet.left + (at % 3) * (width + gap);
    const y = top + Math.floor(at / 3) * (height + gap);
    const text = { x: x + 11, width: width - 18 };
    sheet.box({ x, y, width, height }, ink.quiet, 6);
    if (at === 0) sheet.box({ x, y: y + 6, width: 3, height: height - 12 }, ink.brand);
    sheet.put('P', label, { ...text, y: y + 8 }, { size: 8.8, colour: ink.muted });
    const style = fitted(sheet, figure, text.width, {
      size: 17,
      weight: 'bold',
      colour: ink.brand,
    });
    sheet.put('P', figure, { ...text, y: y + 22 + (17 - style.size) * 0.7 }, style);
    sheet.put(
      'P',
      note,
      { ...text, y: y + 46 },
      fitted(sheet, note, text.width, { size: 7.8, colour: ink.muted }, 6),
    );
  }
  sheet.y = top + 2 * height + gap + 12;

  const facts = [
    [words.boothsHeard, `${coverage.boothsHeard}/${coverage.boothsAllocated}`],
    [words.registersHeard, `${coverage.registersHeard}/${coverage.registersKnown}`],
    [words.registersUnclosed, whole(coverage.unclosedRegisters.length, language)],
  ] as const;
  for (const [at, [label, figure]] of facts.entries()) {
    const x = sheet.left + at * (width + gap) + 11;
    const style: Ink = { size: 9, colour: ink.muted };
    sheet.put('P', `${label}: `, { x, y: sheet.y, width }, style);
    sheet.put(
      'P',
      figure,
      { x: x + sheet.widthOf(`${label}: `, style), y: sheet.y, width: 80 },
      { size: 9, weight: 'bold' },
    );
  }
  sheet.y += 16;
}

/** The style, smaller when the text would not fit on one line; at least `smallest`. */
function fitted(sheet: Sheet, text: string, width: number, style: Ink, smallest = 8): Ink {
  let size = style.size;
  while (size > smallest && sheet.widthOf(text, { ...style, size }) > width) size -= 0.5;
  return { ...style, size };
}

/**
 * Shares in tenths of a percent that sum to 100,0 %. Where a part is negative (more given back than
 * sold) a share would mislead, so none is printed.
 */
function shares(amounts: readonly number[], language: ReportLanguage): Cell[] {
  const total = amounts.reduce((sum, amount) => sum + amount, 0);
  if (total <= 0 || amounts.some((amount) => amount < 0)) return amounts.map(() => '–');
  return splitVnd(1000, amounts).map((tenths) => ({
    text: `${percent(tenths, language)}`,
    share: tenths / 1000,
  }));
}

function percent(tenths: number, language: ReportLanguage): string {
  const text = (tenths / 10).toFixed(1);
  return `${language === 'vi' ? text.replace('.', ',') : text}\u00a0%`;
}

const money: Column['align'] = 'right';

async function parts({ closing, words, language, sheet }: Page): Promise<void> {
  const { zones, origins, stars, classes, methods, totals, coverage } = closing.figures;
  const show = (amount: number) => whole(amount, language);
  const hundred = totals.revenueVnd > 0 ? percent(1000, language) : '–';
  const revenue: Column = { title: words.revenueColumn, width: 96, align: money };
  const share: Column = { title: words.shareColumn, width: 104, align: money };

  const zoneShares = shares(
    zones.map((zone) => zone.revenueVnd),
    language,
  );
  await sheet.table({
    heading: words.byZone,
    columns: [
      { title: words.zoneColumn },
      { title: words.boothsHeardColumn, width: 72, align: 'right' },
      { title: words.salesColumn, width: 60, align: 'right' },
      revenue,
      share,
    ],
    rows: zones.map((zone, at) => [
      `${zone.code} · ${words.pick(zone.nameVi, zone.nameEn)}`,
      `${zone.boothsHeard}/${zone.boothsAllocated}`,
      show(zone.salesCount),
      show(zone.revenueVnd),
      zoneShares[at] ?? '',
    ]),
    closingRows: [
      [
        words.total,
        `${coverage.boothsHeard}/${coverage.boothsAllocated}`,
        show(totals.salesCount),
        show(totals.revenueVnd),
        hundred,
      ],
    ],
  });

  const originShares = shares(
    origins.map((part) => part.revenueVnd),
    language,
  );
  await sheet.table({
    heading: words.byOrigin,
    columns: [
      { title: words.originColumn },
      { title: words.salesColumn, width: 60, align: 'right' },
      revenue,
      share,
    ],
    rows: origins.map((part, at) => [
      words.origins[part.origin],
      show(part.salesCount),
      show(part.revenueVnd),
      originShares[at] ?? '',
    ]),
    closingRows: [[words.total, show(totals.salesCount), show(totals.revenueVnd), hundred]],
  });

  const lineCount = stars.reduce((sum, part) => sum + part.lineCount, 0);
  const starShares = shares(
    stars.map((part) => part.revenueVnd),
    language,
  );
  const ranked = stars.filter((part) => part.star !== 'none');
  await sheet.table({
    heading: words.byStar,
    columns: [
      { title: words.starColumn },
      { title: words.linesColumn, width: 66, align: 'right' },
      revenue,
      share,
    ],
    rows: stars.map((part, at) => [
      words.stars[part.star],
      show(part.lineCount),
      show(part.revenueVnd),
      starShares[at] ?? '',
    ]),
    closingRows: [
      [
        words.ocop,
        show(ranked.reduce((sum, part) => sum + part.lineCount, 0)),
        show(ranked.reduce((sum, part) => sum + part.revenueVnd, 0)),
        '',
      ],
      [words.total, show(lineCount), show(totals.revenueVnd), hundred],
    ],
  });

  const classShares = shares(
    classes.map((part) => part.revenueVnd),
    language,
  );
  await sheet.table({
    heading: words.byClass,
    columns: [
      { title: words.classColumn },
      { title: words.linesColumn, width: 66, align: 'right' },
      revenue,
      share,
    ],
    rows: classes.map((part, at) => [
      words.pick(part.nameVi, part.nameEn),
      show(part.lineCount),
      show(part.revenueVnd),
      classShares[at] ?? '',
    ]),
    closingRows: [[words.total, show(lineCount), show(totals.revenueVnd), hundred]],
  });

  const methodShares = shares(
    methods.map((part) => part.revenueVnd),
    language,
  );
  await sheet.table({
    heading: words.byMethod,
    columns: [
      { title: words.methodColumn },
      { title: words.paymentsColumn, width: 86, align: 'right' },
      revenue,
      share,
    ],
    rows: methods.map((part, at) => [
      words.methods[part.method],
      show(part.paymentCount),
      show(part.revenueVnd),
      methodShares[at] ?? '',
    ]),
    closingRows: [
      [
        words.total,
        show(methods.reduce((sum, part) => sum + part.paymentCount, 0)),
        show(totals.revenueVnd),
        hundred,
      ],
    ],
  });
}

async function visits({ closing, words, language, sheet }: Page): Promise<void> {
  const { gates, entries, exits } = closing.figures.visits;
  if (gates.length === 0) {
    sheet.heading(words.byGate);
    return sheet.paragraph(words.noGates);
  }
  await sheet.table({
    heading: words.byGate,
    columns: [
      { title: words.gateColumn },
      { title: words.entriesColumn, width: 100, align: 'right' },
      { title: words.exitsColumn, width: 100, align: 'right' },
    ],
    rows: gates.map((gate) => [
      `${gate.code} · ${words.pick(gate.nameVi, gate.nameEn)}`,
      whole(gate.entries, language),
      whole(gate.exits, language),
    ]),
    closingRows: [[words.total, whole(entries, language), whole(exits, language)]],
  });
}

async function since({ closing, words, language, sheet }: Page): Promise<void> {
  const { difference, fair } = closing.figures;
  if (difference === null) return;
  const isMoneyShown = boothMoneyVisible(fair.boothMoneyVisibleTo, ['official']);
  sheet.heading(words.since(difference.revision));
  sheet.paragraph(
    words.sinceNote(
      whole(difference.documentCount, language),
      isMoneyShown || !isOneBoothsMoney(difference)
        ? `${signed(difference.totalVnd, language)}\u00a0₫`
        : words.withheld,
      signed(difference.entries, language),
    ),
  );
  if (difference.booths.length === 0) return sheet.paragraph(words.sinceNoBooths);
  const exhibitors = new Map(
    closing.figures.booths.map((booth) => [booth.boothId, booth.exhibitorNames.join(', ')]),
  );
  await sheet.table({
    columns: [
      { title: words.boothColumn, width: 54 },
      { title: words.exhibitorColumn },
      { title: words.documentsColumn, width: 76, align: 'right' },
      ...(isMoneyShown ? [{ title: words.differenceColumn, width: 108, align: money }] : []),
    ],
    rows: difference.booths.map((booth) => [
      booth.boothCode,
      exhibitors.get(booth.boothId) ?? '',
      whole(booth.documentCount, language),
      ...(isMoneyShown ? [signed(booth.totalVnd, language)] : []),
    ]),
    closingRows: [
      [
        words.total,
        '',
        whole(difference.documentCount, language),
        ...(isMoneyShown ? [signed(difference.totalVnd, language)] : []),
      ],
    ],
  });
}

async function booths({ closing, words, language, sheet }: Page): Promise<void> {
  const { booths: all, fair, totals } = closing.figures;
  const isMoneyShown = boothMoneyVisible(fair.boothMoneyVisibleTo, ['official']);
  const stateOf = (booth: { isHeard: boolean; isAllocated: boolean }) =>
    booth.isHeard ? words.heard : booth.isAllocated ? words.silent : words.notAllocated;
  sheet.heading(words.byBooth);
  sheet.paragraph(isMoneyShown ? words.moneyShown : words.moneyHidden);
  await sheet.table({
    columns: [
      { title: words.rankColumn, width: 38, align: 'right' },
      { title: words.boothColumn, width: 46 },
      { title: words.zoneColumn, width: 36 },
      { title: words.exhibitorColumn },
      ...(isMoneyShown
        ? ([
            { title: words.salesColumn, width: 58, align: 'right' },
            { title: words.revenueColumn, width: 88, align: 'right' },
          ] as const)
        : [{ title: words.stateColumn, width: 88 }]),
    ],
    rows: rankedBooths(all).map((booth) => [
      booth.rank === null ? '–' : String(booth.rank),
      booth.boothCode,
      booth.zoneCode,
      booth.exhibitorNames.join(', '),
      ...(isMoneyShown && booth.isHeard
        ? [whole(booth.salesCount, language), whole(booth.revenueVnd, language)]
        : isMoneyShown
          ? ['–', stateOf(booth)]
          : [stateOf(booth)]),
    ]),
    closingRows: isMoneyShown
      ? [
          [
            '',
            '',
            '',
            words.total,
            whole(totals.salesCount, language),
            whole(totals.revenueVnd, language),
          ],
        ]
      : [],
  });
}

async function coverage({ closing, words, language, sheet }: Page): Promise<void> {
  const { booths: all, coverage: known } = closing.figures;
  sheet.heading(words.coverage);
  sheet.paragraph(
    words.coverageNote(whole(known.boothsHeard, language), whole(known.boothsAllocated, language)),
  );
  const silent = all.filter((booth) => booth.isAllocated && !booth.isHeard);
  const silentTitle = `${words.silentBooths} (${silent.length})`;
  if (silent.length === 0) {
    sheet.subheading(silentTitle);
    sheet.paragraph(words.allHeard);
  } else {
    await sheet.table({
      subheading: silentTitle,
      columns: [
        { title: words.boothColumn, width: 54 },
        { title: words.zoneColumn, width: 40 },
        { title: words.exhibitorColumn },
      ],
      rows: silent.map((booth) => [
        booth.boothCode,
        booth.zoneCode,
        booth.exhibitorNames.join(', '),
      ]),
    });
  }
  const unclosedTitle = `${words.unclosedRegisters} (${known.unclosedRegisters.length})`;
  if (known.unclosedRegisters.length === 0) {
    sheet.subheading(unclosedTitle);
    sheet.paragraph(words.noneUnclosed);
  } else {
    await sheet.table({
      subheading: unclosedTitle,
      columns: [
        { title: words.boothColumn, width: 54 },
        { title: words.registerColumn, width: 130 },
        { title: words.exhibitorColumn },
      ],
      rows: known.unclosedRegisters.map((register) => [
        register.boothCode,
        register.name,
        register.exhibitorName,
      ]),
    });
  }
  if (known.silentRegisters.length > 0) {
    sheet.subheading(`${words.silentRegisters} (${known.silentRegisters.length})`);
    for (let at = 0; at < known.silentRegisters.length; at += NAMES_IN_A_PARAGRAPH) {
      const named = known.silentRegisters
        .slice(at, at + NAMES_IN_A_PARAGRAPH)
        .map(({ boothCode, name }) => {
          const short = oneLine(sheet, name, 160, { size: 9 });
          return name.includes(boothCode) ? short : `${boothCode} – ${short}`;
        });
      sheet.paragraph(named.join('; '));
      await sheet.pause();
    }
  }
  if (known.setAsideCount > 0) {
    sheet.y += 4;
    sheet.paragraph(words.setAside(whole(known.setAsideCount, language)), {
      size: 9,
      colour: ink.warn.text,
    });
  }
}

async function definitions({ words, sheet }: Page): Promise<void> {
  sheet.heading(words.definitions);
  for (const [term, meaning] of words.definitionList) {
    sheet.definition(term, meaning);
    await sheet.pause();
  }
}

function seal({ closing, words, language, sheet }: Page): void {
  const { heads } = closing;
  const signedHeads = heads.filter((head) => head.signedSequence === head.sequence);
  const uncovered = heads.reduce(
    (sum, head) => sum + head.sequence - (head.signedSequence ?? 0),
    0,
  );
  const wordsOfHeads = words.headsNote(
    whole(heads.length, language),
    whole(signedHeads.length, language),
  );
  sheet.heading(words.seal, 270);
  sheet.paragraph(wordsOfHeads);
  if (uncovered > 0) sheet.paragraph(words.headsUncovered(whole(uncovered, language)));
  const rows = [
    [words.documentCount, whole(closing.documentCount, language)],
    [words.documentsHash, closing.documentsHash],
    [words.closingHash, closing.hash],
  ] as const;
  const top = sheet.y + 2;
  sheet.box({ x: sheet.left, y: top, width: sheet.width, height: 3 * 31 + 12 }, ink.quiet, 6);
  for (const [at, [label, text]] of rows.entries()) {
    const y = top + 9 + at * 31;
    const place = { x: sheet.left + 12, width: sheet.width - 24 };
    sheet.put('P', label, { ...place, y }, { size: 8, colour: ink.muted });
    sheet.put('P', text, { ...place, y: y + 12 }, { size: 9.5, weight: 'semibold' });
  }
  sheet.y = top + 3 * 31 + 12 + 8;
  sheet.paragraph(words.sealNote);

  sheet.y += 12;
  const half = sheet.width / 2;
  for (const [at, [title, name]] of [
    [words.preparedBy, closing.figures.closedByName],
    [words.onBehalf, ''],
  ].entries()) {
    const place = { x: sheet.left + at * half, width: half };
    const centred = { align: 'center' as const };
    sheet.put(
      'P',
      title ?? '',
      { ...place, y: sheet.y },
      { size: 10, weight: 'semibold', ...centred },
    );
    sheet.put(
      'P',
      words.signHere,
      { ...place, y: sheet.y + 15 },
      { size: 8.5, colour: ink.muted, ...centred },
    );
    if (name) sheet.put('P', name, { ...place, y: sheet.y + 84 }, { size: 10, ...centred });
  }
  sheet.y += 100;
}
