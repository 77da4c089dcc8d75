import type { BoothSpot, Instance } from '@phien/allocator';
import type { Facing } from '../plan/booth.entity';
import {
  groundInFront,
  lies,
  overlaps,
  type DrawnBooth,
  type PlanDocument,
  type Rectangle,
} from '../plan/plan.rules';
import { walkedMetres, type Point } from './walks.rules';

/** The hall as `fair-alloc/1` knows it, but for the zones. */
export interface HallSpots {
  /** In the order of the instance: booths of one line one after the other. */
  spots: readonly (Omit<BoothSpot, 'zone'> & { zoneId: string })[];
  gates: Instance['gates'];
  distances: readonly (readonly number[])[];
}

/** No fair says which classes an exhibitor accepts: there is one, and all accept it. */
export const ONLY_FEE_CLASS = 'A';

/* Hands that draw are not exact: so little is no gap. */
const SLACK_CM = 10;
/* In the middle of this strip a visitor stands before a booth. */
const IN_FRONT_CM = 100;
/* As far as a cable, a hose or a hood leads: the width of a booth. */
const SUPPLY_REACH_CM = 300;

const OPPOSITE: Record<Facing, Facing> = {
  north: 'south',
  south: 'north',
  east: 'west',
  west: 'east',
};
const SIDES: Record<Facing, readonly [before: Facing, after: Facing]> = {
  north: ['west', 'east'],
  south: ['west', 'east'],
  east: ['north', 'south'],
  west: ['north', 'south'],
};

/* Along its open side: where a booth begins and how long it is; across: where it opens and ends. */
function linesOf({ faces, xCm, yCm, widthCm, depthCm }: DrawnBooth) {
  const isAlongX = faces === 'north' || faces === 'south';
  const [near, far] = isAlongX ? [yCm, yCm + depthCm] : [xCm, xCm + widthCm];
  const opensFirst = faces === 'north' || faces === 'west';
  return {
    start: isAlongX ? xCm : yCm,
    length: isAlongX ? widthCm : depthCm,
    openLine: opensFirst ? near : far,
    backLine: opensFirst ? far : near,
  };
}

const isNear = (a: number, b: number) => Math.abs(a - b) <= SLACK_CM;

/** Booths side by side that open to the same line, west to east or north to south. */
function runsOf(booths: readonly DrawnBooth[]): DrawnBooth[][] {
  const nextOf = new Map<DrawnBooth, DrawnBooth>();
  const followers = new Set<DrawnBooth>();
  for (const booth of booths) {
    const { start, length, openLine } = linesOf(booth);
    const next = booths.find((other) => {
      const line = linesOf(other);
      return (
        other !== booth &&
        other.faces === booth.faces &&
        isNear(line.openLine, openLine) &&
        isNear(line.start, start + length) &&
        !followers.has(other)
      );
    });
    if (!next) continue;
    nextOf.set(booth, next);
    followers.add(next);
  }
  return booths
    .filter((booth) => !followers.has(booth))
    .map((head) => {
      const run = [head];
      for (let at = nextOf.get(head); at; at = nextOf.get(at)) run.push(at);
      return run;
    });
}

function isBackToBack(a: DrawnBooth, b: DrawnBooth): boolean {
  const [one, other] = [linesOf(a), linesOf(b)];
  return (
    b.faces === OPPOSITE[a.faces] &&
    isNear(one.backLine, other.backLine) &&
    isNear(one.start, other.start) &&
    isNear(one.length, other.length)
  );
}

/** The aisles wider than some other: where all are alike, none is a main passage. */
function mainPassagesOf(features: PlanDocument['features']): Rectangle[] {
  const aisles = features.filter(({ kind }) => kind === 'aisle');
  const width = ({ widthCm, depthCm }: Rectangle) => Math.min(widthCm, depthCm);
  const widest = Math.max(...aisles.map(width));
  const narrowest = Math.min(...aisles.map(width));
  return widest > narrowest ? aisles.filter((aisle) => width(aisle) === widest) : [];
}

