import type { components } from '../api/schema.generated';

type Schemas = components['schemas'];
export type Draft = Schemas['PlanDraftDto'];
export type Fault = Schemas['PlanFaultDto'];
export type DrawnZone = Schemas['DrawnZoneDto'] & { what: 'zone' };
export type DrawnBooth = Schemas['DrawnBoothDto'] & { what: 'booth' };
export type DrawnFeature = Schemas['DrawnFeatureDto'] & { what: 'feature' };
export type Item = DrawnZone | DrawnBooth | DrawnFeature;

/** The whole plan under the pen; an item is never changed, but replaced under its id. */
export interface Drawing {
  hallWidthCm: number;
  hallDepthCm: number;
  leastAisleCm: number;
  items: ReadonlyMap<string, Item>;
}

/** What became of one item; null is nothing. */
export interface Change {
  id: string;
  before: Item | null;
  after: Item | null;
}

export interface Hall {
  hallWidthCm: number;
  hallDepthCm: number;
  leastAisleCm: number;
}

/** One step of drawing, which can be taken back. */
export interface Step {
  changes: readonly Change[];
  hall?: { before: Hall; after: Hall };
}

export function drawingOf(plan: Draft['plan']): Drawing {
  const items: Item[] = [
    ...plan.zones.map((zone) => ({ ...zone, what: 'zone' as const })),
    ...plan.features.map((feature) => ({ ...feature, what: 'feature' as const })),
    ...plan.booths.map((booth) => ({ ...booth, what: 'booth' as const })),
  ];
  return { ...hallOf(plan), items: new Map(items.map((item) => [item.id, item])) };
}

export const hallOf = ({ hallWidthCm, hallDepthCm, leastAisleCm }: Hall): Hall => ({
  hallWidthCm,
  hallDepthCm,
  leastAisleCm,
});

export const boothsIn = ({ items }: Drawing): DrawnBooth[] =>
  [...items.values()].filter((item) => item.what === 'booth');
export const zonesIn = ({ items }: Drawing): DrawnZone[] =>
  [...items.values()].filter((item) => item.what === 'zone');
export const featuresIn = ({ items }: Drawing): DrawnFeature[] =>
  [...items.values()].filter((item) => item.what === 'feature');

/** Whether two states of an item, or of the hall, are the same in every field. */
export function isSame(a: object | null, b: object | null): boolean {
  if (a === null || b === null) return a === b;
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length && names.every((name) => one[name] === other[name])
  );
}

/** The drawing after a step. */
export function stepped(drawing: Drawing, step: Step): Drawing {
  const items = new Map(drawing.items);
  for (const { id, after } of step.changes) {
    if (after === null) items.delete(id);
    else items.set(id, after);
  }
  return { ...drawing, ...step.hall?.after, items };
}

/** The step that takes a step back. */
export const inverseOf = ({ changes, hall }: Step): Step => ({
  changes: changes.map(({ id, before, after }) => ({ id, before: after, after: before })),
  ...(hall && { hall: { before: hall.after, after: hall.before } }),
});

/** What lies between two drawings, as a step. */
export function stepBetween(from: Drawing, to: Drawing): Step {
  const ids = new Set([...from.items.keys(), ...to.items.keys()]);
  const changes = [...ids].flatMap((id): Change[] => {
    const before = from.items.get(id) ?? null;
    const after = to.items.get(id) ?? null;
    return before === after || isSame(before, after) ? [] : [{ id, before, after }];
  });
  const [before, after] = [hallOf(from), hallOf(to)];
  return isSame(before, after) ? { changes } : { changes, hall: { before, after } };
}

export const isEmpty = ({ changes, hall }: Step) => changes.length === 0 && hall === undefined;

/** A step as the server takes it. */
export function bodyOf({ changes, hall }: Step) {
  const after = changes.flatMap((change) => change.after ?? []);
  return {
    ...hall?.after,
    zones: after.flatMap((item) => (item.what === 'zone' ? withoutWhat(item) : [])),
    booths: after.flatMap((item) => (item.what === 'booth' ? withoutWhat(item) : [])),
    features: after.flatMap((item) => (item.what === 'feature' ? withoutWhat(item) : [])),
    removedIds: changes.flatMap((change) => (change.after === null ? change.id : [])),
  };
}

const withoutWhat = <Some extends Item>({ what: _, ...item }: Some): Omit<Some, 'what'> => item;

/** What is drawn here and by someone else, at once. */
export interface Merge {
  /** Theirs with everything drawn here that does not clash. */
  merged: Drawing;
  /** The same with what clashes as it was drawn here. */
  mine: Drawing;
  /** Items that both changed, to other ends. */
  clashes: Change[];
}

/** Puts what was drawn here on top of what someone else saved meanwhile. */
export function mergeOnto(theirs: Drawing, step: Step): Merge {
  const clashes = step.changes.filter(({ id, before, after }) => {
    const now = theirs.items.get(id) ?? null;
    return !isSame(now, before) && !isSame(now, after);
  });
  const clashing = new Set(clashes.map(({ id }) => id));
  const calm = {
    ...step,
    changes: step.changes.filter(({ id }) => !clashing.has(id)),
  };
  const merged = stepped(theirs, calm);
  return { merged, mine: stepped(merged, { changes: clashes }), clashes };
}

/** The drawing with everything that was done to it here and can be taken back or done again. */
export interface Sheet {
  drawing: Drawing;
  past: readonly Step[];
  future: readonly Step[];
}

export const freshSheet = (drawing: Drawing): Sheet => ({ drawing, past: [], future: [] });

const MOST_STEPS = 500;

/**
 * One more step. A nudge right after a nudge of the same items is one with it, so that an arrow key
 * held down is taken back at once.
 */
export function drawn(sheet: Sheet, step: Step, isNudge = false): Sheet {
  if (isEmpty(step)) return sheet;
  const drawing = stepped(sheet.drawing, step);
  const last = sheet.past.at(-1);
  if (isNudge && last && isNudgeOf(last, step)) {
    const before = new Map(last.changes.map((change) => [change.id, change.before]));
    const changes = step.changes.map((change) => ({
      ...change,
      before: before.get(change.id) ?? change.before,
    }));
    return { drawing, past: [...sheet.past.slice(0, -1), { changes }], future: [] };
  }
  return { drawing, past: [...sheet.past, step].slice(-MOST_STEPS), future: [] };
}

/* Only places differ, and of the same items. */
function isNudgeOf(last: Step, step: Step): boolean {
  const moved = new Map(last.changes.map((change) => [change.id, change]));
  return (
    last.hall === undefined &&
    moved.size === step.changes.length &&
    step.changes.every(({ id, after }) => {
      const before = moved.get(id);
      return (
        after !== null &&
        before?.before &&
        before.after &&
        isSame({ ...before.before, xCm: 0, yCm: 0 }, { ...after, xCm: 0, yCm: 0 })
      );
    })
  );
}

export function undone(sheet: Sheet): Sheet {
  const step = sheet.past.at(-1);
  if (!step) return sheet;
  return {
    drawing: stepped(sheet.drawing, inverseOf(step)),
    past: sheet.past.slice(0, -1),
    future: [...sheet.future, step],
  };
}

export function redone(sheet: Sheet): Sheet {
  const step = sheet.future.at(-1);
  if (!step) return sheet;
  return {
    drawing: stepped(sheet.drawing, step),
    past: [...sheet.past, step],
    future: sheet.future.slice(0, -1),
  };
}
