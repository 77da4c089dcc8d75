import { splitsShown } from '../../closing/figures.rules';
import { money, type Page, percent, shares, whole } from './page';
import type { Column } from './sheet';

export async function parts(page: Page): Promise<void> {
  const { closing, words, language, sheet, isBoothMoneyShown } = page;
  const { stars, classes, methods, totals, coverage } = closing.figures;
  const splits = splitsShown(closing.figures, isBoothMoneyShown);
  const { zones, origins } = splits;
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
        show(splits.totalVnd),
        hundred,
      ],
    ],
  });
  if (totals.declaredVnd > 0) {
    sheet.paragraph(
      splits.isDeclaredIn
        ? words.declaredWithin(`${show(totals.declaredVnd)}\u00a0₫`)
        : words.declaredOut,
    );
  }

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
    closingRows: [[words.total, show(totals.salesCount), show(splits.totalVnd), hundred]],
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
      { ...revenue, title: words.measuredColumn },
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
        show(totals.measuredVnd),
        hundred,
      ],
    ],
  });
}
