import type { SuggestedPlace } from './suggest-requests';
import type { Tone } from './suggest-parts';

/** Nobody of a booth has moved unless one has: who is told to leave is what one must see. */
const LOUDER: readonly Tone[] = ['moves', 'comes', 'stays'];

/** What a suggestion means for one exhibitor, against where it stood when it was asked for. */
export function toneOfPlace({ beforeCodes, boothCodes, hasMoved }: SuggestedPlace): Tone {
  if (beforeCodes === null) return 'comes';
  const stays =
    !hasMoved &&
    beforeCodes.length === boothCodes.length &&
    beforeCodes.every((code) => boothCodes.includes(code));
  return stays ? 'stays' : 'moves';
}

/** Who stands in a booth by a suggestion, and what that means. */
export interface Standing {
  tone: Tone;
  places: SuggestedPlace[];
}

/** By code of booth; a booth that is left out stays empty. */
export const standingIn = (places: readonly SuggestedPlace[]): ReadonlyMap<string, Standing> =>
  standingBy(places, ({ boothCodes }) => boothCodes, toneOfPlace);

/** Who stood where when the suggestion was asked for: what is shown while there is no plan. */
export const standingBefore = (places: readonly SuggestedPlace[]): ReadonlyMap<string, Standing> =>
  standingBy(
    places,
    ({ beforeCodes }) => beforeCodes ?? [],
    () => 'now',
  );

function standingBy(
  places: readonly SuggestedPlace[],
  codesOf: (place: SuggestedPlace) => readonly string[],
  toneOf: (place: SuggestedPlace) => Tone,
): ReadonlyMap<string, Standing> {
  const standing = new Map<string, Standing>();
  for (const place of places) {
    const tone = toneOf(place);
    for (const code of codesOf(place)) {
      const there = standing.get(code);
      if (!there) standing.set(code, { tone, places: [place] });
      else {
        there.places.push(place);
        if (LOUDER.indexOf(tone) < LOUDER.indexOf(there.tone)) there.tone = tone;
      }
    }
  }
  return standing;
}

/** The booths whose holders are others than in the frame before. */
export function changedBooths(
  before: ReadonlyMap<string, Standing>,
  now: ReadonlyMap<string, Standing>,
): ReadonlySet<string> {
  const whoIn = (standing: Standing | undefined) =>
    standing?.places
      .map(({ key }) => key)
      .sort()
      .join(' ');
  const codes = new Set([...before.keys(), ...now.keys()]);
  return new Set([...codes].filter((code) => whoIn(before.get(code)) !== whoIn(now.get(code))));
}
