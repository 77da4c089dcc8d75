import type { Instance } from '../instance/instance';
import { allocate } from './allocate';
import type { AllocateWishes } from './allocate';
import type { Plan } from './plan';

/** So many moves more would save so many points, by a plan that does. */
export interface MovesOffer {
  readonly moreMoves: number;
  readonly savesPoints: number;
  readonly plan: Plan;
}

export interface OfferWishes extends Pick<AllocateWishes, 'seed' | 'signal'> {
  /** For each number of moves: the same offers each time, however busy the machine is. */
  readonly iterations: number;
  readonly moreMoves?: readonly number[];
}

const USUAL = [1, 3, 6] as const;

/**
 * What a plan with the fewest moves could save by a few more. Only what saves is offered, and only
 * when it saves more than fewer moves do; each is found by a search, so even more may be possible.
 */
export async function offerMoreMoves(
  instance: Instance,
  fewest: Pick<Plan, 'plan' | 'objective' | 'moves' | 'movesBound'>,
  { moreMoves = USUAL, ...wishes }: OfferWishes,
): Promise<MovesOffer[]> {
  const offers: MovesOffer[] = [];
  let best = fewest.objective;
  for (const more of moreMoves) {
    if (wishes.signal?.aborted) break;
    const found = await allocate(instance, {
      ...wishes,
      ...{ endsAtMs: Infinity, fewestMoves: true, from: fewest, moreMoves: more },
    });
    if (found.kind !== 'plan' || found.plan.objective >= best - 1e-6) continue;
    const moved = (found.plan.moves ?? 0) - (fewest.moves ?? 0);
    best = found.plan.objective;
    offers.push({
      moreMoves: moved,
      savesPoints: fewest.objective - best,
      plan: found.plan,
    });
  }
  return offers;
}
