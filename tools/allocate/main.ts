import { accessSync, constants, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { allocate, readInstance } from '@phien/allocator';
import type { Allocated, Instance } from '@phien/allocator';
import { Refusal } from '@phien/kernel';
import { allocateUsage, readAllocateOptions } from './allocate-options';
import type { AllocateOptions } from './allocate-options';

const EXIT = { plan: 0, wrong: 1, conflict: 2, unknown: 3 } as const;
/* To end the search, check the plan and write it. */
const TO_END_MS = 350;
/* A first plan is had in less, also when building took all the time there was. */
const LEAST_MS = 1_000;
/* Below this the two cores are better used to search. */
const SECONDS_FOR_A_BOUND = 60;

const fromCaller = (path: string) => resolve(process.env.INIT_CWD || process.cwd(), path);

class Unreadable extends Error {}

function readFair(path: string): Instance {
  let text: string;
  try {
    text = readFileSync(fromCaller(path), 'utf8');
  } catch (failure) {
    throw new Unreadable(`${path} cannot be read: ${(failure as Error).message}`, {
      cause: failure,
    });
  }
  try {
    return readInstance(JSON.parse(text));
  } catch (failure) {
    if (failure instanceof Refusal) throw failure;
    throw new Unreadable(`${path} is no JSON: ${(failure as Error).message}`, { cause: failure });
  }
}

/* Before the search: it would be a pity afterwards. */
function checkWritable(path: string): void {
  const file = fromCaller(path);
  try {
    accessSync(dirname(file), constants.W_OK);
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new Error('it is a folder');
  } catch (failure) {
    const why = (failure as Error).message;
    throw new Unreadable(`${path} cannot be written: ${why}`, { cause: failure });
  }
}

const search = (instance: Instance, options: AllocateOptions) =>
  allocate(instance, {
    seed: options.seed,
    /* The clock of the command began when the process did: building counts. */
    endsAtMs: Math.max(
      performance.timeOrigin + options.seconds * 1000 - TO_END_MS,
      Date.now() + LEAST_MS,
    ),
    fewestMoves: options.fewestMoves,
    moreMoves: options.moreMoves,
    iterations: options.iterations,
    budget: options.budget,
    lane: options.lane,
    start: options.start,
    repairs: options.repairs,
    provesBound: options.provesBound ?? options.seconds >= SECONDS_FOR_A_BOUND,
  });

function write(path: string, allocated: Allocated): void {
  if (allocated.kind === 'unknown') return;
  const file =
    allocated.kind === 'plan'
      ? allocated.plan
      : {
          conflict: {
            exhibitors: allocated.conflict.exhibitors,
            booths: allocated.conflict.booths,
            rules: allocated.conflict.rules,
            sentenceVi: allocated.conflict.sentence.vi,
            sentenceEn: allocated.conflict.sentence.en,
          },
        };
  writeFileSync(fromCaller(path), `${JSON.stringify(file, null, 1)}\n`);
}

function tell(allocated: Allocated): void {
  if (allocated.kind === 'unknown') {
    process.stdout.write('Chưa tìm được phương án · no plan found, and none proven impossible.\n');
  } else if (allocated.kind === 'conflict') {
    const { vi, en } = allocated.conflict.sentence;
    process.stdout.write(`${vi}\n${en}\n`);
  } else {
    const { objective, bound, moves, iterations } = allocated.plan;
    const parts = [
      `${objective.toFixed(2)} điểm · points`,
      bound === undefined ? '' : `≥ ${bound.toFixed(2)}`,
      moves === undefined ? '' : `${moves} chỗ dời · moves`,
      `${iterations} bước · iterations`,
    ];
    process.stdout.write(`${parts.filter(Boolean).join(', ')}\n`);
  }
}

async function main(): Promise<number> {
  const options = readAllocateOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(allocateUsage);
    return 0;
  }
  if (typeof options === 'string') throw new Unreadable(options);
  checkWritable(options.out);
  const allocated = await search(readFair(options.instance), options);
  write(options.out, allocated);
  tell(allocated);
  return EXIT[allocated.kind];
}

main().then(
  /* Threads end first: a process that is told to exit waits for them, and may do so for ever. */
  (code) => void (process.exitCode = code),
  (failure: unknown) => {
    const isWrong = failure instanceof Refusal || failure instanceof Unreadable;
    const words = isWrong ? failure.message : String((failure as Error).stack ?? failure);
    process.stderr.write(`${words.replaceAll('\n', ' ')}\n`);
    process.exit(EXIT.wrong);
  },
);
