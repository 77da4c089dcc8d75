import { emptyPlan, ocop250Plan, ocop460Plan } from '../plan/larger-halls.plan.rules';
import { ocop160Plan } from '../plan/ocop-160.plan.rules';
import type { FairPlan } from '../plan/plan.rules';

/** Templates a fair can be made from. */
export const FAIR_TEMPLATES = ['ocop-160', 'ocop-250', 'ocop-460', 'empty'] as const;

export type FairTemplate = (typeof FAIR_TEMPLATES)[number];

/** The only one that invented sellers know their way around in. */
export const DEMO_TEMPLATE: FairTemplate = 'ocop-160';

const PLANS: Record<FairTemplate, () => FairPlan> = {
  'ocop-160': ocop160Plan,
  'ocop-250': ocop250Plan,
  'ocop-460': ocop460Plan,
  empty: emptyPlan,
};

/** The plan that a template begins with. */
export const planOfTemplate = (template: FairTemplate): FairPlan => PLANS[template]();

/** Who stands in a new fair: invented sellers to try it out with, or nobody yet. */
export const FAIR_CASTS = ['demo', 'none'] as const;

export type FairCast = (typeof FAIR_CASTS)[number];
