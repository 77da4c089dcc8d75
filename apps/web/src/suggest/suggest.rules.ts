import type { Booth } from '../api/client';
import type {
  Figures,
  Suggestion,
  SuggestionDetail,
  TermName,
  WithoutBooth,
} from './suggest-requests';

type State = Suggestion['state'];

/** Whether there is still something to come. */
export const isRunning = (state: State) => state === 'waiting' || state === 'searching';

/**
 * By what share of its points a plan may lie above the least that is proven: 0.12 says that no plan
 * is better by more than 12 %. Null where a bound says nothing.
 */
export function gapOf(points: number, bound: number | null): number | null {
  if (bound === null || points < 0) return null;
  if (points === 0) return 0;
  const gap = (points - bound) / points;
  return gap < 1e-6 ? 0 : gap;
}

/**
 * Who of those without a booth gets no place: whoever gave its last booth back has most likely
 * cancelled, and a word of the organizers (whether it is to be placed, by its id) goes before that.
 */
export function leftOutOf(
  waiting: readonly Pick<WithoutBooth, 'exhibitorId' | 'gaveBack'>[],
  decided: ReadonlyMap<string, boolean>,
): string[] {
  return waiting.flatMap(({ exhibitorId, gaveBack }) =>
    (decided.get(exhibitorId) ?? gaveBack === null) ? [] : [exhibitorId],
  );
}

/**
 * Who gets no place when it is asked again after a suggestion: what was decided then about those who
 * stood nowhere holds, but for whoever gave a booth back since its places were accepted.
 */
export function leftOutAfter(
  { choice, places, acceptedAt }: Pick<SuggestionDetail, 'choice' | 'places' | 'acceptedAt'>,
  waiting: readonly Pick<WithoutBooth, 'exhibitorId' | 'gaveBack'>[],
): string[] {
  const decided = new Map<string, boolean>();
  for (const { exhibitorId, beforeCodes } of places) {
    if (beforeCodes === null) decided.set(exhibitorId, true);
  }
  for (const exhibitorId of choice.leftOut ?? []) decided.set(exhibitorId, false);
  for (const { exhibitorId, gaveBack } of waiting) {
    if (acceptedAt !== null && gaveBack && gaveBack.at > acceptedAt) decided.delete(exhibitorId);
  }
  return leftOutOf(waiting, decided);
}

/** How many exhibitors stay where they are, by what is kept. */
export function keptBy(
  booths: readonly Pick<Booth, 'holders' | 'reserved'>[],
): Record<'all' | 'confirmed' | 'none', number> {
  const confirmed = new Set<string>();
  const all = new Set<string>();
  for (const { holders, reserved } of booths) {
    for (const { exhibitorId } of holders) {
      confirmed.add(exhibitorId);
      all.add(exhibitorId);
    }
    for (const { exhibitorId } of reserved) all.add(exhibitorId);
  }
  return { all: all.size, confirmed: confirmed.size, none: 0 };
}

/**
 * How long a search has still to go, in whole seconds. Its start is told by the fair's clock, which a
 * demo may move: where that says nothing sensible, it is counted from when it was first seen here.
 */
export function secondsLeft(
  { startedAt, choice }: Pick<Suggestion, 'startedAt' | 'choice'>,
  firstSeenMs: number,
  nowMs: number,
): number {
  const startedMs = startedAt === null ? Number.NaN : Date.parse(startedAt);
  const goneMs = firstSeenMs - startedMs;
  const fromMs = goneMs >= 0 && goneMs <= choice.seconds * 1_000 ? startedMs : firstSeenMs;
  return Math.max(0, Math.round(choice.seconds - (nowMs - fromMs) / 1_000));
}

/** In the order in which a person asks: what was wished, then who stands beside whom. */
export const TERMS: readonly TermName[] = [
  'choices',
  'corner',
  'front',
  'gate',
  'anchor',
  'cohesion',
  'affinity',
  'competitors',
  'smell',
  'ventilation',
];

/** The command with which the engine finds the same plan in the downloaded instance. */
export function commandOf(
  { seed, seconds, fewestMoves, moreMoves }: Suggestion['choice'],
  {
    iterations,
    budget,
    lane,
    start,
    repairs,
  }: Pick<Figures, 'iterations' | 'budget' | 'lane' | 'start' | 'repairs'>,
): string {
  return [
    'npm run allocate -- instance.json',
    `--seed ${seed} --iterations ${iterations}`,
    ...(budget === null ? [] : [`--budget ${budget}`]),
    ...(lane === null ? [] : [`--lane ${lane}`]),
    ...(start === null ? [] : [`--start ${start}`]),
    ...(repairs === 0 ? [] : [`--repairs ${repairs}`]),
    `--seconds ${seconds}`,
    ...(fewestMoves ? ['--moves min'] : []),
    ...(fewestMoves && moreMoves > 0 ? [`--more-moves ${moreMoves}`] : []),
    '--out plan.json',
  ].join(' ');
}
