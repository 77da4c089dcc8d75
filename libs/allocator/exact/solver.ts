import loadHighs from 'highs';
import type { Highs, Model } from 'highs';

/** A linear program with whole numbers, column by column. */
export class Program {
  readonly costs: number[] = [];
  readonly lower: number[] = [];
  readonly upper: number[] = [];
  readonly isWhole: number[] = [];
  readonly starts: number[] = [0];
  readonly rows: number[] = [];
  readonly values: number[] = [];
  readonly rowLower: number[] = [];
  readonly rowUpper: number[] = [];

  addRow(lower: number, upper: number): number {
    this.rowLower.push(lower);
    this.rowUpper.push(upper);
    return this.rowLower.length - 1;
  }

  /** Adds a whole variable that appears in rows with values. */
  addWhole(cost: number, most: number, entries: readonly (readonly [number, number])[]): number {
    this.costs.push(cost);
    this.lower.push(0);
    this.upper.push(most);
    this.isWhole.push(1);
    for (const [row, value] of entries) {
      this.rows.push(row);
      this.values.push(value);
    }
    this.starts.push(this.rows.length);
    return this.costs.length - 1;
  }
}

export interface Solved {
  /** `stopped`: neither proven optimal nor infeasible in time. */
  readonly status: 'optimal' | 'infeasible' | 'stopped';
  /** Proven: no solution is below. */
  readonly bound: number;
  readonly objective: number;
  /** One value a variable, when there is a solution. */
  readonly values: Float64Array | null;
}

export interface Relaxed {
  readonly objective: number;
  /** What one unit more of each row would add. */
  readonly rowPrices: Float64Array;
}

export interface SolveLimits {
  readonly seconds: number;
  readonly isStopped?: () => boolean;
  /** A solution to begin with. */
  readonly start?: Float64Array;
}

let loaded: Promise<Highs> | undefined;

/** HiGHS (Huangfu and Hall 2018) as WebAssembly; the first call takes about 0.1 s. */
export class Solver {
  private constructor(private readonly highs: Highs) {}

  static async open(): Promise<Solver> {
    loaded ??= loadHighs();
    return new Solver(await loaded);
  }

  /** Solves to proven optimality, unless stopped before. Blocks the thread. */
  solve(program: Program, limits: SolveLimits): Solved {
    if (program.costs.length === 0) return withoutVariables(program);
    const beganMs = performance.now();
    const left = () => limits.seconds - (performance.now() - beganMs) / 1000;
    /* HiGHS 1.15 may fail on sound programs while it simplifies them, and solves them as they are. */
    return (
      this.unlessItFails(() => this.run(program, limits, 'choose')) ??
      this.unlessItFails(() => this.run(program, { ...limits, seconds: left() }, 'off')) ?? {
        status: 'stopped',
        bound: -Infinity,
        objective: Infinity,
        values: null,
      }
    );
  }

  private unlessItFails<Answer>(ask: () => Answer): Answer | null {
    try {
      return ask();
    } catch (failure) {
      if (failure instanceof this.highs.errors.HighsError) return null;
      throw failure;
    }
  }

  private run(
    program: Program,
    { seconds, isStopped, start }: SolveLimits,
    presolve: 'choose' | 'off',
  ): Solved {
    const { highs } = this;
    const status = highs.constants.modelStatus;
    return highs.withModel((model): Solved => {
      pass(model, program, Int32Array.from(program.isWhole), seconds);
      model.options.set({ presolve });
      if (start) model.setSolution({ colValue: start });
      model.run({
        [highs.constants.callbackType.mipInterrupt]: (event) => {
          if (isStopped?.()) event.interrupt();
        },
      });
      const found = model.getModelStatus();
      if (found === status.infeasible) {
        return { status: 'infeasible', bound: Infinity, objective: Infinity, values: null };
      }
      const isOptimal = found === status.optimal;
      const hasSolution = isOptimal || model.info.get('primal_solution_status') === 2;
      const solution = hasSolution ? model.getSolution() : null;
      const values = solution ? Float64Array.from(solution.colValue) : null;
      const objective = values ? model.getObjectiveValue() : Infinity;
      const bound = Number(model.info.get('mip_dual_bound'));
      return {
        status: isOptimal ? 'optimal' : 'stopped',
        bound: isOptimal ? Math.min(objective, bound) : bound,
        objective,
        values,
      };
    });
  }

  /** The least cost when variables need not be whole, and the price of each row; null if not solved. */
  relaxed(program: Program, { seconds }: SolveLimits): Relaxed | null {
    const { highs } = this;
    return this.unlessItFails(() =>
      highs.withModel((model): Relaxed | null => {
        pass(model, program, new Int32Array(program.isWhole.length), seconds);
        model.run();
        if (model.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
        const rowPrices = Float64Array.from(model.getSolution().rowDual);
        return { objective: model.getObjectiveValue(), rowPrices };
      }),
    );
  }
}

/* HiGHS answers nothing about a program that has rows alone. */
function withoutVariables({ rowLower, rowUpper }: Program): Solved {
  const isKept = rowLower.every((lower, row) => lower <= 0 && rowUpper[row]! >= 0);
  return isKept
    ? { status: 'optimal', bound: 0, objective: 0, values: new Float64Array(0) }
    : { status: 'infeasible', bound: Infinity, objective: Infinity, values: null };
}

function pass(model: Model, program: Program, integrality: Int32Array, seconds: number): void {
  const [numCols, numRows] = [program.costs.length, program.rowLower.length];
  model.options.set({ output_flag: false });
  model.passModel({
    numCols,
    numRows,
    colCost: Float64Array.from(program.costs),
    colLower: Float64Array.from(program.lower),
    colUpper: Float64Array.from(program.upper),
    rowLower: Float64Array.from(program.rowLower),
    rowUpper: Float64Array.from(program.rowUpper),
    integrality,
    matrix: {
      format: 'csc',
      numRows,
      numCols,
      starts: Int32Array.from(program.starts),
      indices: Int32Array.from(program.rows),
      values: Float64Array.from(program.values),
    },
  });
  model.options.set({
    time_limit: Math.max(0.01, seconds),
    mip_rel_gap: 0,
    mip_abs_gap: 1e-6,
    random_seed: 1,
  });
}
