import type { BoardMap, Splits } from './further-requests';

export type PlaceRow = Splits['places'][number];
type Province = BoardMap['provinces'][number];
type Sold = Splits['provinces'][number];

/**
 * `told`: coloured by its revenue. `grouped`: takes part, and has either sold nothing or too few of its
 * sellers have, so that it is told with others. `quiet`: takes part without revenue. `absent`: nobody
 * from there. `left_out`: not asked for.
 */
export type TileState = 'told' | 'grouped' | 'quiet' | 'absent' | 'left_out';

export interface MapTile {
  province: Province;
  column: number;
  row: number;
  state: TileState;
  /** Null unless told. */
  sold: Sold | null;
}

/** The provinces that have a tile, each with what may be said of it. */
export function tilesOf(
  { provinces }: BoardMap,
  splits: Splits,
  askedOrigins: readonly string[],
): MapTile[] {
  const sold = new Map(splits.provinces.map((row) => [row.key, row]));
  const isGrouped = splits.places.some(isGroupOfProvinces);
  return provinces.flatMap((province) => {
    const { key, column, row, isOwn, exhibitorCount } = province;
    if (column === null || row === null) return [];
    const told = sold.get(key) ?? null;
    const origin = isOwn ? 'inProvince' : 'otherProvince';
    const isAsked = askedOrigins.length === 0 || askedOrigins.includes(origin);
    const state: TileState = told
      ? 'told'
      : !isAsked
        ? 'left_out'
        : exhibitorCount === 0
          ? 'absent'
          : isGrouped && !isOwn
            ? 'grouped'
            : 'quiet';
    return [{ province, column, row, state, sold: told }];
  });
}

/** The row of provinces that are told together. */
export const isGroupOfProvinces = ({ origin, key }: PlaceRow) =>
  origin === 'otherProvince' && key === 'grouped';

/** Places of other provinces that no tile stands for: written down in another set of units. */
export const withoutTile = ({ places }: Splits, tiles: readonly MapTile[]): PlaceRow[] =>
  places.filter(
    ({ origin, key }) =>
      origin === 'otherProvince' &&
      key !== 'grouped' &&
      !tiles.some(({ province }) => province.key === key),
  );

/**
 * The places that were told and, of origins in which none is told together, those that take part
 * without revenue: an empty place is a figure, too.
 */
export function withQuiet(
  places: readonly PlaceRow[],
  map: BoardMap | null,
  askedOrigins: readonly string[],
): PlaceRow[] {
  const told = new Set(places.map(({ key }) => key));
  const hidden = new Set(places.filter(({ key }) => key === 'grouped').map(({ origin }) => origin));
  const isShown = (origin: PlaceRow['origin']) =>
    !hidden.has(origin) && (askedOrigins.length === 0 || askedOrigins.includes(origin));
  const quiet = (
    origin: PlaceRow['origin'],
    units: readonly { key: string; nameVi: string; nameEn: string; exhibitorCount: number }[],
  ): PlaceRow[] =>
    units
      .filter(({ key, exhibitorCount }) => exhibitorCount > 0 && !told.has(key))
      .map(({ key, nameVi, nameEn }) => ({
        origin,
        key,
        nameVi,
        nameEn,
        revenueVnd: 0,
        salesCount: 0,
        exhibitorsSelling: 0,
        placeCount: 1,
      }));
  if (map === null) return [...places];
  const provinces = map.provinces
    .filter(({ isOwn }) => !isOwn)
    .map((each) => ({ ...each, nameVi: each.fullNameVi, nameEn: each.fullNameEn }));
  return [
    ...places,
    ...(isShown('inProvince') ? quiet('inProvince', map.units) : []),
    ...(isShown('otherProvince') ? quiet('otherProvince', provinces) : []),
  ];
}
