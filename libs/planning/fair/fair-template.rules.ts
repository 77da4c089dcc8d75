/** Templates a fair can be made from. */
export const FAIR_TEMPLATES = ['ocop-160'] as const;

export type FairTemplate = (typeof FAIR_TEMPLATES)[number];
