import { newId } from '@phien/kernel';
import type { Change, DrawnBooth, DrawnFeature, Drawing, Item, Step } from './drawing.rules';

export interface Box {
  xCm: number;
  yCm: number;
  widthCm: number;
  depthCm: number;
}

export type Facing = DrawnBooth['faces'];

/** Everything stands on a grid of 10 cm unless it is told in words. */
export const GRID_CM = 10;
export const onGrid = (cm: number) => Math.round(cm / GRID_CM) * GRID_CM;

/** The smallest box around all of them. */
export function boundsOf(boxes: readonly Box[]): Box {
  const xCm = Math.min(...boxes.map((box) => box.xCm));
  const yCm = Math.min(...boxes.map((box) => box.yCm));
  const eastCm = Math.max(...boxes.map((box) => box.xCm + box.widthCm));
  const southCm = Math.max(...boxes.map((box) => box.yCm + box.depthCm));
  return { xCm, yCm, widthCm: eastCm - xCm, depthCm: southCm - yCm };
}

export const touches = (a: Box, b: Box) =>
  a.xCm < b.xCm + b.widthCm &&
  b.xCm < a.xCm + a.widthCm &&
  a.yCm < b.yCm + b.depthCm &&
  b.yCm < a.yCm + a.depthCm;

const holds = (outer: Box, inner: Box) =>
  inner.xCm >= outer.xCm &&
  inner.yCm >= outer.yCm &&
  inner.xCm + inner.widthCm <= outer.xCm + outer.widthCm &&
  inner.yCm + inner.depthCm <= outer.yCm + outer.depthCm;

/** Ground that other things stand on: it is taken by a marquee only when it lies in it whole. */
export const isGround = (item: Item) =>
  item.what === 'zone' || (item.what === 'feature' && item.kind === 'aisle');

/** What a marquee takes. */
export const inMarquee = (items: Iterable<Item>, box: Box): Item[] =>
  [...items].filter((item) => (isGround(item) ? holds(box, item) : touches(box, item)));

/** A step that changes items, each by itself. */
export const changing = (items: readonly Item[], change: (item: Item) => Item): Step => ({
  changes: items.flatMap((item): Change[] => {
    const after = change(item);
    return after === item ? [] : [{ id: item.id, before: item, after }];
  }),
});

export const adding = (items: readonly Item[]): Step => ({
  changes: items.map((item) => ({ id: item.id, before: null, after: item })),
});

export const removing = (items: readonly Item[]): Step => ({
  changes: items.map((item) => ({ id: item.id, before: item, after: null })),
});

export const moving = (items: readonly Item[], dxCm: number, dyCm: number): Step =>
  changing(items, (item) =>
    dxCm === 0 && dyCm === 0 ? item : { ...item, xCm: item.xCm + dxCm, yCm: item.yCm + dyCm },
  );

export type Side = 'west' | 'center' | 'east' | 'north' | 'middle' | 'south';

/** Everything along one side, or through the middle, of the box around all. */
export function aligning(items: readonly Item[], side: Side): Step {
  const box = boundsOf(items);
  const place = (item: Item): Partial<Box> => {
    switch (side) {
      case 'west':
        return { xCm: box.xCm };
      case 'east':
        return { xCm: box.xCm + box.widthCm - item.widthCm };
      case 'center':
        return { xCm: Math.round(box.xCm + (box.widthCm - item.widthCm) / 2) };
      case 'north':
        return { yCm: box.yCm };
      case 'south':
        return { yCm: box.yCm + box.depthCm - item.depthCm };
      case 'middle':
        return { yCm: Math.round(box.yCm + (box.depthCm - item.depthCm) / 2) };
    }
  };
  return changing(items, (item) => placed(item, place(item)));
}

const placed = (item: Item, { xCm = item.xCm, yCm = item.yCm }: Partial<Box>): Item =>
  xCm === item.xCm && yCm === item.yCm ? item : { ...item, xCm, yCm };

