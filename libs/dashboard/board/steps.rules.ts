import type { BoardStepsDto, BoothCourseDto, BoothHeatDto } from './board.dto';
import { amountBy, classOf, type BoothSold, type Metric } from './heat.rules';

/** What a booth's tills measured in an hour of a fair day. */
export interface BoothHour {
  boothId: string;
  /** From local midnight of the day; past 23 up to the day's cut. */
  hour: number;
  salesCount: number;
  /** Refunds and voids taken off. */
  revenueVnd: number;
}

/** The booth and the hour of a key of the rollup. */
export function readBoothHour(key: string): { boothId: string; hour: number } {
  const [boothId = '', hour = ''] = key.split(' ');
  return { boothId, hour: Number(hour) };
}

/**
 * The hours of a day that a step may end with: from the first with a sale to the last, none left out,
 * and of a running day only those that are over.
 */
export function hoursOver(sold: readonly { hour: number }[], upToMinute: number | null): number[] {
  if (sold.length === 0) return [];
  const hours = sold.map(({ hour }) => hour);
  const first = Math.min(...hours);
  const last = upToMinute === null ? Math.max(...hours) : Math.floor(upToMinute / 60) - 1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}

/** Each booth's class and, where amounts are shown, its amount at the end of each of the hours. */
export function coursesOf(
  booths: readonly { boothId: string; areaCm2: number }[],
  sold: readonly BoothHour[],
  hours: readonly number[],
  classes: BoothHeatDto,
  showsAmounts: boolean,
): BoardStepsDto['booths'] {
  const byBooth = new Map<string, BoothHour[]>();
  for (const row of sold) byBooth.set(row.boothId, [...(byBooth.get(row.boothId) ?? []), row]);
  return booths.flatMap(({ boothId, areaCm2 }) => {
    const own = byBooth.get(boothId);
    if (!own) return [];
    const steps = hours.map((hour): BoothSold => {
      const until = own.filter((row) => row.hour <= hour);
      return {
        boothId,
        areaCm2,
        salesCount: until.reduce((sum, row) => sum + row.salesCount, 0),
        revenueVnd: until.reduce((sum, row) => sum + row.revenueVnd, 0),
      };
    });
    const by = (metric: Metric): BoothCourseDto => {
      const amounts = steps.map(amountBy[metric]);
      return {
        heat: steps.map(({ salesCount }, at) =>
          salesCount === 0 ? 0 : classOf(amounts[at] ?? 0, classes[metric]),
        ),
        amount: showsAmounts ? amounts : null,
      };
    };
    return [{ boothId, revenue: by('revenue'), sales: by('sales'), density: by('density') }];
  });
}
