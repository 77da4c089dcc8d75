import type { Wish, WeightName } from './suggest-requests';

/** What is chosen before a search; its id is made when it is asked for. */
export type SearchChoice = Omit<Wish, 'id'>;

const KEY = 'phien-suggest-choice';

export const WEIGHTS: readonly WeightName[] = [
  'cohesion',
  'choices',
  'corner',
  'front',
  'gate',
  'anchor',
  'ventilation',
  'competitors',
  'smell',
];
export const SECONDS = [20, 60, 300, 600] as const;
export const MOST_SEED = 2_147_483_647;
export const MOST_MORE_MOVES = 20;

export const randomSeed = (): number => 1 + Math.floor(Math.random() * MOST_SEED);

const usual: Omit<SearchChoice, 'seed'> = {
  keeps: 'all',
  zones: 'apart',
  weights: {},
  fewestMoves: false,
  moreMoves: 0,
  seconds: 60,
  leftOut: [],
};

/** What was last chosen on this device, with a seed of its own. */
export function lastChoice(): SearchChoice {
  const seed = randomSeed();
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<SearchChoice>;
    return { ...usual, ...kept, seed };
  } catch {
    return { ...usual, seed };
  }
}

/* Who cancelled is of one fair and one day. */
export function keepChoice({ seed: _, leftOut: __, ...choice }: SearchChoice): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(choice));
  } catch {
    /* Without storage the usual choice stands there the next time. */
  }
}
