import type { BoardPlaceDto, BoardProvinceDto, HeatClassDto } from './board.dto';
import { revenueOf } from './board.rules';
import { groupSmall } from './disclosure.rules';
import { heatOf } from './heat.rules';
import type { DaySales } from './read-period-sales';

export interface Seller {
  id: string;
  origin: BoardPlaceDto['origin'];
  placeKey: string;
  nameVi: string;
  nameEn: string;
}

interface Place extends BoardPlaceDto {
  sellersByDay: Map<string, Set<string>>;
}

const originOrder: BoardPlaceDto['origin'][] = ['inProvince', 'otherProvince', 'foreign'];

/**
 * Revenue by where the sellers come from, best first within each origin. For viewers who may not
 * see the money of a single booth, places that stand alone on each of their days stand alone, and the
 * rest of an origin is one row: a period then tells what its days tell one by one, and no more.
 */
export function placesOf(
  sales: readonly DaySales[],
  sellers: readonly Seller[],
  viewer: { mayReadBoothMoney: boolean },
): BoardPlaceDto[] {
  const sellerById = new Map(sellers.map((seller) => [seller.id, seller]));
  const places = new Map<string, Place>();
  for (const row of sales) {
    const seller = row.dimension === 'exhibitor' ? sellerById.get(row.key) : undefined;
    if (!seller) continue;
    const { origin, placeKey, nameVi, nameEn } = seller;
    const place = places.get(`${origin} ${placeKey}`) ?? {
      origin,
      key: placeKey,
      nameVi,
      nameEn,
      revenueVnd: 0,
      salesCount: 0,
      exhibitorsSelling: 0,
      placeCount: 1,
      sellersByDay: new Map<string, Set<string>>(),
    };
    places.set(`${origin} ${placeKey}`, place);
    place.revenueVnd += revenueOf(row);
    place.salesCount += row.salesCount;
    const today = place.sellersByDay.get(row.day) ?? new Set();
    place.sellersByDay.set(row.day, today.add(seller.id));
  }
  return originOrder.flatMap((origin) => {
    const here = [...places.values()]
      .filter((place) => place.origin === origin)
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    if (viewer.mayReadBoothMoney) return bestFirst(here.map(told));
    const small = smallOnSomeDay(here);
    const rows = bestFirst(here.filter((place) => !small.has(place)).map(told));
    return small.size === 0 ? rows : [...rows, together(origin, [...small])];
  });
}

const bestFirst = (rows: BoardPlaceDto[]) =>
  rows.sort((a, b) => b.revenueVnd - a.revenueVnd || (a.nameVi < b.nameVi ? -1 : 1));

function smallOnSomeDay(places: readonly Place[]): Set<Place> {
  const days = new Set(places.flatMap(({ sellersByDay }) => [...sellersByDay.keys()]));
  return new Set(
    [...days].flatMap((day) => {
      const sold = places.filter(({ sellersByDay }) => sellersByDay.has(day));
      return groupSmall(sold, ({ sellersByDay }) => sellersByDay.get(day)?.size ?? 0).grouped;
    }),
  );
}

const sellersOf = ({ sellersByDay }: Place) =>
  new Set([...sellersByDay.values()].flatMap((sellers) => [...sellers]));

function told(place: Place): BoardPlaceDto {
  const { sellersByDay: _, ...row } = place;
  return { ...row, exhibitorsSelling: sellersOf(place).size };
}

const together = (origin: BoardPlaceDto['origin'], places: Place[]): BoardPlaceDto => ({
  origin,
  key: 'grouped',
  nameVi: '',
  nameEn: '',
  ...sumOf(places.map(told)),
  placeCount: places.length,
});

/**
 * The provinces among the places, each with its class of heat. Ours is the sum of its communes: what
 * was sold from here is always told. Places told together have no province to stand on.
 */
export function provincesOf(
  places: readonly BoardPlaceDto[],
  ownKey: string,
): { provinces: BoardProvinceDto[]; heat: HeatClassDto[] } {
  const own = places.filter(({ origin }) => origin === 'inProvince');
  const rows = [
    ...(own.length > 0 ? [{ ...sumOf(own), key: ownKey }] : []),
    ...places.filter(({ origin, key }) => origin === 'otherProvince' && key !== 'grouped'),
  ];
  const { standings, classes } = heatOf(
    rows.map(({ key, revenueVnd }) => ({ boothId: key, amount: revenueVnd })),
    true,
  );
  return {
    provinces: rows
      .map(({ key, revenueVnd, salesCount, exhibitorsSelling }) => ({
        key,
        revenueVnd,
        salesCount,
        exhibitorsSelling,
        heat: standings.get(key)?.heat ?? 1,
      }))
      .sort((a, b) => b.revenueVnd - a.revenueVnd || (a.key < b.key ? -1 : 1)),
    heat: classes,
  };
}

const sumOf = (places: readonly BoardPlaceDto[]) => ({
  revenueVnd: places.reduce((sum, place) => sum + place.revenueVnd, 0),
  salesCount: places.reduce((sum, place) => sum + place.salesCount, 0),
  exhibitorsSelling: places.reduce((sum, place) => sum + place.exhibitorsSelling, 0),
});
