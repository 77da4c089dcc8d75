/*
 * Totals by zone and by origin are always shown. Whoever may not see the money of a single booth
 * must not find it by subtracting either: a split of both is shown only when no entry of the whole
 * table of zones and origins that the totals do not already give away stands for one or two booths.
 */

/** Below this many booths a figure is the money of a booth. */
export const FEWEST_BOOTHS = 3;

export interface Cell {
  day: string;
  zoneId: string;
  origin: string;
  /** Booths with money there that day. */
  boothCount: number;
}

/** Whether zone and origin together can be shown for a day, and so for any sum of such days. */
export function isTableSafe(cells: readonly Cell[]): boolean {
  const days = new Set(cells.map(({ day }) => day));
  return [...days].every((day) =>
    unknownFromTotals(cells.filter((cell) => cell.day === day)).every(
      ({ boothCount }) => boothCount >= FEWEST_BOOTHS,
    ),
  );
}

/* An entry alone in its row or column is that row's or column's total: known, and taken out. */
function unknownFromTotals(cells: readonly Cell[]): Cell[] {
  let left = [...cells];
  for (;;) {
    const open = left.filter(
      (cell) =>
        left.some((other) => other !== cell && other.zoneId === cell.zoneId) &&
        left.some((other) => other !== cell && other.origin === cell.origin),
    );
    if (open.length === left.length) return open;
    left = open;
  }
}

/** Whether a zone and an origin asked for together stand for enough booths on each of the days. */
export function isCrowded(
  cells: readonly Cell[],
  asked: { zoneIds: readonly string[]; origins: readonly string[] },
): boolean {
  const counts = new Map<string, number>();
  for (const { day, zoneId, origin, boothCount } of cells) {
    if (!asked.zoneIds.includes(zoneId) || !asked.origins.includes(origin)) continue;
    counts.set(day, (counts.get(day) ?? 0) + boothCount);
  }
  return [...counts.values()].every((count) => count >= FEWEST_BOOTHS);
}

/**
 * Whether what booths declared may be split by zone and by origin: on no day may a zone or an origin
 * stand for one or two of them. With both asked for together the whole table must hold as well.
 */
export function isDeclaredSplitSafe(cells: readonly Cell[], isCrossed: boolean): boolean {
  return areTotalsCrowded(cells) && (!isCrossed || isTableSafe(cells));
}

/* Whether each zone and each origin of each day stands for enough booths. */
function areTotalsCrowded(cells: readonly Cell[]): boolean {
  const sums = new Map<string, number>();
  for (const { day, zoneId, origin, boothCount } of cells) {
    for (const part of [zoneId, origin]) {
      sums.set(`${day} ${part}`, (sums.get(`${day} ${part}`) ?? 0) + boothCount);
    }
  }
  return [...sums.values()].every((count) => count >= FEWEST_BOOTHS);
}

/** A booth with money in an hour of the day. */
export interface SoldInHour {
  hour: number;
  boothId: string;
  zoneId: string;
  /** '' when its sellers are of several origins, or of none that is known. */
  origin: string;
}

/**
 * After which hours it may be told what each booth had sold by then. The minutes of a zone and of an
 * origin are always told: a stretch in which one or two booths of it sold would be their money. So
 * hours run together until three have in every zone and origin that sold at all, and what is left
 * up to now joins the last of them.
 */
export function hoursToTell(hours: readonly number[], sold: readonly SoldInHour[]): number[] {
  const isCrossTold = isTableSafe(cellsOf(sold));
  const isSafe = (stretch: readonly SoldInHour[]) => isStretchSafe(cellsOf(stretch), isCrossTold);
  const told: { hour: number; stretch: SoldInHour[] }[] = [];
  let left = [...sold];
  for (const hour of hours) {
    const stretch = left.filter((cell) => cell.hour <= hour);
    if (!isSafe(stretch)) continue;
    told.push({ hour, stretch });
    left = left.filter((cell) => cell.hour > hour);
  }
  while (told.length > 0 && !isSafe(left)) left.push(...(told.pop()?.stretch ?? []));
  return told.map(({ hour }) => hour);
}

/* Each booth once, however many of the hours it sold in. */
function cellsOf(sold: readonly SoldInHour[]): Cell[] {
  const booths = new Map<string, { zoneId: string; origin: string; ids: Set<string> }>();
  for (const { zoneId, origin, boothId } of sold) {
    const key = origin === '' ? boothId : `${zoneId} ${origin}`;
    const cell = booths.get(key) ?? { zoneId, origin, ids: new Set() };
    booths.set(key, { ...cell, ids: cell.ids.add(boothId) });
  }
  return [...booths.values()].map(({ ids, ...cell }) => ({
    ...cell,
    day: '',
    boothCount: cell.origin === '' ? 0 : ids.size,
  }));
}

/* What the totals of the stretch give away must be the money of three booths, too. */
function isStretchSafe(cells: readonly Cell[], isCrossTold: boolean): boolean {
  const open = unknownFromTotals(cells);
  const told = isCrossTold ? cells : cells.filter((cell) => !open.includes(cell));
  return areTotalsCrowded(cells) && told.every(({ boothCount }) => boothCount >= FEWEST_BOOTHS);
}

export interface Grouped<Row> {
  shown: Row[];
  /** Too small to stand alone; three sellers or more in all, or nobody. */
  grouped: Row[];
}

/**
 * Rows that may stand alone, and the rest to be told as one. Of a rest that is itself too small
 * the smallest row that could stand alone joins it, or it would be the total less the others; of
 * equal ones the later, so rows that come in one order are always told apart in one way.
 */
export function groupSmall<Row>(
  rows: readonly Row[],
  sellersOf: (row: Row) => number,
): Grouped<Row> {
  const shown = rows.filter((row) => sellersOf(row) >= FEWEST_BOOTHS);
  const grouped = rows.filter((row) => sellersOf(row) < FEWEST_BOOTHS);
  const sellers = () => grouped.reduce((sum, row) => sum + sellersOf(row), 0);
  shown.sort((a, b) => sellersOf(b) - sellersOf(a));
  while (grouped.length > 0 && sellers() < FEWEST_BOOTHS && shown.length > 0) {
    grouped.push(...shown.splice(-1));
  }
  return { shown, grouped };
}