/** The same gap between neighbours; the outermost two stay where they are. */
export function distributing(items: readonly Item[], along: 'x' | 'y'): Step {
  const [at, size] = along === 'x' ? (['xCm', 'widthCm'] as const) : (['yCm', 'depthCm'] as const);
  const ordered = [...items].sort((a, b) => a[at] - b[at]);
  const box = boundsOf(items);
  const free = box[size] - ordered.reduce((sum, item) => sum + item[size], 0);
  const gap = ordered.length > 1 ? free / (ordered.length - 1) : 0;
  const places = new Map<string, number>();
  let next = box[at];
  for (const item of ordered) {
    places.set(item.id, Math.round(next));
    next += item[size] + gap;
  }
  return changing(items, (item) => placed(item, { [at]: places.get(item.id) }));
}

const TURNED: Record<Facing, Facing> = {
  north: 'east',
  east: 'south',
  south: 'west',
  west: 'north',
};

/** A quarter turn clockwise around the middle of all of them. */
export function rotating(items: readonly Item[]): Step {
  const box = boundsOf(items);
  const [midX, midY] = [box.xCm + box.widthCm / 2, box.yCm + box.depthCm / 2];
  return changing(items, (item) => {
    const [fromX, fromY] = [item.xCm + item.widthCm / 2 - midX, item.yCm + item.depthCm / 2 - midY];
    const turned = {
      ...item,
      widthCm: item.depthCm,
      depthCm: item.widthCm,
      xCm: onGrid(midX - fromY - item.depthCm / 2),
      yCm: onGrid(midY + fromX - item.widthCm / 2),
    };
    return turned.what === 'booth' ? { ...turned, faces: TURNED[turned.faces] } : turned;
  });
}

/** The same things once more, beside where they stand, with codes of their own. */
export function duplicates(
  drawing: Drawing,
  items: readonly Item[],
  dxCm: number,
  dyCm: number,
): Item[] {
  const taken = codesIn(drawing);
  return items.map((item) => {
    const copy = { ...item, id: newId(), xCm: item.xCm + dxCm, yCm: item.yCm + dyCm };
    if (copy.what === 'feature') return copy;
    const code = nextCode(copy.code, taken[copy.what]);
    taken[copy.what].add(code);
    return { ...copy, code };
  });
}

function codesIn({ items }: Drawing) {
  const taken = { zone: new Set<string>(), booth: new Set<string>() };
  for (const item of items.values()) if (item.what !== 'feature') taken[item.what].add(item.code);
  return taken;
}

/** The first code after this one that nobody has: A09, A10; without a number at its end, A, A2. */
export function nextCode(code: string, taken: ReadonlySet<string>): string {
  const [, prefix = code, digits = ''] = /^(.*?)(\d*)$/.exec(code) ?? [];
  for (let number = digits === '' ? 2 : Number(digits) + 1; ; number += 1) {
    const next = `${prefix}${String(number).padStart(digits.length, '0')}`;
    if (!taken.has(next)) return next;
  }
}

export const freeCode = (drawing: Drawing, what: 'zone' | 'booth', first: string): string => {
  const taken = codesIn(drawing)[what];
  return taken.has(first) ? nextCode(first, taken) : first;
};

export interface Numbering {
  prefix: string;
  start: number;
  step: number;
  /** Every other row runs back. */
  isSnake: boolean;
}

/** Codes have as many digits as the largest of them needs, and two at least. */
function codesFor({ prefix, start, step }: Numbering, count: number): string[] {
  const largest = Math.max(start, start + step * (count - 1));
  const digits = Math.max(2, String(largest).length);
  return Array.from(
    { length: count },
    (_, at) => `${prefix}${String(start + step * at).padStart(digits, '0')}`,
  );
}

/** Booths as they are read: row by row from the north, west to east; in a snake every other row back. */
export function readingOrder(booths: readonly DrawnBooth[], isSnake: boolean): DrawnBooth[] {
  const rows: DrawnBooth[][] = [];
  for (const booth of [...booths].sort((a, b) => a.yCm - b.yCm || a.xCm - b.xCm)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (row && first && booth.yCm + booth.depthCm / 2 < first.yCm + first.depthCm) row.push(booth);
    else rows.push([booth]);
  }
  return rows.flatMap((row, at) => {
    const ordered = row.sort((a, b) => a.xCm - b.xCm);
    return isSnake && at % 2 === 1 ? ordered.reverse() : ordered;
  });
}

