/** Of a capacity: from 90 % on it is nearly full, from 100 % on full. */
export const CAPACITY_LEVELS = ['ok', 'near', 'full'] as const;

export type CapacityLevel = (typeof CAPACITY_LEVELS)[number];

const NEAR_PERCENT = 90;

export interface CapacityUse {
  /** 0 to 1 and beyond; null without a capacity. */
  share: number | null;
  level: CapacityLevel | null;
}

/** How much of the capacity is used by those inside; nothing is said where none was set. */
export function capacityUse(inside: number, capacity: number | null): CapacityUse {
  if (capacity === null) return { share: null, level: null };
  const isFull = inside >= capacity;
  const isNear = inside * 100 >= capacity * NEAR_PERCENT;
  return { share: inside / capacity, level: isFull ? 'full' : isNear ? 'near' : 'ok' };
}
