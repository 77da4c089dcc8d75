import type { Sentence } from '@phien/kernel';
import {
  groundInFront,
  lies,
  overlaps,
  type DrawnBooth,
  type DrawnFeature,
  type PlanDocument,
  type Rectangle,
} from './plan.rules';

export type PlanFaultCode =
  | 'outside_hall'
  | 'booths_overlap'
  | 'code_doubled'
  | 'zone_code_doubled'
  | 'zone_missing'
  | 'outside_zone'
  | 'in_aisle'
  | 'opens_to_no_aisle'
  | 'not_reached'
  | 'aisle_narrow'
  | 'exit_blocked'
  | 'no_gate';

/** What is wrong with a plan, where, and in words. */
export interface PlanFault {
  code: PlanFaultCode;
  /** A plan with it is not published; without it the fault is the organizer's to weigh. */
  isBlocking: boolean;
  /** Of the booths, zones and features concerned. */
  itemIds: string[];
  place: Rectangle;
  sentence: Sentence;
}

/** What a person squeezes through; less of a common edge is no way from one place to the next. */
const PASSABLE_CM = 80;
/** Ground that stays free before a door. */
const DOOR_GROUND_CM = 150;

/**
 * Everything that is wrong with a plan: things outside the hall, booths on booths, in aisles or out
 * of their zone, doubled codes, booths that no aisle reaches from a gate, narrow aisles, exits that
 * something blocks. Empty when it stands. Faults that would spoil codes, zones or places block
 * publishing; the others may have a reason that a plan does not show.
 */
export function faultsOfPlan(plan: PlanDocument): PlanFault[] {
  const blocking = [
    ...outsideHall(plan),
    ...overlappingBooths(plan.booths),
    ...doubledCodes(plan),
    ...withoutZone(plan),
  ];
  const toWeigh = [
    ...outsideZone(plan),
    ...inAisles(plan),
    ...unreached(plan),
    ...narrowAisles(plan),
    ...blockedExits(plan),
    ...withoutGate(plan),
  ];
  return [
    ...blocking.map((fault) => ({ ...fault, isBlocking: true })),
    ...toWeigh.map((fault) => ({ ...fault, isBlocking: false })),
  ];
}

type Found = Omit<PlanFault, 'isBlocking'>;

interface Named extends Rectangle {
  id: string;
}

const found = (
  code: PlanFaultCode,
  items: readonly Named[],
  vi: string,
  en: string,
  place: Rectangle = hull(items),
): Found => ({
  code,
  itemIds: items.map(({ id }) => id),
  place: bare(place),
  sentence: { vi, en },
});

const bare = ({ xCm, yCm, widthCm, depthCm }: Rectangle): Rectangle => ({
  xCm,
  yCm,
  widthCm,
  depthCm,
});

function hull(rectangles: readonly Rectangle[]): Rectangle {
  const xCm = Math.min(...rectangles.map((each) => each.xCm));
  const yCm = Math.min(...rectangles.map((each) => each.yCm));
  const eastCm = Math.max(...rectangles.map((each) => each.xCm + each.widthCm));
  const southCm = Math.max(...rectangles.map((each) => each.yCm + each.depthCm));
  return { xCm, yCm, widthCm: eastCm - xCm, depthCm: southCm - yCm };
}

const hallOf = ({ hallWidthCm, hallDepthCm }: PlanDocument): Rectangle => ({
  xCm: 0,
  yCm: 0,
  widthCm: hallWidthCm,
  depthCm: hallDepthCm,
});

const metres = (cm: number, mark: ',' | '.') => String(cm / 100).replace('.', mark);

const KINDS: Record<DrawnFeature['kind'], Sentence> = {
  aisle: { vi: 'Lối đi', en: 'Aisle' },
  gate: { vi: 'Cổng', en: 'Gate' },
  stage: { vi: 'Sân khấu', en: 'Stage' },
  exit: { vi: 'Lối thoát hiểm', en: 'Emergency exit' },
  text: { vi: 'Chữ', en: 'Text' },
  power: { vi: 'Điểm điện', en: 'Power point' },
  water: { vi: 'Điểm nước', en: 'Water point' },
  ventilation: { vi: 'Điểm thông gió', en: 'Ventilation point' },
};

/** How a feature is spoken of: by its own name, else by what it is. */
export const nameOfFeature = ({ kind, nameVi, nameEn }: DrawnFeature): Sentence => ({
  vi: nameVi || KINDS[kind].vi,
  en: nameEn || nameVi || KINDS[kind].en,
});

