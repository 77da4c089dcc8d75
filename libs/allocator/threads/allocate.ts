import { endThread } from '@phien/kernel';
import { Worker } from 'node:worker_threads';
import { checkPlan } from '../check/check-plan';
import type { CheckedPlan } from '../check/check-plan';
import { compile } from '../compile/compile';
import { placesById, standingBy } from '../compile/score-places';
import type { Conflict } from '../exact/find-conflict';
import type { Instance, Places, Terms } from '../instance/instance';
import type { ExactTask, ExactWord, ExactWork, LaneWord, LaneWork } from './thread-words';
import { openShared, sharePlan, stopAll } from './thread-words';

/** Of the engine, not of the product: a stored plan says which made it. */
export const ENGINE_VERSION = '2';

const GRACE_MS = 900;

export interface AllocateWishes {
  readonly seed: number;
  /** Until when to search, by the machine's clock. */
  readonly endsAtMs: number;
  /** Told exhibitors move as little as possible, by proof; points come second. */
  readonly fewestMoves?: boolean;
  /** With `fewestMoves`: so many moves more than the fewest. */
  readonly moreMoves?: number;
  /** A plan with the fewest moves, proven before: its moves are not proven again. */
  readonly from?: Pick<Plan, 'plan' | 'moves' | 'movesBound'>;
  /** Ends each lane after so many iterations, however long they take: the same plan each time. */
  readonly iterations?: number;
  /** What the cooling is laid out for, as a plan says it; as many as `iterations` when left out. */
  readonly budget?: number;
  /** Seeds side by side, a thread each. */
  readonly lanes?: number;
  /** Searches in this lane alone, as a plan names the one that found it. */
  readonly lane?: number;
  /** Whether to prove a bound too, by a thread of its own. */
  readonly provesBound?: boolean;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

/** How far a search is. Points, fewer is better. */
export interface Progress {
  readonly points: number;
  readonly moves: number;
  readonly bound: number | null;
  readonly wishesBound: number | null;
  readonly iterations: number;
  readonly places: Places;
}

/** A plan as it is written, `fair-alloc/1`. */
export interface Plan {
  readonly instance: string;
  readonly plan: Places;
  readonly objective: number;
  readonly terms: Terms;
  readonly bound?: number;
  readonly boundMethod?: string;
  readonly wishesBound?: number;
  readonly wishesProven?: boolean;
  readonly seed: number;
  readonly lane: number;
  readonly iterations: number;
  readonly budget: number;
  readonly localOptimum: boolean;
  readonly engine: string;
  readonly moves?: number;
  readonly movesBound?: number;
}

export type Allocated =
  | { readonly kind: 'plan'; readonly plan: Plan }
  | { readonly kind: 'conflict'; readonly conflict: Conflict }
  /** Neither a plan nor a proof in time. */
  | { readonly kind: 'unknown' };

type Better = Extract<LaneWord, { kind: 'better' }>;
type Done = Extract<LaneWord, { kind: 'done' }>;

/** Searches with several seeds side by side and proves what it can, in threads; never blocks. */
export function allocate(instance: Instance, wishes: AllocateWishes): Promise<Allocated> {
  return new Allocation(instance, wishes).run();
}

class Allocation {
  private readonly shared;
  private readonly threads: Worker[] = [];
  private readonly best = new Map<number, Better>();
  private readonly done = new Map<number, Done>();
  private readonly lanes: number;
  private readonly told: boolean;
  private conflict: Conflict | null = null;
  private bound: { bound: number; method: string } | null = null;
  private wishesBound: { bound: number; isProven: boolean } | null = null;
  private movesBound: number | null = null;
  private known: ReturnType<typeof compile> | undefined;
  private running = 0;
  private finish: (failure?: Error) => void = () => undefined;

  constructor(
    private readonly instance: Instance,
    private readonly wishes: AllocateWishes,
  ) {
    this.shared = openShared(instance.exhibitors.length);
    this.lanes = wishes.lane === undefined ? (wishes.lanes ?? 2) : 1;
    this.told = instance.exhibitors.some(({ prev }) => prev !== null);
  }

