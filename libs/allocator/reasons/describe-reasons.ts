import { compile } from '../compile/compile';
import { standingBy } from '../compile/score-places';
import type { Instance, Places } from '../instance/instance';
import { ReasonBook } from './reasons';
import type { Envy, Reasons, ReasonWishes } from './reasons';

export interface DescribedPlan {
  readonly reasons: readonly Reasons[];
  readonly envies: readonly Envy[];
}

/**
 * The reasons of a whole plan without violations: seconds of reckoning at 300 exhibitors, so it
 * belongs in a thread or a job. Of `only` alone when given.
 */
export function describeReasons(
  instance: Instance,
  places: Places,
  wishes: ReasonWishes & { readonly only?: readonly string[] } = {},
): DescribedPlan {
  const fair = compile(instance);
  const standing = standingBy(fair, places);
  const nobody = standing.findIndex((place) => place < 0);
  if (nobody >= 0) throw new Error(`${instance.exhibitors[nobody]!.id} has no place in the plan`);
  const book = new ReasonBook(fair, standing, wishes);
  const { only } = wishes;
  const reasons = only
    ? instance.exhibitors.flatMap(({ id }, e) =>
        only.includes(id) ? [book.of(e, wishes.iterations)] : [],
      )
    : book.all(wishes);
  return { reasons, envies: book.envies() };
}
