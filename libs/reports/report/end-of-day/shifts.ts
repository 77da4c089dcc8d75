import { formatVnd } from '@phien/kernel';
import { type Page, signed, whole } from './page';

/** Cash of each shift, or of all together where single booths' money is not shown. */
export async function shifts(page: Page): Promise<void> {
  const { closing, words, language, sheet, isBoothMoneyShown } = page;
  const all = closing.figures.shifts ?? [];
  if (all.length === 0) return;
  const closed = all.filter((shift) => shift.differenceVnd !== null);
  const differenceVnd = closed.reduce((sum, shift) => sum + (shift.differenceVnd ?? 0), 0);
  const show = (amount: number | null) => (amount === null ? '–' : whole(amount, language));
  sheet.heading(words.byShift);
  if (!isBoothMoneyShown) {
    /* The difference of a single shift is the money of a single booth. */
    const boothsOf = (some: typeof closed) => new Set(some.map((shift) => shift.boothCode)).size;
    const isOneBooths =
      boothsOf(closed) === 1 || boothsOf(closed.filter((shift) => shift.differenceVnd !== 0)) === 1;
    sheet.paragraph(
      words.shiftsHidden(
        whole(closed.length, language),
        isOneBooths ? words.withheld : formatVnd(differenceVnd, language),
      ),
    );
    return;
  }
  sheet.paragraph(words.shiftsShown);
  await sheet.table({
    columns: [
      { title: words.boothColumn, width: 40 },
      { title: words.cashierColumn },
      { title: words.floatColumn, width: 64, align: 'right' },
      { title: words.cashSalesColumn, width: 74, align: 'right' },
      { title: words.cashMovedColumn, width: 62, align: 'right' },
      { title: words.expectedColumn, width: 74, align: 'right' },
      { title: words.countedColumn, width: 74, align: 'right' },
      { title: words.cashDifferenceColumn, width: 66, align: 'right' },
    ],
    rows: all.map((shift) => [
      shift.boothCode,
      shift.cashier,
      show(shift.floatVnd),
      show(shift.cashVnd),
      show(shift.movedVnd),
      show(shift.expectedVnd),
      shift.countedVnd === null ? words.shiftOpen : show(shift.countedVnd),
      shift.differenceVnd === null ? '–' : signed(shift.differenceVnd, language),
    ]),
    closingRows: [[words.total, '', '', '', '', '', '', signed(differenceVnd, language)]],
  });
}
