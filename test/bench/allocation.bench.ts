import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { allocate, describeReasons, readInstance } from '@phien/allocator';
import type { Instance, Plan, Progress } from '@phien/allocator';
import { isTooBusy, line, loadNow, nowMs } from './figures';

/* The sources lie beside the built bench's own, not in dist. */
const DEV = join(__dirname, '..', '..', '..', 'test', 'allocation', 'dev');
const FAIRS = [
  ...['fair-160-1', 'fair-160-2', 'fair-160tight-3'],
  ...['fair-250-4', 'fair-250-5', 'fair-250tight-6'],
  ...['fair-460-7', 'fair-460-8', 'fair-460tight-9'],
];
const REPLANS = ['replan-160-2', 'replan-250-5', 'replan-460-8'];
const CONFLICTS = ['infeasible-160-1', 'infeasible-250-4'];
const PARTS = ['search', 'wishes', 'moves', 'conflicts', 'reasons'] as const;

const read = <Shape>(name: string) =>
  JSON.parse(readFileSync(join(DEV, `${name}.json`), 'utf8')) as Shape;
const instanceOf = (name: string) => readInstance(read(name));

interface BestKnown {
  readonly fairs: Record<string, { objective: number }>;
  readonly replan: Record<string, { objective: number; provenMinMoves: number }>;
}

/** Seconds that the goals give a hall: a line from 160 to 460 booths. */
const between = (booths: number, at160: number, at460: number) =>
  at160 + ((at460 - at160) * (booths - 160)) / 300;

const usage = `npm run bench -- allocation [INSTANCE ...] [--part ${PARTS.join('|')}]
    [--seeds N] [--seconds N]

The goals of the allocation on the development instances, all of them or those that are named.
--seeds: how many searches of each (2); --seconds: for how long the proofs run (90; the goals say 600).`;

/** Goals of the allocation, each with what it took here. Two quiet cores, or the figures are the load's. */
export async function run(options: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: options,
    allowPositionals: true,
    options: {
      part: { type: 'string', multiple: true },
      seeds: { type: 'string', default: '2' },
      seconds: { type: 'string', default: '90' },
    },
  });
  const known = [...FAIRS, ...REPLANS, ...CONFLICTS];
  const parts = values.part ?? PARTS;
  const isUnknown = positionals.some((name) => !known.includes(name));
  if (isUnknown || parts.some((part) => !PARTS.some((each) => each === part))) {
    console.log(usage);
    return;
  }
  if (isTooBusy()) return;
  const chosen = (names: readonly string[]) =>
    names.filter((name) => positionals.length === 0 || positionals.includes(name));
  console.log(`before: ${loadNow()}`);
  const best = read<BestKnown>('best');
  if (parts.includes('search')) await search(chosen(FAIRS), Number(values.seeds), best);
  if (parts.includes('wishes')) await wishes(chosen(FAIRS), Number(values.seconds));
  if (parts.includes('moves')) await moves(chosen(REPLANS), best);
  if (parts.includes('conflicts')) await conflicts(chosen(CONFLICTS));
  if (parts.includes('reasons')) await reasons(chosen(FAIRS));
  console.log(`after: ${loadNow()}`);
}

async function planOf(
  instance: Instance,
  seed: number,
  seconds: number,
  more: { fewestMoves?: boolean; onProgress?: (progress: Progress) => void } = {},
): Promise<Plan | null> {
  const found = await allocate(instance, { seed, endsAtMs: Date.now() + seconds * 1000, ...more });
  return found.kind === 'plan' ? found.plan : null;
}

async function search(names: string[], seeds: number, best: BestKnown): Promise<void> {
  if (names.length === 0) return;
  line('whole plan', 'seconds', 'first plan, s', 'worst above, %', 'within 1 %');
  for (const name of names) {
    const instance = instanceOf(name);
    const seconds = between(instance.booths.length, 5, 20);
    const above: number[] = [];
    let slowestFirst = 0;
    for (let seed = 1; seed <= seeds; seed += 1) {
      const begun = nowMs();
      let first = Infinity;
      const onProgress = () => void (first = Math.min(first, nowMs() - begun));
      const plan = await planOf(instance, seed, seconds, { onProgress });
      const least = best.fairs[name]?.objective ?? NaN;
      above.push(plan ? (plan.objective / least - 1) * 100 : Infinity);
      slowestFirst = Math.max(slowestFirst, first / 1000);
    }
    const within = above.filter((percent) => percent <= 1).length;
    line(
      `  ${name}`,
      seconds.toFixed(0),
      slowestFirst.toFixed(2),
      Math.max(...above).toFixed(2),
      `${within} of ${seeds}`,
    );
  }
  console.log('  goal: first plan 1 s at 160 and 2 s at 460; within 1 % for 9 seeds of 10');
}