function inFrontOf(booth: Rectangle & { faces: Facing }): Point {
  const { xCm, yCm, widthCm, depthCm } = groundInFront(booth, IN_FRONT_CM);
  return { xCm: xCm + widthCm / 2, yCm: yCm + depthCm / 2 };
}

const grown = ({ xCm, yCm, widthCm, depthCm }: Rectangle, byCm: number): Rectangle => ({
  xCm: xCm - byCm,
  yCm: yCm - byCm,
  widthCm: widthCm + 2 * byCm,
  depthCm: depthCm + 2 * byCm,
});

const metres = ({ xCm, yCm }: Point) => ({ x: xCm / 100, y: yCm / 100 });

/* What nobody walks through. */
const standingIn = ({ booths, features }: PlanDocument): Rectangle[] => [
  ...booths,
  ...features.filter(({ kind }) => kind === 'stage'),
];

/**
 * Reads a drawn plan as `fair-alloc/1` has a hall. Walks are measured in the drawing and given whole
 * (`distances`), since halls have aisles both ways; each line of booths is an aisle of its own, of
 * which nothing is measured. A fair whose plan marks no power, water or ventilation has it everywhere.
 */
export function spotsOf(plan: PlanDocument): HallSpots {
  const hall = { widthCm: plan.hallWidthCm, depthCm: plan.hallDepthCm };
  const runs = runsOf(plan.booths);
  return {
    spots: spotsIn(plan, runs),
    gates: plan.features
      .filter(({ kind }) => kind === 'gate')
      .map(({ xCm, yCm, widthCm, depthCm }) =>
        metres({ xCm: xCm + widthCm / 2, yCm: yCm + depthCm / 2 }),
      ),
    distances: walkedMetres(hall, standingIn(plan), runs.flat().map(inFrontOf)),
  };
}

/** Its booths alone: walks take long to measure. */
export const boothsOf = (plan: PlanDocument) => spotsIn(plan, runsOf(plan.booths));

function spotsIn(plan: PlanDocument, runs: readonly DrawnBooth[][]): HallSpots['spots'] {
  const whole = { xCm: 0, yCm: 0, widthCm: plan.hallWidthCm, depthCm: plan.hallDepthCm };
  const booths = runs.flat();
  const standing = standingIn(plan);
  const mains = mainPassagesOf(plan.features);
  const isOpen = (ground: Rectangle) =>
    lies(ground, whole) && !standing.some((each) => overlaps(each, ground));
  const openGround = (booth: DrawnBooth, run: readonly DrawnBooth[]) => {
    const [before, after] = SIDES[booth.faces];
    return [booth === run[0] ? before : null, booth === run[run.length - 1] ? after : null]
      .filter((side) => side !== null)
      .map((faces) => groundInFront({ ...booth, faces }, IN_FRONT_CM))
      .filter(isOpen);
  };
  const supplied = (kind: 'power' | 'water' | 'ventilation') => {
    const marks = plan.features.filter((feature) => feature.kind === kind);
    return (booth: DrawnBooth) =>
      marks.length === 0 || marks.some((mark) => overlaps(grown(booth, SUPPLY_REACH_CM), mark));
  };
  const [hasPower, hasWater, hasVent] = [
    supplied('power'),
    supplied('water'),
    supplied('ventilation'),
  ];
  return runs.flatMap((run, line) =>
    run.map((booth) => {
      const sides = openGround(booth, run);
      const corner = sides.length > 0;
      const front = [groundInFront(booth, IN_FRONT_CM), ...sides].some((ground) =>
        mains.some((main) => overlaps(main, ground)),
      );
      return {
        id: booth.code,
        ...metres(inFrontOf(booth)),
        aisle: line,
        run: 2 * line,
        back: booths.findIndex((other) => isBackToBack(booth, other)),
        zoneId: booth.zoneId,
        fee: ONLY_FEE_CLASS,
        corner,
        front,
        anchor: corner && front,
        power: hasPower(booth),
        water: hasWater(booth),
        vent: hasVent(booth),
      };
    }),
  );
}
