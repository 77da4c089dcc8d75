import type { Arrangement } from './arrangement';
import type { Chance } from './chance';
import type { Proposals } from './proposals';

export interface Cooling {
  readonly iterations: number;
  readonly from: number;
  readonly to: number;
}

const LOOK_EVERY = 2_048;
const BETTER = 1e-7;

/** The best plan seen, by exhibitor index. */
export class Best {
  points = Infinity;
  moves = Number.MAX_SAFE_INTEGER;
  readonly places: Int32Array;

  constructor(count: number) {
    this.places = new Int32Array(count).fill(-1);
  }

  /** Takes the present arrangement when it is better; fewer moves come first up to the most allowed. */
  see(now: Arrangement): boolean {
    const over = Math.max(0, now.moves - now.mostMoves);
    const bestOver = Math.max(0, this.moves - now.mostMoves);
    const isBetter = over < bestOver || (over === bestOver && now.points < this.points - BETTER);
    if (!isBetter) return false;
    this.points = now.points;
    this.moves = now.moves;
    this.places.set(now.placeOf);
    return true;
  }
}

/**
 * Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) from the present arrangement, cooling by
 * the same factor each step. The same seed and iterations make the same steps. Answers the iterations
 * made: fewer than asked when it was stopped.
 */
export function anneal(
  now: Arrangement,
  proposals: Proposals,
  chance: Chance,
  best: Best,
  cooling: Cooling,
  look: () => boolean = () => false,
): number {
  const { iterations, from, to } = cooling;
  if (proposals.isIdle) {
    best.see(now);
    return 0;
  }
  const factor = (to / from) ** (LOOK_EVERY / iterations);
  let heat = from;
  for (let n = 0; n < iterations; n += 1) {
    if (n % LOOK_EVERY === LOOK_EVERY - 1) {
      heat *= factor;
      if (look()) return n;
    }
    if (!proposals.next()) continue;
    const delta = now.delta();
    if (delta > 0 && delta > -heat * Math.log(chance.share() + 1e-300)) continue;
    now.apply(delta);
    if (delta < 0 && (now.points < best.points - BETTER || now.moves < best.moves)) best.see(now);
  }
  return iterations;
}

/**
 * Exchanges two places as long as any exchange improves. Answers true when none does any more: then
 * no exchange of two places makes the plan better.
 */
export function descend(now: Arrangement, proposals: Proposals, look: () => boolean): boolean {
  const { legal } = now.fair;
  const improve = () => {
    const delta = now.delta();
    if (delta >= -1e-6) return false;
    now.apply(delta);
    return true;
  };
  let isBetter = true;
  while (isBetter) {
    isBetter = false;
    for (const e of proposals.free) {
      if (look()) return false;
      for (const place of legal[e]!) {
        if (proposals.eachExchange(e, place, improve)) isBetter = true;
      }
    }
  }
  return true;
}
