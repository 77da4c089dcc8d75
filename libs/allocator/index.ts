export { checkPlan, hasMoved } from './check/check-plan';
export type { CheckedPlan, Violation } from './check/check-plan';
export type { Conflict } from './exact/find-conflict';
export { defaultWeights, ruleNames, termNames } from './instance/instance';
export type {
  Affinity,
  BoothSpot,
  Claimant,
  Instance,
  Places,
  RuleName,
  TermName,
  Terms,
  Weights,
} from './instance/instance';
export { describeReasons } from './reasons/describe-reasons';
export type { DescribedPlan } from './reasons/describe-reasons';
export type { Envy, Holder, Reasons, UnmetWish, WishName } from './reasons/reasons';
export { readInstance } from './instance/read-instance';
export { allocate } from './threads/allocate';
export type { AllocateWishes } from './threads/allocate';
export { ENGINE_VERSION } from './threads/plan';
export type { Allocated, Plan, Progress } from './threads/plan';
export { explainPlan } from './threads/explain-plan';
export { offerMoreMoves } from './threads/offer-more-moves';
export type { MovesOffer } from './threads/offer-more-moves';
