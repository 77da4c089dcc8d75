import type { Instance, Places } from '../instance/instance';
import type { Conflict } from '../exact/find-conflict';
import type { DescribedPlan } from '../reasons/describe-reasons';
import type { Effort, LaneWishes } from '../search/lane';

/**
 * Memory that all threads of one search see: a word that says stop, one that says that the exact side
 * found a plan, then that plan. A thread that reckons without a pause hears nothing else.
 */
export type Shared = Int32Array<SharedArrayBuffer>;

const STOP = 0;
const HAS_PLAN = 1;
const PLAN = 2;

/* What HAS_PLAN says; 0 as long as nobody knows. */
const IS_THERE = 1;
const NEVER = 2;

export const openShared = (exhibitors: number): Shared =>
  new Int32Array(new SharedArrayBuffer((PLAN + exhibitors) * 4));

export const stopAll = (shared: Shared) => void Atomics.store(shared, STOP, 1);

export const isStopped = (shared: Shared) => Atomics.load(shared, STOP) === 1;

export function sharePlan(shared: Shared, places: Int32Array): void {
  shared.set(places, PLAN);
  Atomics.store(shared, HAS_PLAN, IS_THERE);
}

/** The exact side has ended: who waits for its plan waits for nothing, unless there is one. */
export const shareNoPlan = (shared: Shared) =>
  void Atomics.compareExchange(shared, HAS_PLAN, 0, NEVER);

export function sharedPlan(shared: Shared): Int32Array | 'never' | null {
  const has = Atomics.load(shared, HAS_PLAN);
  if (has === NEVER) return 'never';
  return has === IS_THERE ? Int32Array.from(shared.subarray(PLAN)) : null;
}

export interface LaneWork {
  readonly instance: Instance;
  readonly seed: number;
  readonly lane: number;
  readonly endsAtMs: number;
  readonly iterations: number | null;
  readonly budget: number | null;
  readonly startsWith: LaneWishes['startsWith'];
  readonly mostMoves: number | null;
  readonly start: Int32Array | null;
  readonly shared: Shared;
}

export type LaneWord =
  | {
      readonly kind: 'better';
      readonly lane: number;
      readonly places: Int32Array;
      readonly points: number;
      readonly moves: number;
      readonly effort: Effort;
    }
  | {
      readonly kind: 'done';
      readonly lane: number;
      readonly hasPlan: boolean;
      readonly effort: Effort;
      readonly isLocalOptimum: boolean;
    };

/** What the exact side is asked, one after another. */
export type ExactTask = 'conflict' | 'moves' | 'bound';

export interface ExactWork {
  readonly instance: Instance;
  readonly tasks: readonly ExactTask[];
  readonly endsAtMs: number;
  readonly shared: Shared;
}

export type ExactWord =
  | { readonly kind: 'conflict'; readonly conflict: Conflict }
  | { readonly kind: 'feasible'; readonly places: Int32Array | null }
  /** Proven: no plan has fewer moves. `places` has so many when it is proven fewest. */
  | {
      readonly kind: 'moves';
      readonly atLeast: number;
      readonly isProven: boolean;
      readonly places: Int32Array | null;
    }
  /** Proven: what the own wishes cost at least, and whether a plan costs no more. */
  | { readonly kind: 'wishes'; readonly bound: number; readonly isProven: boolean }
  /** Proven: what any plan costs at least. */
  | { readonly kind: 'bound'; readonly bound: number; readonly method: string }
  | { readonly kind: 'done' };

export interface RepairWork {
  readonly instance: Instance;
  readonly seed: number;
  readonly endsAtMs: number;
  /** So many, however long they take; until the end when null. */
  readonly repairs: number | null;
  readonly mostMoves: number | null;
  readonly start: Int32Array;
  readonly shared: Shared;
}

export type RepairWord =
  | {
      readonly kind: 'repaired';
      readonly places: Int32Array;
      readonly points: number;
      readonly moves: number;
      readonly repairs: number;
    }
  | { readonly kind: 'done' };

export interface ReasonsWork {
  readonly instance: Instance;
  readonly places: Places;
  readonly iterations: number | null;
  readonly fewestMoves: boolean;
  readonly shared: Shared;
}

export type ReasonsWord =
  | { readonly kind: 'priced'; readonly count: number; readonly of: number }
  | { readonly kind: 'described'; readonly described: DescribedPlan };