  async run(): Promise<Allocated> {
    const { wishes } = this;
    const stop = () => stopAll(this.shared);
    const timer = setTimeout(stop, Math.max(0, wishes.endsAtMs - Date.now()));
    /* A thread that is held up by other programs is not waited for: what it found is known. */
    const last = setTimeout(
      () => this.finish(),
      Math.max(0, wishes.endsAtMs - Date.now()) + GRACE_MS,
    );
    if (wishes.iterations !== undefined) {
      clearTimeout(timer);
      clearTimeout(last);
    }
    wishes.signal?.addEventListener('abort', stop, { once: true });
    if (wishes.signal?.aborted) stop();
    try {
      await new Promise<void>((resolve, reject) => {
        this.finish = (failure) => (failure ? reject(failure) : resolve());
        const isReplanning = wishes.fewestMoves === true && this.told;
        const { from, moreMoves = 0 } = wishes;
        if (isReplanning && from?.moves !== undefined) {
          this.movesBound = from.movesBound ?? null;
          this.openLanes(from.moves + moreMoves, standingBy(this.compiled, from.plan));
          return;
        }
        this.openExact(isReplanning);
        if (!isReplanning) this.openLanes(null, null);
      });
    } finally {
      clearTimeout(timer);
      clearTimeout(last);
      wishes.signal?.removeEventListener('abort', stop);
      stop();
      for (const thread of this.threads) void endThread(thread);
    }
    return this.answer();
  }

  private openLanes(mostMoves: number | null, start: Int32Array | null): void {
    const { seed, endsAtMs, iterations, budget, lane: first = 0 } = this.wishes;
    for (let lane = first; lane < first + this.lanes; lane += 1) {
      const work: LaneWork = {
        instance: this.instance,
        seed,
        lane,
        endsAtMs,
        iterations: iterations ?? null,
        budget: budget ?? iterations ?? null,
        mostMoves,
        start,
        shared: this.shared,
      };
      this.open('search.thread.js', work, (word: LaneWord) => this.hearLane(word));
    }
  }

  private openExact(isReplanning: boolean): void {
    const tasks: ExactTask[] = isReplanning ? ['moves', 'conflict'] : ['conflict'];
    if (this.wishes.provesBound) tasks.push('bound');
    const work: ExactWork = {
      instance: this.instance,
      tasks,
      endsAtMs: this.wishes.endsAtMs,
      shared: this.shared,
    };
    this.open('exact.thread.js', work, (word: ExactWord) => this.hearExact(word));
  }

  private open<Word extends { kind: string }>(
    file: string,
    workerData: LaneWork | ExactWork,
    hear: (word: Word) => void,
  ): void {
    const thread = new Worker(`${__dirname}/${file}`, { workerData });
    this.threads.push(thread);
    this.running += 1;
    let isDone = false;
    thread.on('message', (word: Word) => {
      hear(word);
      if (word.kind !== 'done') return;
      isDone = true;
      this.running -= 1;
      this.endWhenAllIsSaid();
    });
    thread.on('error', (failure: Error) => this.finish(failure));
    thread.on('exit', (code) => {
      if (!isDone) this.finish(new Error(`${file} ended with ${code} before it was done`));
    });
  }

  /* A proof that nobody waits for any more is not waited for. */
  private endWhenAllIsSaid(): void {
    const isSearched = this.done.size === this.lanes;
    if (this.conflict !== null || this.running === 0) this.finish();
    else if (isSearched && this.best.size > 0 && !this.wishes.provesBound) this.finish();
    else if (isSearched && this.best.size > 0 && Date.now() >= this.wishes.endsAtMs) this.finish();
  }

  private hearLane(word: LaneWord): void {
    if (word.kind === 'done') {
      this.done.set(word.lane, word);
      return;
    }
    this.best.set(word.lane, word);
    if (this.leader() === word) this.tell();
  }

