import type { PlanFault } from '../plan/plan-faults.rules';
import type { PlanDifference } from './plan-changes.rules';
import type { PlanDifferenceDto, PlanFaultDto } from './plan-draft.dto';

/** A fault as the API tells it. */
export const faultTold = ({ place, sentence, ...fault }: PlanFault): PlanFaultDto => ({
  ...fault,
  ...place,
  ...sentence,
});

/** A difference as the API tells it. */
export const differenceTold = ({ name, ...difference }: PlanDifference): PlanDifferenceDto => ({
  ...difference,
  nameVi: name.vi,
  nameEn: name.en,
});
