import type { Conflict } from '@phien/allocator';
import type { SuggestionChoiceDto } from './suggestion.dto';
import type { KeptPlan } from './suggestion.entity';

/** What the thread that searches is given. */
export interface SearchWish {
  /** The bytes of the instance's file. */
  instance: Uint8Array;
  choice: Pick<SuggestionChoiceDto, 'fewestMoves' | 'moreMoves' | 'seconds' | 'seed'>;
  lanes: number;
  /** Ends each lane after so many iterations instead, so that the same is found each time. */
  iterations?: number;
}

/** What it says while it searches, and in the end. */
export type SearchWord =
  | { kind: 'better'; plan: KeptPlan }
  | { kind: 'plan'; plan: KeptPlan }
  | { kind: 'conflict'; conflict: Conflict }
  | { kind: 'unknown' };
