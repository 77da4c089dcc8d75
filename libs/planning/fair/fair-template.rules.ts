/** Templates a fair can be made from. */
export const FAIR_TEMPLATES = ['ocop-160'] as const;

export type FairTemplate = (typeof FAIR_TEMPLATES)[number];

/** Who stands in a new fair: invented sellers to try it out with, or nobody yet. */
export const FAIR_CASTS = ['demo', 'none'] as const;

export type FairCast = (typeof FAIR_CASTS)[number];
