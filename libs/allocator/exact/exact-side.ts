import type { Compiled } from '../compile/compile';
import { Arrangement } from '../search/arrangement';
import { Chance } from '../search/chance';
import { placeEverybody } from '../search/first-plan';
import { pairTablesOf } from '../search/pair-tables';
import type { PairTables } from '../search/pair-tables';
import { wholeBound } from '../bound/whole-bound';
import type { WholeBound } from '../bound/whole-bound';
import { findConflict } from './find-conflict';
import type { Feasibility } from './find-conflict';
import { PlaceProgram } from './place-program';
import type { Solver } from './solver';

/* The lanes look on, longer; here it spares a proof. */
const ROUNDS = 2;
/* Of the time left, at most: the bound of the whole is wanted too. */
const WISHES_SHARE = 0.5;

export interface Limits {
  readonly isStopped: () => boolean;
  readonly secondsLeft: () => number;
}

/** A proven number, and a plan that has it when it is proven best. */
export interface Proven {
  readonly bound: number;
  readonly isProven: boolean;
  readonly places: Int32Array | null;
}

/** What only a proof can answer: whether there is a plan at all, what wishes and moves cost at least. */
export class ExactSide {
  private pairs: PairTables | undefined;

  constructor(
    private readonly fair: Compiled,
    private readonly solver: Solver,
    private readonly limits: Limits,
  ) {}

  /** Whether a plan without violations exists, or who is in each other's way and why. */
  feasibility(): Feasibility {
    const { fair, solver } = this;
    const chance = new Chance(1);
    const place = (who: readonly number[]) => {
      this.pairs ??= pairTablesOf(fair);
      const now = new Arrangement(fair, this.pairs);
      return placeEverybody(now, chance, ROUNDS, this.limits.isStopped, who) ? now.placeOf : null;
    };
    return findConflict(fair, { solver, place, ...this.limits });
  }

  /** The fewest told exhibitors who must move, and a plan with so many. */
  fewestMoves(): Proven {
    const { moved, ownFrom } = this.fair;
    return this.least((e, place) => moved[ownFrom[e]! + place]!, { isWhole: true, share: 1 });
  }

  /**
   * What the wishes of all cost at least (corner, front, gate, choices, anchor and ventilation), as far
   * as half of the time proves it.
   */
  wishes(): Proven {
    const { own, ownFrom } = this.fair;
    const how = { isWhole: false, share: WISHES_SHARE };
    return this.least((e, place) => own[ownFrom[e]! + place]!, how);
  }

  /** What any plan costs at least, all terms together, and how that is proven; more and more of it. */
  whole(wishes: number, onBetter: (better: WholeBound) => void): void {
    wholeBound(this.fair, this.solver, wishes, this.limits, onBetter);
  }

  private least(
    cost: (e: number, place: number) => number,
    { isWhole, share }: { isWhole: boolean; share: number },
  ): Proven {
    const model = new PlaceProgram(this.fair, { cost });
    const { isStopped, secondsLeft } = this.limits;
    const solved = this.solver.solve(model.program, { seconds: secondsLeft() * share, isStopped });
    const bound = model.boundOf(solved);
    return {
      /* Numbers of people are whole: a proof of 2.4 is one of 3. */
      bound: isWhole ? Math.ceil(bound - 1e-6) : bound,
      isProven: solved.status === 'optimal',
      places: solved.values ? model.placesBy(solved.values) : null,
    };
  }
}
