import type { DescribedPlan } from '@phien/allocator';
import type { SuggestionChoiceDto, SuggestionOfferDto } from './suggestion.dto';
import type { KeptPlan } from './suggestion.entity';

/** What the thread that works out reasons is given. */
export interface ExplainWish {
  /** The bytes of the instance's file. */
  instance: Uint8Array;
  plan: KeptPlan;
  choice: Pick<SuggestionChoiceDto, 'fewestMoves' | 'moreMoves' | 'seconds' | 'seed'>;
}

/** What it says in the end; told to stop, of those that it came to. */
export interface Explanation extends DescribedPlan {
  /** What some moves more would save, where the fewest were asked for. */
  offers: SuggestionOfferDto[];
}
