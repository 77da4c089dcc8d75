import { endThread } from '@phien/kernel';
import { Worker } from 'node:worker_threads';
import { checkPlan } from '../check/check-plan';
import type { CheckedPlan } from '../check/check-plan';
import { compile } from '../compile/compile';
import { placesById, standingBy } from '../compile/score-places';
import type { Conflict } from '../exact/find-conflict';
import type { Instance, Places } from '../instance/instance';
import { ENGINE_VERSION } from './plan';
import type { Allocated, Plan, Progress } from './plan';
import type { ExactTask, ExactWord, ExactWork, LaneWord, LaneWork } from './thread-words';
import type { RepairWord, RepairWork } from './thread-words';
import { isStopped, openShared, shareNoPlan, sharePlan, stopAll } from './thread-words';

const GRACE_MS = 900;
/* A proof that is broken off says what it has proven: in time, so that somebody hears it. */
const TO_TELL_MS = 500;
/* A search of so long ends with repairs, for such a share of its time; in a shorter one cooling pays more. */
const REPAIRED_FROM_MS = 30_000;
const REPAIRING = 0.05;

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
  /** With `iterations`: what the cooling is laid out for, as a plan says it; as many when left out. */
  readonly budget?: number;
  /** With `iterations`: what it begins with, as a plan says it; the same each time when left out. */
  readonly start?: Plan['start'];
  /** With `iterations`: repairs after them, as a plan says it; none when left out. */
  readonly repairs?: number;
  /** Seeds side by side, a thread each. */
  readonly lanes?: number;
  /** Searches in this lane alone, as a plan names the one that found it. */
  readonly lane?: number;
  /** Whether to prove a bound too, by a thread of its own. */
  readonly provesBound?: boolean;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

