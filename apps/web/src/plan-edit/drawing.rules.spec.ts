import { newId } from '@phien/kernel';
import { expect, test } from '@playwright/test';
import {
  adding,
  aligning,
  distributing,
  duplicates,
  inMarquee,
  moving,
  nextCode,
  removing,
  renumbering,
  rotating,
  rowOf,
  zoneAt,
} from './arrange.rules';
import type { RowWish } from './arrange.rules';
import {
  bodyOf,
  boothsIn,
  drawn,
  freshSheet,
  isEmpty,
  mergeOnto,
  redone,
  stepBetween,
  stepped,
  undone,
} from './drawing.rules';
import type { DrawnBooth, DrawnZone, Drawing, Item } from './drawing.rules';
import { edgesOf, snapped } from './snap.rules';

const zone: DrawnZone = {
  what: 'zone',
  id: newId(),
  code: '1',
  nameVi: 'Khu 1',
  nameEn: 'Zone 1',
  kind: 'selling',
  ...{ xCm: 0, yCm: 0, widthCm: 3_000, depthCm: 2_000 },
};
const booth = (code: string, xCm: number, yCm = 0, more: Partial<DrawnBooth> = {}): DrawnBooth => ({
  what: 'booth',
  id: newId(),
  code,
  zoneId: zone.id,
  kind: 'standard',
  faces: 'south',
  ...{ xCm, yCm, widthCm: 300, depthCm: 300, ...more },
});
const sheetOf = (...items: Item[]): Drawing => ({
  ...{ hallWidthCm: 3_000, hallDepthCm: 2_000, leastAisleCm: 300 },
  items: new Map([zone, ...items].map((item) => [item.id, item])),
});
const codes = (drawing: Drawing) => boothsIn(drawing).map(({ code }) => code);
const places = (items: Iterable<Item>) => [...items].map(({ xCm, yCm }) => [xCm, yCm]);
const after = (items: readonly Item[], step: ReturnType<typeof moving>) => {
  const drawing = stepped(sheetOf(...items), step);
  return items.map(({ id }) => drawing.items.get(id)!);
};
const wish: RowWish = {
  ...{ count: 3, widthCm: 300, depthCm: 200, isBackToBack: false, aisleCm: 0 },
  faces: 'south',
  ...{ xCm: 100, yCm: 500, zoneId: zone.id },
  numbering: { prefix: 'A', start: 1, step: 1, isSnake: false },
};

test('every step is taken back and done again, to the last field', () => {
  const [a, b] = [booth('A01', 0), booth('A02', 300)];
  const start = sheetOf(a, b);
  let sheet = freshSheet(start);
  sheet = drawn(sheet, moving([a, b], 10, 20));
  sheet = drawn(sheet, adding(rowOf(wish)));
  sheet = drawn(sheet, removing([a]));
  const end = sheet.drawing;
  expect(codes(end)).toEqual(['A02', 'A01', 'A02', 'A03']);
  for (let n = 0; n < 3; n += 1) sheet = undone(sheet);
  expect(isEmpty(stepBetween(start, sheet.drawing))).toBe(true);
  expect(undone(sheet)).toBe(sheet);
  for (let n = 0; n < 3; n += 1) sheet = redone(sheet);
  expect(isEmpty(stepBetween(end, sheet.drawing))).toBe(true);
});

test('an arrow key held down is one step, and nothing else is', () => {
  const a = booth('A01', 0);
  let sheet = freshSheet(sheetOf(a));
  for (let n = 0; n < 5; n += 1) {
    sheet = drawn(sheet, moving([sheet.drawing.items.get(a.id)!], 10, 0), true);
  }
  expect(sheet.past).toHaveLength(1);
  sheet = drawn(sheet, renumbering(boothsIn(sheet.drawing), { ...wish.numbering, prefix: 'B' }));
  sheet = drawn(sheet, moving(boothsIn(sheet.drawing), 10, 0), true);
  expect(sheet.past).toHaveLength(3);
  expect(places(boothsIn(undone(undone(undone(sheet))).drawing))).toEqual([[0, 0]]);
});

test('what is sent is what differs from what was saved, and no more', () => {
  const [a, b, c] = [booth('A01', 0), booth('A02', 300), booth('A03', 600)];
  const saved = sheetOf(a, b);
  const now = { ...sheetOf({ ...a, code: 'A09' }, c), hallWidthCm: 4_000 };
  expect(bodyOf(stepBetween(saved, now))).toMatchObject({
    ...{ hallWidthCm: 4_000, zones: [], features: [], removedIds: [b.id] },
    booths: [{ id: a.id, code: 'A09' }, { id: c.id }],
  });
  expect(isEmpty(stepBetween(saved, sheetOf({ ...a }, { ...b })))).toBe(true);
});

test('two who draw at once lose nothing: what does not clash is merged, what does is asked about', () => {
  const [a, b, c] = [booth('A01', 0), booth('A02', 300), booth('A03', 600)];
  const base = sheetOf(a, b, c);
  const mine = stepBetween(base, sheetOf({ ...a, xCm: 50 }, { ...b, code: 'M1' }, c));
  const theirs = sheetOf(a, { ...b, code: 'T1' }, { ...c, yCm: 90 });
  const { merged, mine: kept, clashes } = mergeOnto(theirs, mine);
  expect(clashes.map(({ id }) => id)).toEqual([b.id]);
  expect(places(boothsIn(merged))).toEqual([
    [50, 0],
    [300, 0],
    [600, 90],
  ]);
  expect(codes(merged)).toEqual(['A01', 'T1', 'A03']);
  expect(codes(kept)).toEqual(['A01', 'M1', 'A03']);
  expect(mergeOnto(sheetOf({ ...a, xCm: 50 }, { ...b, code: 'M1' }, c), mine).clashes).toEqual([]);
});