/** New codes for booths, in reading order. */
export function renumbering(booths: readonly DrawnBooth[], numbering: Numbering): Step {
  const codes = codesFor(numbering, booths.length);
  const byId = new Map(
    readingOrder(booths, numbering.isSnake).map(({ id }, at) => [id, codes[at] ?? '']),
  );
  return changing(booths, (item) =>
    item.what !== 'booth' || item.code === byId.get(item.id)
      ? item
      : { ...item, code: byId.get(item.id) ?? item.code },
  );
}

export interface RowWish {
  /** Booths in each row. */
  count: number;
  widthCm: number;
  depthCm: number;
  /** The open side; of the second row it is the other one. */
  faces: Facing;
  isBackToBack: boolean;
  /** Of the aisle drawn before each open side; 0 draws none. */
  aisleCm: number;
  xCm: number;
  yCm: number;
  zoneId: string;
  numbering: Numbering;
}

/** A row of booths side by side, or two back to back, with the aisles before them. */
export function rowOf(wish: RowWish): (DrawnBooth | DrawnFeature)[] {
  const { count, widthCm, depthCm, faces, isBackToBack, xCm, yCm, zoneId } = wish;
  const isAcross = faces === 'north' || faces === 'south';
  const codes = codesFor(wish.numbering, count * (isBackToBack ? 2 : 1));
  const opposite = TURNED[TURNED[faces]];
  /* Of two rows the northern or western one opens to its own side. */
  const sides = !isBackToBack
    ? [faces]
    : faces === 'north' || faces === 'west'
      ? [faces, opposite]
      : [opposite, faces];
  const rows = sides.map((side, row) =>
    Array.from({ length: count }, (_, at): DrawnBooth => {
      const isBackwards = row === 1 && wish.numbering.isSnake;
      const number = row * count + (isBackwards ? count - 1 - at : at);
      const along = at * widthCm;
      const aside = row * depthCm;
      return {
        what: 'booth',
        id: newId(),
        code: codes[number] ?? '',
        zoneId,
        kind: 'standard',
        faces: side,
        xCm: xCm + (isAcross ? along : aside),
        yCm: yCm + (isAcross ? aside : along),
        widthCm: isAcross ? widthCm : depthCm,
        depthCm: isAcross ? depthCm : widthCm,
      };
    }),
  );
  const aisles =
    wish.aisleCm === 0 ? [] : rows.map((row, at) => aisleBefore(row, sides[at]!, wish.aisleCm));
  return [...aisles, ...rows.flat()];
}

function aisleBefore(row: readonly DrawnBooth[], faces: Facing, aisleCm: number): DrawnFeature {
  const box = boundsOf(row);
  const ground: Record<Facing, Box> = {
    north: { ...box, yCm: box.yCm - aisleCm, depthCm: aisleCm },
    south: { ...box, yCm: box.yCm + box.depthCm, depthCm: aisleCm },
    west: { ...box, xCm: box.xCm - aisleCm, widthCm: aisleCm },
    east: { ...box, xCm: box.xCm + box.widthCm, widthCm: aisleCm },
  };
  return { what: 'feature', id: newId(), kind: 'aisle', nameVi: '', nameEn: '', ...ground[faces] };
}

/** The zone that most of a box stands in, or the first one. */
export function zoneAt(drawing: Drawing, box: Box): string | null {
  let best: string | null = null;
  let most = -1;
  for (const item of drawing.items.values()) {
    if (item.what !== 'zone') continue;
    const width =
      Math.min(item.xCm + item.widthCm, box.xCm + box.widthCm) - Math.max(item.xCm, box.xCm);
    const depth =
      Math.min(item.yCm + item.depthCm, box.yCm + box.depthCm) - Math.max(item.yCm, box.yCm);
    const shared = Math.max(0, width) * Math.max(0, depth);
    if (shared > most) {
      most = shared;
      best = item.id;
    }
  }
  return best;
}
