import type { DaySales } from './read-period-sales';
import { placesOf, provincesOf, type Seller } from './splits.rules';

const DAYS = ['2025-10-28', '2025-10-29', '2025-10-30'] as const;
const official = { mayReadBoothMoney: false };

/* How many of each place's sellers sold on each day; each of them for 1 000 VND. */
type Days = Record<string, readonly number[]>;

const sellersOf = (places: Days): Seller[] =>
  Object.entries(places).flatMap(([placeKey, counts]) =>
    Array.from({ length: Math.max(...counts) }, (_, n) => ({
      id: `${placeKey}${n}`,
      origin: 'otherProvince' as const,
      placeKey,
      nameVi: placeKey,
      nameEn: placeKey,
    })),
  );

const salesOf = (places: Days, wanted: readonly string[]): DaySales[] =>
  Object.entries(places)
    .flatMap(([placeKey, counts]) =>
      counts.flatMap((count, at) =>
        Array.from({ length: count }, (_, n) => ({
          day: DAYS[at] ?? '',
          dimension: 'exhibitor' as const,
          key: `${placeKey}${n}`,
          salesCount: 1,
          salesVnd: 1_000,
          refundCount: 0,
          refundVnd: 0,
        })),
      ),
    )
    .filter(({ day }) => wanted.includes(day));

const told = (places: Days, from: number, to: number, order: 1 | -1 = 1) =>
  placesOf(
    salesOf(places, DAYS.slice(from - 1, to)).sort((a, b) => order * (a.key < b.key ? -1 : 1)),
    sellersOf(places),
    official,
  ).map(({ key, revenueVnd }) => [key, revenueVnd / 1_000]);

describe('places of origin for whoever may not see the money of a booth', () => {
  /* X sells on the first and third day, Y alone on the second, Z on all. */
  const places = { X: [2, 0, 2], Y: [0, 1, 0], Z: [9, 9, 9] };

  it('shows of a period no place that one of its days alone would hide', () => {
    expect(told(places, 1, 1)).toEqual([['grouped', 11]]);
    /* Z of two days, Z of the other two and Z of all three would give Z, X and Y of each day. */
    expect(told(places, 1, 2)).toEqual([['grouped', 21]]);
    expect(told(places, 2, 3)).toEqual([['grouped', 21]]);
    expect(told(places, 1, 3)).toEqual([['grouped', 32]]);
  });

  it('hides a place in a period when it had to hide another on one of its days', () => {
    const joined = { V: [3, 9], W: [4, 2], X: [1, 1] };
    expect(told(joined, 1, 1)).toEqual([
      ['W', 4],
      ['grouped', 4],
    ]);
    expect(told(joined, 2, 2)).toEqual([
      ['V', 9],
      ['grouped', 3],
    ]);
    expect(told(joined, 1, 2)).toEqual([['grouped', 20]]);
  });

  it('lets the same place join the small ones, in whatever order the rows come', () => {
    const equal = { V: [3], W: [3], X: [1] };
    expect(told(equal, 1, 1)).toEqual(told(equal, 1, 1, -1));
  });
});

describe('provinces on the map', () => {
  const place = (origin: 'inProvince' | 'otherProvince' | 'foreign', key: string, vnd: number) => ({
    origin,
    key,
    nameVi: key,
    nameEn: key,
    revenueVnd: vnd,
    salesCount: 1,
    exhibitorsSelling: 3,
    placeCount: 1,
  });

  it('are those that stand alone, and ours as the sum of its communes', () => {
    const { provinces, heat } = provincesOf(
      [
        place('inProvince', 'qn-communes:06652', 700),
        place('inProvince', 'grouped', 100),
        place('otherProvince', '34:31', 900),
        place('otherProvince', '34:01', 50),
        place('otherProvince', 'grouped', 5_000),
        place('foreign', 'TH', 9_000),
      ],
      '34:22',
    );
    expect(provinces.map((row) => [row.key, row.revenueVnd, row.heat])).toEqual([
      ['34:31', 900, 6],
      ['34:22', 800, 4],
      ['34:01', 50, 2],
    ]);
    expect(heat.map((row) => [row.heat, row.boothCount, row.least])).toEqual([
      [6, 1, 900],
      [4, 1, 800],
      [2, 1, 50],
    ]);
    expect(provincesOf([place('foreign', 'TH', 1)], '34:22').provinces).toEqual([]);
  });
});
