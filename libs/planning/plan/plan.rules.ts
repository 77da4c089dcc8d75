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
  zones: PlannedZone[];
  booths: PlannedBooth[];
  features: PlannedFeature[];
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

/**
 * What is wrong with a plan, in sentences for the one who draws it; empty when it stands: all
 * inside the hall, no booth on another booth, aisle or foreign zone, every open side on an aisle at
 * least `aisleCm` wide.
 */
export function faultsOfPlan(plan: FairPlan, aisleCm = 300): string[] {
  const faults: string[] = [];
  const hall = { xCm: 0, yCm: 0, widthCm: plan.hallWidthCm, depthCm: plan.hallDepthCm };
  const aisles = plan.features.filter(({ kind }) => kind === 'aisle');

  for (const zone of plan.zones) {
    if (!lies(zone, hall)) faults.push(`zone ${zone.code} leaves the hall`);
  }
  for (const feature of plan.features) {
    if (!lies(feature, hall)) faults.push(`${feature.kind} ${feature.nameEn} leaves the hall`);
  }
  for (const aisle of aisles) {
    if (Math.min(aisle.widthCm, aisle.depthCm) < aisleCm) {
      faults.push(`aisle at ${aisle.xCm}, ${aisle.yCm} is narrower than ${aisleCm} cm`);
    }
  }
  plan.booths.forEach((booth, at) => {
    const zone = plan.zones.find(({ code }) => code === booth.zoneCode);
    if (!zone || !lies(booth, zone)) faults.push(`booth ${booth.code} leaves its zone`);
    for (const other of plan.zones) {
      if (other !== zone && overlaps(booth, other)) {
        faults.push(`booth ${booth.code} stands in zone ${other.code}`);
      }
    }
    for (const other of plan.booths.slice(at + 1)) {
      if (overlaps(booth, other)) faults.push(`booth ${booth.code} stands on ${other.code}`);
    }
    for (const aisle of aisles) {
      if (overlaps(booth, aisle)) faults.push(`booth ${booth.code} stands in an aisle`);
    }
    const front = groundInFront(booth, aisleCm);
    if (!aisles.some((aisle) => lies(front, aisle))) {
      faults.push(`booth ${booth.code} opens to no aisle`);
    }
  });
  return faults;
}
