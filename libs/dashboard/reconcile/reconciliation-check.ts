import type { EntityManager } from 'typeorm';

/** One figure that is not what the facts say. */
export class Difference {
  /** What differs, for a person: 'sales by zone'. */
  what: string;
  /** Where: '2025-10-28 <zone id>'. */
  key: string;
  unit: 'vnd' | 'count';
  /** By the facts. */
  expected: number;
  /** By what was computed from them earlier. */
  found: number;
}

/** A comparison of facts with something computed from them. Any library to the right may add its own. */
export abstract class ReconciliationCheck {
  /** Runs in a read-only snapshot; answers every difference, an empty list when all is well. */
  abstract run(em: EntityManager, fairId: string): Promise<Difference[]>;
}
