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
export { allocate, ENGINE_VERSION } from './threads/allocate';
export type { Allocated, AllocateWishes, Plan, Progress } from './threads/allocate';
export { explainPlan } from './threads/explain-plan';
export { offerMoreMoves } from './threads/offer-more-moves';
export type { MovesOffer } from './threads/offer-more-moves';
