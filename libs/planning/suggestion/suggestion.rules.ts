import {
  defaultWeights,
  hasMoved,
  type Places,
  type TermName,
  type Weights,
} from '@phien/allocator';
import type {
  SuggestionChoiceDto,
  SuggestionFiguresDto,
  SuggestionPlaceDto,
  SuggestionWeightsDto,
} from './suggestion.dto';
import type { KeptClaimant, KeptPlan } from './suggestion.entity';

export const SUGGESTION_STATES = [
  'waiting',
  'searching',
  'explaining',
  'found',
  'conflict',
  'unknown',
  'failed',
] as const;

export type SuggestionState = (typeof SUGGESTION_STATES)[number];

/** One of a fair at a time. */
export const UNDER_WAY: readonly SuggestionState[] = ['waiting', 'searching'];

const WEIGHT_NAMES = [
  'cohesion',
  'corner',
  'front',
  'gate',
  'choices',
  'anchor',
  'ventilation',
  'competitors',
  'smell',
] as const;

export const LARGEST_PERCENT = 300;
export const MOST_LEFT_OUT = 5_000;
export const MOST_MORE_MOVES = 20;
export const [FEWEST_SECONDS, MOST_SECONDS] = [5, 600];
export const LARGEST_SEED = 2 ** 31 - 1;

/** What was asked, in one spelling: every weight named, and no moves more than the fewest of nothing. */
export function wholeChoice({
  keeps,
  zones,
  weights,
  leftOut,
  fewestMoves,
  moreMoves,
  seconds,
  seed,
}: SuggestionChoiceDto): SuggestionChoiceDto {
  return {
    ...{ keeps, zones, fewestMoves, seconds, seed },
    weights: Object.fromEntries(WEIGHT_NAMES.map((name) => [name, weights[name] ?? 100])),
    leftOut: [...(leftOut ?? [])].sort(),
    moreMoves: fewestMoves ? moreMoves : 0,
  };
}

/** The engine's own weights, each by its percentage; distances and reaches are no weights. */
export function weightsBy(percents: SuggestionWeightsDto): Weights {
  const share = (name: keyof SuggestionWeightsDto, weight: number) =>
    Math.round(weight * (percents[name] ?? 100) * 100) / 10_000;
  const own = defaultWeights;
  return {
    ...own,
    corner: share('corner', own.corner),
    front: share('front', own.front),
    gatePerMetre: share('gate', own.gatePerMetre),
    gateCap: share('gate', own.gateCap),
    choices: own.choices.map((weight) => share('choices', weight)),
    anchor: share('anchor', own.anchor),
    ventPerMetre: share('ventilation', own.ventPerMetre),
    ventCap: share('ventilation', own.ventCap),
    cohesionPerMetre: share('cohesion', own.cohesionPerMetre),
    competitor: share('competitors', own.competitor),
    smell: share('smell', own.smell),
  };
}

/* What an exhibitor has by its place alone, whoever its neighbours are: of this a part is proven. */
const OWN_TERMS: readonly TermName[] = [
  'corner',
  'front',
  'gate',
  'choices',
  'anchor',
  'ventilation',
];

export function figuresOf(plan: Omit<KeptPlan, 'plan'>): SuggestionFiguresDto {
  return {
    points: plan.objective,
    bound: plan.bound ?? null,
    boundMethod: plan.boundMethod ?? null,
    wishesPoints: OWN_TERMS.reduce((sum, name) => sum + plan.terms[name], 0),
    wishesBound: plan.wishesBound ?? null,
    wishesProven: plan.wishesProven ?? false,
    moves: plan.moves ?? null,
    movesBound: plan.movesBound ?? null,
    iterations: plan.iterations,
    budget: plan.budget ?? null,
    lane: plan.lane ?? null,
    start: plan.start ?? null,
    repairs: plan.repairs ?? 0,
    isLocalOptimum: plan.localOptimum,
    terms: { ...plan.terms },
  };
}

/** Who is to stand where by a plan; nobody yet while there is none. */
export function placesOf(
  claimants: readonly KeptClaimant[],
  places: Places | null,
): SuggestionPlaceDto[] {
  return claimants.map(({ prev, ...claimant }) => {
    const boothCodes = [...(places?.[claimant.key] ?? [])];
    const { size } = claimant;
    return {
      ...claimant,
      boothCodes,
      hasMoved: places !== null && hasMoved({ prev, size }, boothCodes),
    };
  });
}