type Better = Extract<LaneWord, { kind: 'better' }>;
type Done = Extract<LaneWord, { kind: 'done' }>;
type Repaired = Extract<RepairWord, { kind: 'repaired' }>;

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
  private readonly lanesEndAtMs: number;
  private mostMoves: number | null = null;
  private repaired: Repaired | null = null;
  private isRepairing = false;
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
    const ms = wishes.iterations === undefined ? wishes.endsAtMs - Date.now() : 0;
    this.lanesEndAtMs = wishes.endsAtMs - (ms < REPAIRED_FROM_MS ? 0 : ms * REPAIRING);
  }

  async run(): Promise<Allocated> {
    const { wishes } = this;
    const stop = () => stopAll(this.shared);
    const leftMs = Math.max(0, wishes.endsAtMs - Date.now());
    /* A thread that is held up by other programs is not waited for: what it found is known. */
    const timers =
      wishes.iterations === undefined
        ? [setTimeout(stop, leftMs), setTimeout(() => this.finish(), leftMs + GRACE_MS)]
        : [];
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
      timers.forEach(clearTimeout);
      wishes.signal?.removeEventListener('abort', stop);
      stop();
      for (const thread of this.threads) void endThread(thread);
    }
    return this.answer();
  }

  private openLanes(mostMoves: number | null, start: Int32Array | null): void {
    const { seed, iterations, budget, lane: first = 0 } = this.wishes;
    const again = iterations === undefined ? undefined : (this.wishes.start ?? 'found_again');
    this.mostMoves = mostMoves;
    for (let lane = first; lane < first + this.lanes; lane += 1) {
      const work: LaneWork = {
        instance: this.instance,
        seed,
        lane,
        endsAtMs: this.lanesEndAtMs,
        iterations: iterations ?? null,
        budget: budget ?? null,
        startsWith: start === null ? again : 'given',
        mostMoves,
        start,
        shared: this.shared,
      };
      this.open('search.thread.js', work, (word: LaneWord) => this.hearLane(word));
    }
  }

  private openExact(isReplanning: boolean): void {
    const tasks: ExactTask[] = isReplanning ? ['moves', 'conflict'] : ['conflict'];
    const { provesBound, endsAtMs } = this.wishes;
    if (provesBound) tasks.push('bound');
    const work: ExactWork = {
      instance: this.instance,
      tasks,
      endsAtMs: provesBound ? endsAtMs - TO_TELL_MS : endsAtMs,
      shared: this.shared,
    };
    this.open('exact.thread.js', work, (word: ExactWord) => this.hearExact(word));
  }

  /* From the best plan of the lanes; those who were stopped by somebody want no more. */
  private openRepair(): void {
    const { seed, endsAtMs, iterations, repairs } = this.wishes;
    const isWanted = iterations === undefined ? this.lanesEndAtMs < endsAtMs : (repairs ?? 0) > 0;
    const chosen = isWanted && !isStopped(this.shared) ? this.choose() : null;
    if (!chosen) return;
    this.isRepairing = true;
    const work: RepairWork = {
      ...{ instance: this.instance, seed, endsAtMs, shared: this.shared },
      repairs: iterations === undefined ? null : repairs!,
      mostMoves: this.mostMoves,
      start: chosen.word.places,
    };
    this.open('repair.thread.js', work, (word: RepairWord) => {
      if (word.kind === 'done') this.isRepairing = false;
      else this.repaired = word;
      this.tell();
    });
  }

  private open<Word extends { kind: string }>(
    file: string,
    workerData: LaneWork | ExactWork | RepairWork,
    hear: (word: Word) => void,
  ): void {
    const thread = new Worker(`${__dirname}/${file}`, { workerData });
    this.threads.push(thread);
    this.running += 1;
    let isDone = false;
    thread.on('message', (word: Word) => {
      try {
        hear(word);
      } catch (failure) {
        this.finish(failure as Error);
      }
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
    const isSearched = this.done.size === this.lanes && !this.isRepairing;
    if (this.conflict !== null || this.running === 0) this.finish();
    else if (isSearched && this.best.size > 0 && !this.wishes.provesBound) this.finish();
    else if (isSearched && this.best.size > 0 && Date.now() >= this.wishes.endsAtMs) this.finish();
  }

  private hearLane(word: LaneWord): void {
    if (word.kind === 'done') {
      this.done.set(word.lane, word);
      if (this.done.size === this.lanes) this.openRepair();
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
    else shareNoPlan(this.shared);
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
    const { points, moves, places } = this.repaired ?? leader;
    this.wishes.onProgress({
      points,
      moves,
      movesBound: this.movesBound,
      bound: this.bound?.bound ?? null,
      wishesBound: this.wishesBound?.bound ?? null,
      iterations: leader.effort.iterations,
      places: placesById(this.compiled, places),
    });
  }

  private get compiled() {
    return (this.known ??= compile(this.instance));
  }

  /* In the order of their lanes, whichever spoke first: of two equal plans the same one is chosen. */
  private choose(): Candidate | null {
    const words = [...this.best.values()].sort((a, b) => a.lane - b.lane);
    const [first, ...others] = words.map((word) => ({ word, ...this.check(word.places) }));
    if (!first) return null;
    return others.reduce(
      (best, each) => (isPreferred(each, best, this.wishes.fewestMoves === true) ? each : best),
      first,
    );
  }

  private check(standing: Int32Array): Pick<Candidate, 'places' | 'checked'> {
    const places = placesById(this.compiled, standing);
    const checked = checkPlan(this.instance, places);
    if (checked.violations.length > 0) throw new Error('the search broke a rule of the hall');
    return { places, checked };
  }

  private answer(): Allocated {
    const chosen = this.choose();
    if (chosen) return { kind: 'plan', plan: this.planOf(chosen) };
    return this.conflict ? { kind: 'conflict', conflict: this.conflict } : { kind: 'unknown' };
  }

  private planOf(chosen: Candidate): Plan {
    const { word } = chosen;
    const done = this.done.get(word.lane);
    const effort = done?.effort ?? word.effort;
    const { bound, wishesBound, movesBound, repaired } = this;
    const { places, checked } = repaired ? this.check(repaired.places) : chosen;
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
      start: effort.start,
      ...(repaired && { repairs: repaired.repairs }),
      localOptimum: repaired !== null || (done?.isLocalOptimum ?? false),
      engine: ENGINE_VERSION,
      ...(this.told && { moves: checked.movers.length }),
      ...(movesBound !== null && { movesBound }),
    };
  }
}

const isBetter = (a: Better, b: Better) => a.points < b.points;

interface Candidate {
  readonly word: Better;
  readonly places: Places;
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
