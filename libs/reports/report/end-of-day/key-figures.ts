import { formatVnd } from '@phien/kernel';
import { sharesOf } from '../shares.rules';
import { cards } from './cards';
import { percent, type Page, whole } from './page';
import { ink, type Ink } from './sheet';

export function keyFigures({ closing, words, language, sheet }: Page): void {
  const { totals, visits, coverage } = closing.figures;
  cards(sheet, [
    [words.measured, formatVnd(totals.measuredVnd, language), words.measuredNote],
    totals.isDeclaredCollected
      ? [
          words.declared,
          formatVnd(totals.declaredVnd, language),
          words.declaredNote(whole(totals.declaredBooths ?? 0, language)),
        ]
      : [words.declared, words.notCollected, words.notCollectedNote],
    [words.salesCount, whole(totals.salesCount, language), words.salesCountNote],
    [words.average, formatVnd(totals.averageVnd, language), words.averageNote],
    [
      words.refunds,
      formatVnd(totals.refundVnd + totals.voidVnd, language),
      words.refundsNote(whole(totals.refundCount, language), whole(totals.voidCount, language)),
    ],
    [words.entries, whole(visits.entries, language), words.entriesNote(visits.gates.length)],
  ]);
  const gap = 10;
  const width = (sheet.width - 2 * gap) / 3;

  const [measured = null, declared = null] = sharesOf([totals.measuredVnd, totals.declaredVnd]);
  if (measured !== null && declared !== null && totals.isDeclaredCollected) {
    sheet.put(
      'P',
      words.revenueIs(
        formatVnd(totals.revenueVnd, language),
        percent(measured, language),
        percent(declared, language),
      ),
      { x: sheet.left + 11, y: sheet.y, width: sheet.width - 22 },
      { size: 9, weight: 'bold' },
    );
    sheet.y += 16;
  }

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
