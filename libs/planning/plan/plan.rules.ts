import type { BoothKind, Facing } from './booth.entity';
import type { PlanFeatureKind } from './plan-feature.entity';
import type { ZoneKind } from './zone.entity';

/** Integer centimetres from the hall's north-west corner; x to the east, y to the south. */
export interface Rectangle {
  xCm: number;
  yCm: number;
  widthCm: number;
  depthCm: number;
}

export interface PlannedZone extends Rectangle {
  code: string;
  nameVi: string;
  nameEn: string;
  kind: ZoneKind;
}

export interface PlannedBooth extends Rectangle {
  code: string;
  zoneCode: string;
  kind: BoothKind;
  faces: Facing;
}

export interface PlannedFeature extends Rectangle {
  kind: PlanFeatureKind;
  nameVi: string;
  nameEn: string;
}

export interface FairPlan {
  hallWidthCm: number;
  hallDepthCm: number;
  /** The usual one unless told. */
  leastAisleCm?: number;
  zones: PlannedZone[];
  booths: PlannedBooth[];
  features: PlannedFeature[];
}

/** What is drawn, each under an id that it keeps for ever. */
export interface DrawnZone extends PlannedZone {
  id: string;
}

export interface DrawnBooth extends Omit<PlannedBooth, 'zoneCode'> {
  id: string;
  zoneId: string;
  /** For whoever draws; left out where there is none. */
  note?: string;
}

export interface DrawnFeature extends PlannedFeature {
  id: string;
}

/** A whole plan as it is drawn, published and kept. */
export interface PlanDocument {
  hallWidthCm: number;
  hallDepthCm: number;
  /** Narrower aisles are found by the check. */
  leastAisleCm: number;
  zones: DrawnZone[];
  booths: DrawnBooth[];
  features: DrawnFeature[];
}

export const USUAL_LEAST_AISLE_CM = 300;

/** A template with ids: what is drawn, published and kept. */
export function documentOf(plan: FairPlan, newId: () => string): PlanDocument {
  const zones = plan.zones.map((zone) => ({ ...zone, id: newId() }));
  const zoneIds = new Map(zones.map(({ code, id }) => [code, id]));
  return {
    hallWidthCm: plan.hallWidthCm,
    hallDepthCm: plan.hallDepthCm,
    leastAisleCm: plan.leastAisleCm ?? USUAL_LEAST_AISLE_CM,
    zones,
    booths: plan.booths.map(({ zoneCode, ...booth }) => {
      const zoneId = zoneIds.get(zoneCode);
      if (zoneId === undefined) throw new Error(`booth ${booth.code} names no zone of its plan`);
      return { ...booth, id: newId(), zoneId };
    }),
    features: plan.features.map((feature) => ({ ...feature, id: newId() })),
  };
}

/** Whether two rectangles share ground; touching is not sharing. */
export function overlaps(a: Rectangle, b: Rectangle): boolean {
  return (
    a.xCm < b.xCm + b.widthCm &&
    b.xCm < a.xCm + a.widthCm &&
    a.yCm < b.yCm + b.depthCm &&
    b.yCm < a.yCm + a.depthCm
  );
}

/** Whether `inner` lies in `outer`, edges included. */
export function lies(inner: Rectangle, outer: Rectangle): boolean {
  return (
    inner.xCm >= outer.xCm &&
    inner.yCm >= outer.yCm &&
    inner.xCm + inner.widthCm <= outer.xCm + outer.widthCm &&
    inner.yCm + inner.depthCm <= outer.yCm + outer.depthCm
  );
}

/** The strip of ground in front of a booth's open side, `depthCm` deep. */
export function groundInFront(booth: Rectangle & { faces: Facing }, depthCm: number): Rectangle {
  switch (booth.faces) {
    case 'north':
      return { ...booth, yCm: booth.yCm - depthCm, depthCm };
    case 'south':
      return { ...booth, yCm: booth.yCm + booth.depthCm, depthCm };
    case 'west':
      return { ...booth, xCm: booth.xCm - depthCm, widthCm: depthCm };
    case 'east':
      return { ...booth, xCm: booth.xCm + booth.widthCm, widthCm: depthCm };
  }
}

/** A drawn plan as a template, for a fair that gives it ids of its own; what was noted of booths is of its year. */
export function templateOf(document: PlanDocument): FairPlan {
  const zoneCodes = new Map(document.zones.map(({ id, code }) => [id, code]));
  return {
    hallWidthCm: document.hallWidthCm,
    hallDepthCm: document.hallDepthCm,
    leastAisleCm: document.leastAisleCm,
    zones: document.zones.map(({ id: _, ...zone }) => zone),
    booths: document.booths.map(({ id: _, zoneId, note: _note, ...booth }) => ({
      ...booth,
      zoneCode: zoneCodes.get(zoneId) ?? '',
    })),
    features: document.features.map(({ id: _, ...feature }) => feature),
  };
}
