import type {
  DrawnBooth,
  DrawnFeature,
  DrawnZone,
  PlanDocument,
  Rectangle,
} from '../plan/plan.rules';
import { nameOfFeature } from '../plan/plan-faults.rules';
import type { Refusal, Sentence } from '@phien/kernel';
import { planIdTaken, planTooLarge } from './plan-draft.refusals';

/** The largest plan that is drawn here: four times the largest fair there was. */
export const MOST = { zones: 100, booths: 2_000, features: 1_000 } as const;

/** What a save does to a draft: things under ids, new or in place of what they were, or gone. */
export interface PlanChanges {
  hallWidthCm?: number;
  hallDepthCm?: number;
  leastAisleCm?: number;
  zones: readonly DrawnZone[];
  booths: readonly DrawnBooth[];
  features: readonly DrawnFeature[];
  removedIds: readonly string[];
}

/** The draft after a save, or why not. What was gone already may go again. */
export function changedPlan(plan: PlanDocument, changes: PlanChanges): PlanDocument | Refusal {
  const removed = new Set(changes.removedIds);
  const after: PlanDocument = {
    hallWidthCm: changes.hallWidthCm ?? plan.hallWidthCm,
    hallDepthCm: changes.hallDepthCm ?? plan.hallDepthCm,
    leastAisleCm: changes.leastAisleCm ?? plan.leastAisleCm,
    zones: put(plan.zones, changes.zones, removed),
    booths: put(plan.booths, changes.booths, removed),
    features: put(plan.features, changes.features, removed),
  };
  for (const what of ['zones', 'booths', 'features'] as const) {
    if (after[what].length > MOST[what]) return planTooLarge(what, MOST[what]);
  }
  const ids = [...after.zones, ...after.booths, ...after.features].map(({ id }) => id);
  if (new Set(ids).size < ids.length) return planIdTaken();
  return after;
}

function put<Item extends { id: string }>(
  items: readonly Item[],
  changed: readonly Item[],
  removed: ReadonlySet<string>,
): Item[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const item of changed) byId.set(item.id, item);
  return [...byId.values()].filter(({ id }) => !removed.has(id));
}

export type PlanDifferenceField =
  | 'code'
  | 'zone'
  | 'place'
  | 'size'
  | 'facing'
  | 'kind'
  | 'name'
  | 'note';

/** How one thing of a draft differs from what is published. */
export interface PlanDifference {
  id: string | null;
  what: 'hall' | 'zone' | 'booth' | 'feature';
  change: 'added' | 'removed' | 'changed';
  name: Sentence;
  /** What a booth or a zone was called, when that is what changed. */
  codeBefore: string | null;
  fields: PlanDifferenceField[];
}

/** What publishing a draft would change, in the order zones, booths, features, each by name. */
export function differencesOf(published: PlanDocument, draft: PlanDocument): PlanDifference[] {
  const hall: PlanDifference[] =
    published.hallWidthCm === draft.hallWidthCm && published.hallDepthCm === draft.hallDepthCm
      ? []
      : [
          {
            id: null,
            what: 'hall',
            change: 'changed',
            name: { vi: 'Nhà', en: 'Hall' },
            codeBefore: null,
            fields: ['size'],
          },
        ];
  const zoneCode = (plan: PlanDocument, id: string) =>
    plan.zones.find((zone) => zone.id === id)?.code;
  return [
    ...hall,
    ...compare('zone', published.zones, draft.zones, nameOfCoded('Khu', 'Zone'), (was, now) => [
      ...(was.code === now.code ? [] : (['code'] as const)),
      ...(was.kind === now.kind ? [] : (['kind'] as const)),
      ...(was.nameVi === now.nameVi && was.nameEn === now.nameEn ? [] : (['name'] as const)),
    ]),
    ...compare(
      'booth',
      published.booths,
      draft.booths,
      nameOfCoded('Gian', 'Booth'),
      (was, now) => [
        ...(was.code === now.code ? [] : (['code'] as const)),
        ...(was.zoneId === now.zoneId &&
        zoneCode(published, was.zoneId) === zoneCode(draft, now.zoneId)
          ? []
          : (['zone'] as const)),
        ...(was.faces === now.faces ? [] : (['facing'] as const)),
        ...(was.note === now.note ? [] : (['note'] as const)),
        ...(was.kind === now.kind ? [] : (['kind'] as const)),
      ],
    ),
    ...compare('feature', published.features, draft.features, nameOfFeature, (was, now) => [
      ...(was.kind === now.kind ? [] : (['kind'] as const)),
      ...(was.nameVi === now.nameVi && was.nameEn === now.nameEn ? [] : (['name'] as const)),
    ]),
  ];
}

const nameOfCoded =
  (vi: string, en: string) =>
  ({ code }: { code: string }): Sentence => ({ vi: `${vi} ${code}`, en: `${en} ${code}` });

function compare<Item extends Rectangle & { id: string }>(
  what: 'zone' | 'booth' | 'feature',
  published: readonly Item[],
  draft: readonly Item[],
  nameOf: (item: Item) => Sentence,
  fieldsOf: (was: Item, now: Item) => PlanDifferenceField[],
): PlanDifference[] {
  const before = new Map(published.map((item) => [item.id, item]));
  const after = new Set(draft.map(({ id }) => id));
  const codeOf = (item: Item) => ('code' in item ? String(item.code) : null);
  const gone = published
    .filter(({ id }) => !after.has(id))
    .map((item): PlanDifference => ({
      id: item.id,
      what,
      change: 'removed',
      name: nameOf(item),
      codeBefore: codeOf(item),
      fields: [],
    }));
  const come = draft.flatMap((now): PlanDifference[] => {
    const was = before.get(now.id);
    const common = { id: now.id, what, name: nameOf(now) };
    if (!was) return [{ ...common, change: 'added', codeBefore: null, fields: [] }];
    const fields = [
      ...fieldsOf(was, now),
      ...(was.xCm === now.xCm && was.yCm === now.yCm ? [] : (['place'] as const)),
      ...(was.widthCm === now.widthCm && was.depthCm === now.depthCm ? [] : (['size'] as const)),
    ];
    if (fields.length === 0) return [];
    const codeBefore = fields.includes('code') ? codeOf(was) : null;
    return [{ ...common, change: 'changed', codeBefore, fields }];
  });
  return [...gone, ...come].sort((a, b) =>
    a.name.vi.localeCompare(b.name.vi, 'vi', { numeric: true }),
  );
}

/** What a save touched, as it is told to others: codes of booths and zones, names of features. */
export function namesOfChanges(before: PlanDocument, after: PlanDocument): string[] {
  return differencesOf(before, after).map(({ name }) => name.vi);
}
