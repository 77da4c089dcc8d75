import { expect, test } from '@playwright/test';
import type { BoardMap, Splits } from './further-requests';
import { tilesOf, withoutTile, withQuiet } from './origin-map.rules';

const province = (code: string, exhibitorCount: number, more = {}) => ({
  key: `34:${code}`,
  nameVi: code,
  nameEn: code,
  fullNameVi: `Tỉnh ${code}`,
  fullNameEn: `${code} Province`,
  isOwn: code === '22',
  column: Number(code),
  row: 0,
  islands: [],
  exhibitorCount,
  ...more,
});
const unit = (key: string, exhibitorCount: number) => ({
  key,
  nameVi: key,
  nameEn: key,
  formerVi: null,
  formerEn: null,
  exhibitorCount,
});
const map: BoardMap = {
  provinces: [province('01', 3), province('04', 1), province('11', 0), province('22', 9)],
  units: [unit('qn-communes:1', 9), unit('qn-communes:2', 2), unit('qn-communes:3', 0)],
};
const place = (
  origin: 'inProvince' | 'otherProvince' | 'foreign',
  key: string,
  placeCount = 1,
) => ({
  origin,
  key,
  nameVi: key,
  nameEn: key,
  revenueVnd: 500,
  salesCount: 1,
  exhibitorsSelling: 3,
  placeCount,
});
const splits = (places: Splits['places'], told: string[]) =>
  ({
    places,
    provinces: told.map((key) => ({
      key,
      revenueVnd: 500,
      salesCount: 1,
      exhibitorsSelling: 3,
      heat: 6,
    })),
  }) as unknown as Splits;
const statesOf = (answer: Splits, asked: string[] = []) =>
  tilesOf(map, answer, asked).map(({ province: { key }, state }) => [key.slice(3), state]);

test('an empty province is told apart from one that nobody came from', () => {
  const answer = splits([place('otherProvince', '34:01')], ['34:01']);
  expect(statesOf(answer)).toEqual([
    ['01', 'told'],
    ['04', 'quiet'],
    ['11', 'absent'],
    ['22', 'quiet'],
  ]);
  expect(statesOf(answer, ['foreign']).map(([, state]) => state)).toEqual([
    'told',
    'left_out',
    'left_out',
    'left_out',
  ]);
});

test('where places are told together, no tile says which of them sold', () => {
  const answer = splits(
    [place('inProvince', 'grouped', 2), place('otherProvince', 'grouped', 2)],
    ['34:22'],
  );
  expect(statesOf(answer)).toEqual([
    ['01', 'grouped'],
    ['04', 'grouped'],
    ['11', 'absent'],
    ['22', 'told'],
  ]);
  expect(withQuiet(answer.places, map, [])).toEqual(answer.places);
});

test('the list has a row of 0 for whoever takes part and sold nothing', () => {
  const answer = splits([place('inProvince', 'qn-communes:1'), place('foreign', 'TH')], ['34:22']);
  const rows = withQuiet(answer.places, map, []);
  expect(rows.map(({ key, nameVi, revenueVnd }) => [key, nameVi, revenueVnd])).toEqual([
    ['qn-communes:1', 'qn-communes:1', 500],
    ['TH', 'TH', 500],
    ['qn-communes:2', 'qn-communes:2', 0],
    ['34:01', 'Tỉnh 01', 0],
    ['34:04', 'Tỉnh 04', 0],
  ]);
  expect(withQuiet(answer.places, map, ['foreign'])).toEqual(answer.places);
  expect(withQuiet(answer.places, null, [])).toEqual(answer.places);
});

test('a place written down in another set of units is named, and set 63 has no tiles', () => {
  const answer = splits(
    [place('otherProvince', '63:15'), place('otherProvince', '34:01')],
    ['34:01'],
  );
  const tiles = tilesOf(map, answer, []);
  expect(withoutTile(answer, tiles).map(({ key }) => key)).toEqual(['63:15']);
  const older = { ...map, provinces: [province('01', 1, { column: null, row: null })] };
  expect(tilesOf(older, answer, [])).toEqual([]);
});
