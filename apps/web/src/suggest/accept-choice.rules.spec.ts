import { expect, test } from '@playwright/test';
import {
  countsOf,
  deedOf,
  delegationsThatChange,
  keysOfPart,
  placesNow,
  withThoseInTheWay,
} from './accept-choice.rules';
import type { AcceptedPlace, Part } from './accept-choice.rules';

const place = (
  key: string,
  beforeCodes: string[] | null,
  boothCodes: string[],
  said: Partial<AcceptedPlace> = {},
): AcceptedPlace => ({
  ...{ key, exhibitorId: key.split('/')[0]!, exhibitorName: `HTX ${key}` },
  ...{ delegationId: null, units: 6, beforeCodes, boothCodes, ...said },
});
const closed = (places: AcceptedPlace[], ...chosen: string[]) =>
  [...withThoseInTheWay(places, new Set(chosen))].sort();

const hall = [
  place('Mới', null, ['A01'], { delegationId: 'Tiên Yên' }),
  place('Một', ['A01'], ['A02'], { delegationId: 'Tiên Yên' }),
  place('Hai', ['A02'], ['A03']),
  place('Yên', ['A09'], ['A09']),
  place('Xa', ['B01'], ['B02']),
];

test('whoever stands in the way comes along, and whoever stands in theirs, and nobody else', () => {
  expect(closed(hall, 'Mới')).toEqual(['Hai', 'Một', 'Mới']);
  expect(closed(hall, 'Hai')).toEqual(['Hai']);
  expect(closed(hall, 'Xa')).toEqual(['Xa']);
});

test('a ring of exchanges is accepted whole or not at all', () => {
  const ring = [
    place('Một', ['A01'], ['A02']),
    place('Hai', ['A02'], ['A03']),
    place('Ba', ['A03'], ['A01']),
  ];
  for (const { key } of ring) expect(closed(ring, key)).toEqual(['Ba', 'Hai', 'Một']);
});

test('an island brings along everybody in any of its four booths', () => {
  const island = [
    place('Đảo', ['C01'], ['A01', 'A02', 'A07', 'A08']),
    place('Một', ['A02'], ['B01']),
    place('Hai', ['A08', 'A09'], ['B02', 'B03']),
    place('Ba', ['A03'], ['B04']),
  ];
  expect(closed(island, 'Đảo')).toEqual(['Hai', 'Một', 'Đảo']);
});

test('who shares may come to those of its delegation that there is room beside', () => {
  const own = { delegationId: 'Cô Tô', units: 3 };
  const shares = [
    place('Một', ['A01'], ['A01'], own),
    place('Hai', null, ['A01'], own),
    place('Ba', ['A01'], ['A02'], own),
    place('Tư', null, ['A02'], { ...own, units: 2 }),
  ];
  /* Three thirds stand where two halves fit: the one that leaves comes along. */
  expect(closed(shares, 'Hai')).toEqual(['Ba', 'Hai']);
  expect(closed(shares, 'Tư')).toEqual(['Tư']);
  const foreign = [
    place('Một', ['A01'], ['A03'], { delegationId: 'Ba Chẽ', units: 2 }),
    place('Hai', null, ['A01'], { ...own, units: 2 }),
  ];
  expect(closed(foreign, 'Hai')).toEqual(['Hai', 'Một']);
});

test('who keeps one of its booths is not in its own way', () => {
  const steps = [place('Một', ['A01', 'A02'], ['A02', 'A03']), place('Hai', null, ['A01'])];
  expect(closed(steps, 'Một')).toEqual(['Một']);
  expect(closed(steps, 'Hai')).toEqual(['Hai', 'Một']);
});

test('a part names those that it means, and never who stays', () => {
  const keys = (part: Part) => [...keysOfPart(hall, part)];
  expect(keys({ kind: 'all' })).toEqual(['Mới', 'Một', 'Hai', 'Xa']);
  expect(keys({ kind: 'newcomers' })).toEqual(['Mới']);
  expect(keys({ kind: 'delegation', delegationId: 'Tiên Yên' })).toEqual(['Mới', 'Một']);
  expect(keys({ kind: 'delegation', delegationId: null })).toEqual(['Hai', 'Xa']);
  expect(keys({ kind: 'chosen', exhibitorIds: new Set(['Yên', 'Xa']) })).toEqual(['Xa']);
  expect(hall.map(deedOf)).toEqual(['given', 'moved', 'moved', 'untouched', 'moved']);
  expect(delegationsThatChange(hall)).toEqual(['Tiên Yên', null]);
});

test('counts exhibitors, not their places, and nobody who is left without one', () => {
  expect(countsOf(hall, new Set(['Một', 'Hai']))).toEqual({ given: 0, moved: 2, untouched: 2 });
  const apart = [place('Một', ['A01'], ['A01']), place('Một/2', ['B01'], ['B02'])];
  expect(countsOf(apart, new Set(['Một/2']))).toEqual({ given: 0, moved: 1, untouched: 0 });
  expect(countsOf(hall, keysOfPart(hall, { kind: 'all' }))).toEqual({
    ...{ given: 1, moved: 3, untouched: 1 },
  });
});

test('who stands as suggested already has nothing to accept; who stands elsewhere is told', () => {
  const stands: Record<string, string[]> = {
    ...{
      Mới: ['A01'],
      Một: ['A02'],
      Hai: ['A02'],
      Yên: ['A09'],
      Xa: ['B07'],
      Apart: ['C02', 'C05'],
    },
  };
  const apart = [place('Apart', ['C01'], ['C02']), place('Apart/2', ['C05'], ['C06'])];
  const { places, elsewhere } = placesNow([...hall, ...apart], (id) => new Set(stands[id]));
  expect(places.map((each) => [each.key, deedOf(each)])).toEqual([
    ...[
      ['Mới', 'untouched'],
      ['Một', 'untouched'],
      ['Hai', 'moved'],
      ['Yên', 'untouched'],
    ],
    ...[
      ['Xa', 'moved'],
      ['Apart', 'untouched'],
      ['Apart/2', 'moved'],
    ],
  ]);
  expect([...elsewhere]).toEqual(['Xa']);
  const newcomer = placesNow([place('Mới', null, ['A01'])], () => new Set(['A44']));
  expect([...newcomer.elsewhere]).toEqual(['Mới']);
});
