import type { components } from '../api/schema.generated';

export type PublicPlan = components['schemas']['PublicPlanDto'];
export type PublicBooth = components['schemas']['PublicBoothDto'];
export type PublicExhibitor = components['schemas']['PublicExhibitorDto'];
export type PublicProduct = components['schemas']['PublicProductDto'];
export type PublicZone = components['schemas']['PublicZoneDto'];

/** A booth with who stands in it: what is looked for, drawn and listed. */
export interface Stand extends PublicBooth {
  /** Its code: for the public a booth has no other name. */
  id: string;
  zone: PublicZone | undefined;
  holders: readonly PublicExhibitor[];
}

const byCode = new Intl.Collator('vi', { numeric: true });

/** The booths of a plan by code, "A2" before "A10". */
export function standsOf({ booths, zones, exhibitors }: PublicPlan): Stand[] {
  const zoneOf = new Map(zones.map((zone) => [zone.code, zone]));
  return booths
    .map((booth) => ({
      ...booth,
      id: booth.code,
      zone: zoneOf.get(booth.zoneCode),
      holders: booth.exhibitors.flatMap((place) => exhibitors[place] ?? []),
    }))
    .sort((a, b) => byCode.compare(a.code, b.code));
}