async function wishes(names: string[], seconds: number): Promise<void> {
  if (names.length === 0) return;
  line('proofs', 'wishes at least', 'proven', 'seconds', `gap in ${seconds} s, %`);
  for (const name of names) {
    const instance = instanceOf(name);
    const begun = nowMs();
    let provenAfter = Infinity;
    const found = await allocate(instance, {
      ...{ seed: 1, lanes: 1, provesBound: true, endsAtMs: Date.now() + seconds * 1000 },
      onProgress: ({ wishesBound }) => {
        if (wishesBound !== null) provenAfter = Math.min(provenAfter, (nowMs() - begun) / 1000);
      },
    });
    if (found.kind !== 'plan') continue;
    const { objective, bound = NaN, wishesBound = NaN, wishesProven = false } = found.plan;
    line(
      `  ${name}`,
      wishesBound.toFixed(2),
      wishesProven ? 'optimal' : 'a bound',
      provenAfter.toFixed(1),
      ((1 - bound / objective) * 100).toFixed(1),
    );
  }
  console.log(
    '  goal: optimal in 5 s at 160 and 15 s at 460; in 600 s gap 15 % at 160 and 25 % at 460',
  );
}

async function moves(names: string[], best: BestKnown): Promise<void> {
  if (names.length === 0) return;
  line('planning anew', 'moves', 'proven least', 'seconds', 'points above, %');
  for (const name of names) {
    const instance = instanceOf(name);
    const begun = nowMs();
    let provenAfter = Infinity;
    const onProgress = (progress: Progress) => {
      if (progress.moves !== progress.movesBound) return;
      provenAfter = Math.min(provenAfter, (nowMs() - begun) / 1000);
    };
    const plan = await planOf(instance, 1, 20, { fewestMoves: true, onProgress });
    const known = best.replan[name];
    line(
      `  ${name}`,
      String(plan?.moves),
      String(plan?.movesBound),
      provenAfter.toFixed(1),
      (((plan?.objective ?? NaN) / (known?.objective ?? NaN) - 1) * 100).toFixed(2),
    );
  }
  console.log('  goal: proven fewest in 10 s at 460');
}

async function conflicts(names: string[]): Promise<void> {
  if (names.length === 0) return;
  line('conflicts', 'exhibitors', 'booths', 'seconds');
  for (const name of names) {
    const begun = nowMs();
    const found = await allocate(instanceOf(name), { seed: 1, endsAtMs: Date.now() + 60_000 });
    const seconds = ((nowMs() - begun) / 1000).toFixed(1);
    if (found.kind !== 'conflict') line(`  ${name}`, found.kind, '', seconds);
    else {
      const { exhibitors, booths } = found.conflict;
      line(`  ${name}`, String(exhibitors.length), String(booths.length), seconds);
    }
  }
  console.log('  goal: 5 s, 60 s when only whole numbers conflict');
}

async function reasons(names: string[]): Promise<void> {
  if (names.length === 0) return;
  line('reasons', 'unmet wishes', 'priced', 'envies', 'seconds');
  for (const name of names) {
    const instance = instanceOf(name);
    const plan = await planOf(instance, 1, 5);
    if (!plan) continue;
    const begun = nowMs();
    const { reasons: all, envies } = describeReasons(instance, plan.plan);
    const unmet = all.flatMap((each) => each.unmet);
    line(
      `  ${name}`,
      String(unmet.length),
      String(unmet.filter(({ costsAtMost }) => costsAtMost !== null).length),
      String(envies.length),
      ((nowMs() - begun) / 1000).toFixed(1),
    );
  }
  console.log('  goal: all within 60 s');
}
