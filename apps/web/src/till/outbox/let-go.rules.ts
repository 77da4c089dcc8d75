import type { components } from '../../api/schema.generated';

export type StatusAnswer = components['schemas']['StatusAnswerDto'];

/** One chain of a fair: what the fair last answered of it, and what this phone holds. */
export interface HeldChain {
  /** Undefined while the fair has not answered for it. */
  answer: Pick<StatusAnswer, 'isSealed' | 'setAsideCount' | 'head'> | undefined;
  /** Undefined when this phone does not know how far its chain goes. */
  head: { sequence: number; hash: string } | undefined;
  /** Waiting to be sent, or clashing. */
  unsentCount: number;
}

/**
 * Whether this phone may let its documents of a fair go: the fair is sealed, the ledger's head is ours
 * to the last bit (a head holds the hash of everything before it), nothing waits to be sent or to be
 * decided, and no shift of it is still to be counted. For all chains of the fair, or none is let go.
 */
export const mayLetGo = (
  chains: readonly HeldChain[],
  { isShiftOver }: { isShiftOver: boolean },
): boolean =>
  isShiftOver &&
  chains.length > 0 &&
  chains.every(
    ({ answer, head, unsentCount }) =>
      answer !== undefined &&
      head !== undefined &&
      answer.isSealed &&
      answer.setAsideCount === 0 &&
      unsentCount === 0 &&
      answer.head.sequence === head.sequence &&
      answer.head.hash === head.hash,
  );