function outsideHall(plan: PlanDocument): Found[] {
  const hall = hallOf(plan);
  const named = [
    ...plan.zones.map((item) => ({ item, vi: `Khu ${item.code}`, en: `Zone ${item.code}` })),
    ...plan.booths.map((item) => ({ item, vi: `Gian ${item.code}`, en: `Booth ${item.code}` })),
    ...plan.features.map((item) => ({ item, ...nameOfFeature(item) })),
  ];
  return named
    .filter(({ item }) => !lies(item, hall))
    .map(({ item, vi, en }) =>
      found('outside_hall', [item], `${vi} nằm ngoài nhà.`, `${en} lies outside the hall.`),
    );
}

function overlappingBooths(booths: readonly DrawnBooth[]): Found[] {
  return booths.flatMap((booth, at) =>
    booths
      .slice(at + 1)
      .filter((other) => overlaps(booth, other))
      .map((other) =>
        found(
          'booths_overlap',
          [booth, other],
          `Gian ${booth.code} và gian ${other.code} chồng lên nhau.`,
          `Booths ${booth.code} and ${other.code} stand on each other.`,
        ),
      ),
  );
}

function doubledCodes({ booths, zones }: PlanDocument): Found[] {
  return [
    ...doubles(booths).map(([code, items]) =>
      found(
        'code_doubled',
        items,
        `${items.length} gian cùng mã ${code}.`,
        `${items.length} booths have the code ${code}.`,
      ),
    ),
    ...doubles(zones).map(([code, items]) =>
      found(
        'zone_code_doubled',
        items,
        `${items.length} khu cùng mã ${code}.`,
        `${items.length} zones have the code ${code}.`,
      ),
    ),
  ];
}

function doubles<Item extends Named & { code: string }>(
  items: readonly Item[],
): [string, Item[]][] {
  const byCode = new Map<string, Item[]>();
  for (const item of items) byCode.set(item.code, [...(byCode.get(item.code) ?? []), item]);
  return [...byCode].filter(([, same]) => same.length > 1);
}

function withoutZone({ booths, zones }: PlanDocument): Found[] {
  const known = new Set(zones.map(({ id }) => id));
  return booths
    .filter(({ zoneId }) => !known.has(zoneId))
    .map((booth) =>
      found(
        'zone_missing',
        [booth],
        `Gian ${booth.code} chưa thuộc khu nào.`,
        `Booth ${booth.code} belongs to no zone.`,
      ),
    );
}

function outsideZone({ booths, zones }: PlanDocument): Found[] {
  return booths.flatMap((booth) => {
    const own = zones.find(({ id }) => id === booth.zoneId);
    const foreign = zones.find((zone) => zone !== own && overlaps(booth, zone));
    if (!own) return [];
    if (foreign && !overlaps(own, foreign)) {
      return found(
        'outside_zone',
        [booth],
        `Gian ${booth.code} thuộc khu ${own.code} nhưng đứng trong khu ${foreign.code}.`,
        `Booth ${booth.code} belongs to zone ${own.code} and stands in zone ${foreign.code}.`,
      );
    }
    if (lies(booth, own)) return [];
    return found(
      'outside_zone',
      [booth],
      `Gian ${booth.code} lọt ra ngoài khu ${own.code}.`,
      `Booth ${booth.code} leaves zone ${own.code}.`,
    );
  });
}

const aislesOf = ({ features }: PlanDocument) => features.filter(({ kind }) => kind === 'aisle');

function inAisles(plan: PlanDocument): Found[] {
  const aisles = aislesOf(plan);
  return plan.booths
    .filter((booth) => aisles.some((aisle) => overlaps(booth, aisle)))
    .map((booth) =>
      found(
        'in_aisle',
        [booth],
        `Gian ${booth.code} lấn vào lối đi.`,
        `Booth ${booth.code} stands in an aisle.`,
      ),
    );
}

/** Whether a person gets from one rectangle to the other: they overlap, or share enough of an edge. */
function meets(a: Rectangle, b: Rectangle): boolean {
  const acrossCm = Math.min(a.xCm + a.widthCm, b.xCm + b.widthCm) - Math.max(a.xCm, b.xCm);
  const alongCm = Math.min(a.yCm + a.depthCm, b.yCm + b.depthCm) - Math.max(a.yCm, b.yCm);
  return acrossCm >= 0 && alongCm >= 0 && Math.max(acrossCm, alongCm) >= PASSABLE_CM;
}

