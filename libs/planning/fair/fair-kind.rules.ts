export const FAIR_KINDS = ['fair', 'goods_week', 'point_of_sale'] as const;

/** `goods_week`: some days in somebody's shop. `point_of_sale`: a shop that stays. */
export type FairKind = (typeof FAIR_KINDS)[number];

export interface FairKindRules {
  /** Days that can be written down at once, closed ones too. */
  mostDays: number;
  /** An evening before the first day, which is sold on and not counted. */
  mayHaveOpeningEvening: boolean;
  /** Days go on being written as they come, until an organizer ends it. */
  mayHaveOpenEnd: boolean;
}

/** In what the kinds differ. Besides, each is compared with its own kind alone. */
export const FAIR_KIND_RULES: Readonly<Record<FairKind, FairKindRules>> = {
  fair: { mostDays: 62, mayHaveOpeningEvening: true, mayHaveOpenEnd: false },
  goods_week: { mostDays: 31, mayHaveOpeningEvening: true, mayHaveOpenEnd: false },
  point_of_sale: { mostDays: 366, mayHaveOpeningEvening: false, mayHaveOpenEnd: true },
};

/** Days that a fair with an open end has written ahead of today. */
export const DAYS_AHEAD = 31;
