import { rankedBooths } from '../../closing/figures.rules';
import { type Page, whole } from './page';

export async function booths({
  closing,
  words,
  language,
  sheet,
  isBoothMoneyShown: isMoneyShown,
}: Page): Promise<void> {
  const { booths: all, totals } = closing.figures;
  const stateOf = (booth: { isHeard: boolean; isAllocated: boolean }) =>
    booth.isHeard ? words.heard : booth.isAllocated ? words.silent : words.notAllocated;
  const isDeclaredShown = isMoneyShown && totals.declaredVnd > 0;
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
            ...(isDeclaredShown
              ? ([{ title: words.declaredColumn, width: 76, align: 'right' }] as const)
              : []),
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
        ? [
            whole(booth.salesCount, language),
            ...(isDeclaredShown
              ? [booth.declaredVnd == null ? '–' : whole(booth.declaredVnd, language)]
              : []),
            whole(booth.revenueVnd, language),
          ]
        : isMoneyShown
          ? ['–', ...(isDeclaredShown ? ['–'] : []), stateOf(booth)]
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
            ...(isDeclaredShown ? [whole(totals.declaredVnd, language)] : []),
            whole(totals.revenueVnd, language),
          ],
        ]
      : [],
  });
}