test('a row has its size, its numbers and its aisles; two stand back to back', () => {
  const single = rowOf({ ...wish, aisleCm: 300 });
  expect(single.map((item) => ('code' in item ? item.code : item.kind))).toEqual([
    ...['aisle', 'A01', 'A02', 'A03'],
  ]);
  expect(single[0]).toMatchObject({ xCm: 100, yCm: 700, widthCm: 900, depthCm: 300 });
  const double = rowOf({
    ...{ ...wish, isBackToBack: true, aisleCm: 300 },
    numbering: { ...wish.numbering, isSnake: true, start: 98 },
  });
  const booths = double.flatMap((item) => (item.what === 'booth' ? item : []));
  expect(booths.map(({ code, faces, xCm, yCm }) => [code, faces, xCm, yCm])).toEqual([
    ['A098', 'north', 100, 500],
    ['A099', 'north', 400, 500],
    ['A100', 'north', 700, 500],
    ['A103', 'south', 100, 700],
    ['A102', 'south', 400, 700],
    ['A101', 'south', 700, 700],
  ]);
  expect(places(double.slice(0, 2))).toEqual([
    [100, 200],
    [100, 900],
  ]);
  expect(rowOf({ ...wish, faces: 'east' })[2]).toMatchObject({
    ...{ xCm: 100, yCm: 1_100, widthCm: 200, depthCm: 300 },
  });
});

test('booths are numbered as they are read, and in a snake every other row runs back', () => {
  const rows = [booth('x', 300), booth('y', 0, 10), booth('z', 0, 400), booth('w', 300, 400)];
  const numbering = { prefix: 'B', start: 10, step: 5, isSnake: true };
  const numbered = (isSnake: boolean) =>
    after(rows, renumbering(rows, { ...numbering, isSnake })).map((item) =>
      'code' in item ? item.code : '',
    );
  expect(numbered(false)).toEqual(['B15', 'B10', 'B20', 'B25']);
  expect(numbered(true)).toEqual(['B15', 'B10', 'B25', 'B20']);
});

test('things are laid along a side, spread evenly, and turned around their middle', () => {
  const three = [booth('a', 0), booth('b', 400, 50), booth('c', 1_000, 20)];
  expect(places(after(three, aligning(three, 'north')))).toEqual([
    [0, 0],
    [400, 0],
    [1_000, 0],
  ]);
  expect(places(after(three, aligning(three, 'east'))).map(([x]) => x)).toEqual([
    1_000, 1_000, 1_000,
  ]);
  expect(places(after(three, distributing(three, 'x'))).map(([x]) => x)).toEqual([0, 500, 1_000]);
  const pair = [booth('a', 0), booth('b', 300)];
  const turned = after(pair, rotating(pair));
  expect(places(turned)).toEqual([
    [150, -150],
    [150, 150],
  ]);
  expect(turned[0]).toMatchObject({ faces: 'west' });
  const back = after(turned, rotating(after(turned, rotating(after(turned, rotating(turned))))));
  expect(places(back)).toEqual(places(pair));
});

test('a copy has a code of its own, and a code goes on counting', () => {
  const [a, b] = [booth('A09', 0), booth('A10', 300)];
  const copies = duplicates(sheetOf(a, b), [a, b], 50, 50);
  expect(copies.map((item) => ('code' in item ? item.code : ''))).toEqual(['A11', 'A12']);
  expect(nextCode('Cổng', new Set())).toBe('Cổng2');
});

test('a marquee takes what it touches, and ground only whole', () => {
  const a = booth('A01', 0);
  const taken = (widthCm: number, depthCm: number) =>
    inMarquee(sheetOf(a).items.values(), { xCm: 0, yCm: 0, widthCm, depthCm }).length;
  expect([taken(100, 100), taken(3_000, 2_000)]).toEqual([1, 2]);
});

test('a new booth belongs to the zone that it stands in', () => {
  const second = { ...zone, id: newId(), code: '2', xCm: 3_000 };
  const drawing = sheetOf(second);
  expect(zoneAt(drawing, booth('x', 2_900))).toBe(second.id);
  expect(zoneAt(drawing, booth('x', 2_700))).toBe(zone.id);
});

test('what is pulled lies down along a neighbour within reach, else on the grid', () => {
  const edges = edgesOf([booth('a', 305, 7)]);
  const box = booth('b', 0, 0);
  const pull = (dxCm: number, dyCm: number, reachCm = 20) =>
    snapped(box, { dxCm, dyCm }, edges, reachCm);
  expect(pull(12, 100)).toEqual({ dxCm: 5, dyCm: 100, guideX: 305, guideY: null });
  expect(pull(293, 13)).toEqual({ dxCm: 305, dyCm: 7, guideX: 305, guideY: 7 });
  expect(pull(43, 46)).toEqual({ dxCm: 40, dyCm: 50, guideX: null, guideY: null });
});