  private hearExact(word: ExactWord): void {
    if (word.kind === 'conflict') {
      this.conflict = word.conflict;
      stopAll(this.shared);
      this.finish();
    } else if (word.kind === 'feasible') {
      if (word.places) sharePlan(this.shared, word.places);
    } else if (word.kind === 'moves') {
      this.movesBound = word.atLeast;
      if (!word.places) return;
      const { moved, ownFrom } = this.compiled;
      const moves = word.places.reduce((sum, p, e) => sum + moved[ownFrom[e]! + p]!, 0);
      const most = (word.isProven ? word.atLeast : moves) + (this.wishes.moreMoves ?? 0);
      this.openLanes(most, word.places);
    } else if (word.kind === 'wishes') this.wishesBound = word;
    else if (word.kind === 'bound') this.bound = word;
    if (word.kind === 'wishes' || word.kind === 'bound') this.tell();
  }

  private leader(): Better | null {
    let leader: Better | null = null;
    for (const each of this.best.values()) {
      if (leader === null || isBetter(each, leader)) leader = each;
    }
    return leader;
  }

  private tell(): void {
    const leader = this.leader();
    if (!leader || !this.wishes.onProgress) return;
    this.wishes.onProgress({
      points: leader.points,
      moves: leader.moves,
      bound: this.bound?.bound ?? null,
      wishesBound: this.wishesBound?.bound ?? null,
      iterations: leader.effort.iterations,
      places: placesById(this.compiled, leader.places),
    });
  }

  private get compiled() {
    return (this.known ??= compile(this.instance));
  }

  private answer(): Allocated {
    /* In the order of their lanes, whichever spoke first: of two equal plans the same one is chosen. */
    const words = [...this.best.values()].sort((a, b) => a.lane - b.lane);
    const candidates = words.map((word) => {
      const places = placesById(this.compiled, word.places);
      return { word, places, checked: checkPlan(this.instance, places) };
    });
    const sound = candidates.filter(({ checked }) => checked.violations.length === 0);
    if (sound.length < candidates.length) throw new Error('the search broke a rule of the hall');
    const [first, ...others] = sound;
    if (!first) {
      return this.conflict ? { kind: 'conflict', conflict: this.conflict } : { kind: 'unknown' };
    }
    const chosen = others.reduce(
      (best, each) => (isPreferred(each, best, this.wishes.fewestMoves === true) ? each : best),
      first,
    );
    return { kind: 'plan', plan: this.planOf(chosen.word, chosen.places, chosen.checked) };
  }

  private planOf(word: Better, places: Places, checked: CheckedPlan): Plan {
    const done = this.done.get(word.lane);
    const effort = done?.effort ?? word.effort;
    const { bound, wishesBound, movesBound } = this;
    return {
      instance: this.instance.name,
      plan: places,
      objective: checked.total,
      terms: checked.terms,
      ...(bound && { bound: bound.bound, boundMethod: bound.method }),
      ...(wishesBound && { wishesBound: wishesBound.bound, wishesProven: wishesBound.isProven }),
      seed: this.wishes.seed,
      lane: word.lane,
      iterations: effort.iterations,
      budget: effort.budget,
      localOptimum: done?.isLocalOptimum ?? false,
      engine: ENGINE_VERSION,
      ...(this.told && { moves: checked.movers.length }),
      ...(movesBound !== null && { movesBound }),
    };
  }
}

const isBetter = (a: Better, b: Better) => a.points < b.points;

interface Candidate {
  readonly word: Better;
  readonly checked: CheckedPlan;
}

/* Moves when they come first, then points, then the worst-off. */
function isPreferred(a: Candidate, b: Candidate, movesFirst: boolean): boolean {
  const [movesA, movesB] = [a.checked.movers.length, b.checked.movers.length];
  if (movesFirst && movesA !== movesB) return movesA < movesB;
  const [pointsA, pointsB] = [a.checked.total, b.checked.total];
  if (Math.abs(pointsA - pointsB) > 1e-6 * Math.max(Math.abs(pointsA), Math.abs(pointsB))) {
    return pointsA < pointsB;
  }
  const lacksOf = ({ lacks }: CheckedPlan) => [...lacks.values()].sort((x, y) => y - x);
  const [lacksA, lacksB] = [lacksOf(a.checked), lacksOf(b.checked)];
  const at = lacksA.findIndex((lack, n) => Math.abs(lack - lacksB[n]!) > 1e-9);
  return at >= 0 && lacksA[at]! < lacksB[at]!;
}
