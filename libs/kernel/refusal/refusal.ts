export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  /** What was looked at has changed since: look again, then ask again. */
  | 'stale'
  | 'too_many'
  | 'busy';

/** One sentence for the person, in both languages of the product. */
export interface Sentence {
  readonly vi: string;
  readonly en: string;
}

/**
 * A "no" that is part of the trade: a snake_case code that names a state of the world for the
 * machine, a sentence for the person. Anything else that is thrown is a fault of ours.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: string,
    readonly kind: RefusalKind,
    readonly sentence: Sentence,
    readonly details?: Readonly<Record<string, unknown>>,
  ) {
    super(`${code}: ${sentence.en}`);
  }
}