/** The aisles that a visitor gets to from a gate; all of them while the plan has no gate. */
function reachedAisles(plan: PlanDocument): Set<DrawnFeature> {
  const aisles = aislesOf(plan);
  const gates = plan.features.filter(({ kind }) => kind === 'gate');
  if (gates.length === 0) return new Set(aisles);
  const next = aisles.filter((aisle) => gates.some((gate) => meets(gate, aisle)));
  const reached = new Set(next);
  for (let here = next.pop(); here; here = next.pop()) {
    for (const aisle of aisles) {
      if (reached.has(aisle) || !meets(here, aisle)) continue;
      reached.add(aisle);
      next.push(aisle);
    }
  }
  return reached;
}

function unreached(plan: PlanDocument): Found[] {
  const aisles = aislesOf(plan);
  const reached = reachedAisles(plan);
  return plan.booths.flatMap((booth) => {
    const threshold = groundInFront(booth, 1);
    const before = aisles.filter((aisle) => overlaps(threshold, aisle));
    if (before.length === 0) {
      return found(
        'opens_to_no_aisle',
        [booth],
        `Gian ${booth.code} không mở ra lối đi nào.`,
        `Booth ${booth.code} opens to no aisle.`,
      );
    }
    if (before.some((aisle) => reached.has(aisle))) return [];
    return found(
      'not_reached',
      [booth],
      `Không có lối đi từ cổng tới gian ${booth.code}.`,
      `No aisle leads from a gate to booth ${booth.code}.`,
    );
  });
}

function narrowAisles(plan: PlanDocument): Found[] {
  const { leastAisleCm } = plan;
  return aislesOf(plan).flatMap((aisle) => {
    const widthCm = Math.min(aisle.widthCm, aisle.depthCm);
    if (widthCm >= leastAisleCm) return [];
    const { vi, en } = nameOfFeature(aisle);
    return found(
      'aisle_narrow',
      [aisle],
      `${vi} rộng ${metres(widthCm, ',')} m, hẹp hơn ${metres(leastAisleCm, ',')} m.`,
      `${en} is ${metres(widthCm, '.')} m wide, less than ${metres(leastAisleCm, '.')} m.`,
    );
  });
}

/** A door and the ground before it that stays free, on the hall's side of the wall it is in. */
function groundOfDoor(door: Rectangle, hall: Rectangle): Rectangle {
  const reach = (facing: 'north' | 'east' | 'south' | 'west') =>
    hull([door, groundInFront({ ...door, faces: facing }, DOOR_GROUND_CM)]);
  if (door.yCm <= hall.yCm) return reach('south');
  if (door.yCm + door.depthCm >= hall.depthCm) return reach('north');
  if (door.xCm <= hall.xCm) return reach('east');
  if (door.xCm + door.widthCm >= hall.widthCm) return reach('west');
  return door;
}

function blockedExits(plan: PlanDocument): Found[] {
  const hall = hallOf(plan);
  const reached = [...reachedAisles(plan)];
  const bodies = [...plan.booths, ...plan.features.filter(({ kind }) => kind === 'stage')];
  return plan.features
    .filter(({ kind }) => kind === 'exit')
    .flatMap((exit) => {
      const { vi, en } = nameOfFeature(exit);
      const ground = groundOfDoor(exit, hall);
      const before = bodies.filter((body) => overlaps(body, ground));
      const codes = before.flatMap((body) => ('code' in body ? body.code : [])).join(', ');
      if (before.length > 0) {
        return found(
          'exit_blocked',
          [exit, ...before],
          codes === '' ? `${vi} bị sân khấu chắn.` : `${vi} bị chắn bởi gian ${codes}.`,
          codes === '' ? `${en} is blocked by a stage.` : `${en} is blocked by ${codes}.`,
          exit,
        );
      }
      if (reached.some((aisle) => meets(exit, aisle))) return [];
      return found(
        'exit_blocked',
        [exit],
        `Không có lối đi nào dẫn tới ${vi}.`,
        `No aisle leads to ${en}.`,
        exit,
      );
    });
}

function withoutGate(plan: PlanDocument): Found[] {
  if (plan.booths.length === 0 || plan.features.some(({ kind }) => kind === 'gate')) return [];
  return [found('no_gate', [], 'Sơ đồ chưa có cổng.', 'The plan has no gate.', hallOf(plan))];
}
