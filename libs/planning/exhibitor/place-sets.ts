import type { PlaceSet } from '@phien/places';

/** The sets that a request may name a place in. */
export const PLACE_SETS = [
  '63',
  '34',
  'qn-districts',
  'qn-communes',
] as const satisfies readonly PlaceSet[];
