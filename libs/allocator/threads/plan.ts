import type { Conflict } from '../exact/find-conflict';
import type { Places, Terms } from '../instance/instance';
import type { Start } from '../search/lane';

/** Of the engine, not of the product: a stored plan says which made it. */
export const ENGINE_VERSION = '3';

/** How far a search is. Points, fewer is better. */
export interface Progress {
  readonly points: number;
  readonly moves: number;
  /** No plan moves fewer of those who were told; null where it is not looked for, or not proven yet. */
  readonly movesBound: number | null;
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
  /** What its lane began with. */
  readonly start: Start;
  /** Repairs after those that found it; left out when none did. */
  readonly repairs?: number;
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
