/**
 * Where a unit stands in a grid that is shaped like the country: columns from the west, rows from the
 * north, a tile for each. No border is drawn and no area told; a tile only says where to look.
 */
export interface Tile {
  column: number;
  row: number;
}

type TileRow = readonly [code: string, column: number, row: number];

export const TILES_OF_34: readonly TileRow[] = [
  ['12', 0, 0],
  ['15', 1, 0],
  ['08', 2, 0],
  ['04', 3, 0],
  ['11', 0, 1],
  ['14', 1, 1],
  ['25', 2, 1],
  ['19', 3, 1],
  ['20', 4, 1],
  ['01', 2, 2],
  ['24', 3, 2],
  ['22', 4, 2],
  ['37', 2, 3],
  ['33', 3, 3],
  ['31', 4, 3],
  ['38', 2, 4],
  ['40', 2, 5],
  ['42', 3, 5],
  ['44', 3, 6],
  ['46', 4, 6],
  ['48', 4, 7],
  ['51', 4, 8],
  ['52', 4, 9],
  ['66', 4, 10],
  ['68', 3, 11],
  ['56', 4, 11],
  ['80', 1, 12],
  ['75', 2, 12],
  ['91', 0, 13],
  ['82', 1, 13],
  ['79', 2, 13],
  ['92', 1, 14],
  ['86', 2, 14],
  ['96', 0, 15],
];

/** Special zones far out at sea, each a part of its province and drawn in its colour. */
export const ISLAND_TILES: readonly (readonly [
  provinceCode: string,
  nameVi: string,
  nameEn: string,
  column: number,
  row: number,
])[] = [
  ['48', 'Hoàng Sa', 'Hoang Sa', 5, 7],
  ['56', 'Trường Sa', 'Truong Sa', 5, 12],
];
