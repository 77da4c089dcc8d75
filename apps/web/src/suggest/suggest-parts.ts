import type { Booth, PlanFeature, WholeFair, Zone } from '../api/client';
import type { Suggestion, SuggestionDetail, Wish } from './suggest-requests';

/** The drawn plan of the fair that suggestions are drawn on. */
export interface Drawing {
  hall: WholeFair;
  zones: readonly Zone[];
  features: readonly PlanFeature[];
  /** Where booths are, and who stands there now. */
  booths: readonly Booth[];
}

/** What a booth is coloured for; each tone has its letter, so that colour never speaks alone. */
export type Tone =
  | 'free'
  | 'now'
  | 'stays'
  | 'comes'
  | 'moves'
  | 'differs'
  | 'onlyHere'
  | 'onlyThere'
  | 'left'
  | 'conflict'
  | 'quiet';

/** The tone of a booth by its code; left out, the suggestion's own. */
export type Tones = (boothCode: string) => Tone | undefined;

/** What every part of a suggestion is given. */
export interface PartProps {
  fairId: string;
  fairCode: string;
  timeZone: string;
  drawing: Drawing;
  suggestion: SuggestionDetail;
}

/** Accepts all places or some as one step of the plan. */
export interface AcceptPartProps extends PartProps {
  isAsking: boolean;
  /** Searches anew with the same choice, when the plan has changed since. */
  onAsk: (choice: Omit<Wish, 'id'>) => void;
  /** Keys of the places that differ from the plan as it is, to mark on the picture; null: none. */
  onTones: (tones: Tones | null) => void;
}

/** Lays another suggestion beside this one. */
export interface ComparePartProps extends PartProps {
  /** All others that have a plan. */
  others: readonly Suggestion[];
  /** The other one, kept in the address (`with`). */
  withId: string | undefined;
  onWith: (suggestionId: string | undefined) => void;
  /** Colours the booths that differ; null gives the picture its own tones back. */
  onTones: (tones: Tones | null) => void;
}

/** For each exhibitor which wishes were kept, and what the others would cost. */
export interface ReasonsPartProps extends PartProps {
  /** The booth that is chosen on the picture, by its code. */
  chosenCode: string | null;
  /** Chooses a booth on the picture, which comes into view. */
  onChoose: (boothCode: string | null) => void;
}

/** "3 more moves would save 85 points": begins such a search. */
export interface OffersPartProps extends PartProps {
  isAsking: boolean;
  onAsk: (choice: Omit<Wish, 'id'>) => void;
}
