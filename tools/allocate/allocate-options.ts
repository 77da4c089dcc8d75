import { parseArgs } from 'node:util';

export const allocateUsage = `npm run allocate -- INSTANCE.json --seconds N --seed S --out PLAN.json [--moves min]

Gives the booths of an instance (test/allocation/FORMAT.md) to its exhibitors.
  --seconds N      until when to search, from the start of the command
  --seed S         a whole number; the same seed and iterations find the same plan
  --out PLAN.json  where the plan goes, or the conflict
  --moves min      told exhibitors move as little as possible, by proof
  --more-moves K   with --moves min: K moves more than the fewest
  --bound          prove a bound too, also in less than a minute
  --iterations N   end after N iterations instead; with --budget, --lane, --start and --repairs
                   as a plan says them, that plan again
Ends with 0 for a plan, 2 for a proven conflict, 3 for neither, 1 for wrong input.
`;

export interface AllocateOptions {
  readonly instance: string;
  readonly seconds: number;
  readonly seed: number;
  readonly out: string;
  readonly fewestMoves: boolean;
  readonly moreMoves: number;
  readonly provesBound?: boolean;
  readonly iterations?: number;
  readonly budget?: number;
  readonly lane?: number;
  readonly start?: 'packed' | 'given';
  readonly repairs?: number;
}

const NUMBERS = ['iterations', 'budget', 'lane', 'repairs', 'more-moves'] as const;
const LONGEST_SECONDS = 86_400;

/** The options, or one sentence that says what is wrong with them. */
export function readAllocateOptions(args: readonly string[]): AllocateOptions | string {
  const parsed = parse(args);
  if (typeof parsed === 'string') return parsed;
  const { values, positionals } = parsed;
  if (values.help) return 'help';
  const [instance, ...rest] = positionals;
  if (instance === undefined) return 'name the instance, see --help.';
  if (rest.length > 0) return `name one instance, not ${positionals.length}.`;
  if (values.out === undefined) return '--out is missing: where does the plan go?';
  const seconds = Number(values.seconds);
  if (!(seconds > 0 && seconds <= LONGEST_SECONDS)) {
    return `--seconds must be a number above 0, not ${values.seconds}.`;
  }
  if (!/^-?\d+$/.test(values.seed ?? '') || !Number.isSafeInteger(Number(values.seed))) {
    return `--seed must be a whole number, not ${values.seed}.`;
  }
  if (values.moves !== undefined && values.moves !== 'min') {
    return `--moves knows only min, not ${values.moves}.`;
  }
  const { start } = values;
  if (start !== undefined && start !== 'packed' && start !== 'given') {
    return `--start knows packed and given, not ${start}.`;
  }
  for (const name of NUMBERS) {
    const given = values[name];
    if (given === undefined || (/^\d+$/.test(given) && Number.isSafeInteger(Number(given))))
      continue;
    return `--${name} must be a whole number, not ${given}.`;
  }
  return {
    instance,
    seconds,
    seed: Number(values.seed),
    out: values.out,
    fewestMoves: values.moves === 'min',
    moreMoves: Number(values['more-moves'] ?? 0),
    provesBound: values.bound,
    iterations: values.iterations === undefined ? undefined : Number(values.iterations),
    budget: values.budget === undefined ? undefined : Number(values.budget),
    lane: values.lane === undefined ? undefined : Number(values.lane),
    start,
    repairs: values.repairs === undefined ? undefined : Number(values.repairs),
  };
}

/* What begins with a dash and a digit is a number, not an option. */
function withNegatives(args: readonly string[]): string[] {
  return args.flatMap((arg, n) => {
    if (/^--[a-z-]+$/.test(arg) && /^-\d/.test(args[n + 1] ?? '')) return [`${arg}=${args[n + 1]}`];
    return /^-\d/.test(arg) && /^--[a-z-]+$/.test(args[n - 1] ?? '') ? [] : [arg];
  });
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: withNegatives(args),
      allowPositionals: true,
      options: {
        seconds: { type: 'string' },
        seed: { type: 'string' },
        out: { type: 'string' },
        moves: { type: 'string' },
        'more-moves': { type: 'string' },
        iterations: { type: 'string' },
        budget: { type: 'string' },
        lane: { type: 'string' },
        start: { type: 'string' },
        repairs: { type: 'string' },
        bound: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (failure) {
    return `${(failure as Error).message.split('\n')[0]}`;
  }
}
