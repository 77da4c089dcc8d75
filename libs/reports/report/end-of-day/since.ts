import { isOneBoothsMoney } from '../../closing/closing.rules';
import { changeOfRevenue } from '../../closing/figures.rules';
import { money, type Page, signed, whole } from './page';

export async function since({
  closing,
  words,
  language,
  sheet,
  isBoothMoneyShown: isMoneyShown,
}: Page): Promise<void> {
  const { difference } = closing.figures;
  if (difference === null) return;
  sheet.heading(words.since(difference.revision));
  sheet.paragraph(
    words.sinceNote(
      whole(difference.documentCount, language),
      whole(difference.declaredCount ?? 0, language),
      isMoneyShown || !isOneBoothsMoney(difference)
        ? `${signed(changeOfRevenue(difference), language)}\u00a0₫`
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
      ...(isMoneyShown ? [signed(changeOfRevenue(booth), language)] : []),
    ]),
    closingRows: [
      [
        words.total,
        '',
        whole(difference.documentCount, language),
        ...(isMoneyShown ? [signed(changeOfRevenue(difference), language)] : []),
      ],
    ],
  });
}
