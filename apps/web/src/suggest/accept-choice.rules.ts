import { sameCodes } from './compare.rules';
import type { ComparedPlace } from './compare.rules';

/** As much of a place of a suggestion as decides what accepting it means. */
export interface AcceptedPlace extends ComparedPlace {
  key: string;
  delegationId: string | null;
  /** Sixths of each of its booths. */
  units: number;
}

/** Which of the places are to be accepted, as a person says it. */
export type Part =
  | { kind: 'all' }
  | { kind: 'newcomers' }
  | { kind: 'delegation'; delegationId: string | null }
  | { kind: 'chosen'; exhibitorIds: ReadonlySet<string> };

export type Deed = 'given' | 'moved' | 'untouched';

const SIXTHS = 6;

/** What accepting a place does to whoever it is for. */
export function deedOf({ boothCodes, beforeCodes }: AcceptedPlace): Deed {
  if (beforeCodes === null) return 'given';
  return sameCodes(boothCodes, beforeCodes) ? 'untouched' : 'moved';
}

const changes = (place: AcceptedPlace) => deedOf(place) !== 'untouched';

/**
 * Places as they are to be accepted now: who stands as suggested already has nothing before it.
 * `elsewhere` are those who stand neither as they stood when the suggestion was asked for nor as it
 * would have them, by their id.
 */
export function placesNow<Place extends AcceptedPlace>(
  places: readonly Place[],
  standsIn: (exhibitorId: string) => ReadonlySet<string>,
): { places: Place[]; elsewhere: ReadonlySet<string> } {
  const elsewhere = new Set<string>();
  const now = places.map((place): Place => {
    const { exhibitorId, boothCodes, beforeCodes } = place;
    const codes = standsIn(exhibitorId);
    const left = (beforeCodes ?? []).filter((code) => !boothCodes.includes(code));
    if (boothCodes.every((code) => codes.has(code)) && !left.some((code) => codes.has(code))) {
      return { ...place, beforeCodes: boothCodes };
    }
    if (!(beforeCodes ?? []).every((code) => codes.has(code))) elsewhere.add(exhibitorId);
    return place;
  });
  const known = new Map<string, Set<string>>();
  for (const { exhibitorId, beforeCodes } of now) {
    const codes = known.get(exhibitorId) ?? new Set<string>();
    for (const code of beforeCodes ?? []) codes.add(code);
    known.set(exhibitorId, codes);
  }
  for (const [exhibitorId, codes] of known) {
    if ([...standsIn(exhibitorId)].some((code) => !codes.has(code))) elsewhere.add(exhibitorId);
  }
  return { places: now, elsewhere };
}

/** Keys of the places that a part names; who stays where it stands is in none. */
export function keysOfPart(places: readonly AcceptedPlace[], part: Part): ReadonlySet<string> {
  const isMeant = (place: AcceptedPlace) => {
    switch (part.kind) {
      case 'all':
        return true;
      case 'newcomers':
        return place.beforeCodes === null;
      case 'delegation':
        return place.delegationId === part.delegationId;
      case 'chosen':
        return part.exhibitorIds.has(place.exhibitorId);
    }
  };
  return new Set(places.filter((place) => changes(place) && isMeant(place)).map(({ key }) => key));
}

/**
 * The chosen, and whoever stands where one of them goes, and whoever stands where those go, until
 * everybody has room: so a part of a suggestion is a plan as whole as all of it. A booth has room for
 * several of one delegation (or for one exhibitor) up to its six sixths.
 */
export function withThoseInTheWay(
  places: readonly AcceptedPlace[],
  chosen: ReadonlySet<string>,
): ReadonlySet<string> {
  const going = new Set(chosen);
  const goingTo = (code: string, place: AcceptedPlace) =>
    (going.has(place.key) ? place.boothCodes : place.beforeCodes)?.includes(code) === true;
  for (let before = -1; before < going.size;) {
    before = going.size;
    for (const place of places) {
      if (!going.has(place.key)) continue;
      for (const code of place.boothCodes) {
        const there = places.filter((each) => goingTo(code, each));
        if (hasRoomFor(there)) continue;
        for (const each of there) {
          if (!each.boothCodes.includes(code)) going.add(each.key);
        }
      }
    }
  }
  return going;
}

function hasRoomFor(together: readonly AcceptedPlace[]): boolean {
  const sharers = new Set(together.map((each) => each.delegationId ?? each.exhibitorId));
  return sharers.size <= 1 && together.reduce((sum, { units }) => sum + units, 0) <= SIXTHS;
}

/** How many exhibitors are given a place, moved, and left where they stand. */
export function countsOf(
  places: readonly AcceptedPlace[],
  going: ReadonlySet<string>,
): Record<Deed, number> {
  const deeds = new Map<string, Deed>();
  for (const place of places) {
    const deed = going.has(place.key) ? deedOf(place) : 'untouched';
    if (place.beforeCodes === null && deed === 'untouched') continue;
    if (!deeds.has(place.exhibitorId) || deed !== 'untouched') deeds.set(place.exhibitorId, deed);
  }
  const count = (deed: Deed) => [...deeds.values()].filter((each) => each === deed).length;
  return { given: count('given'), moved: count('moved'), untouched: count('untouched') };
}

/** The delegations of whoever changes, each once; null stands for those without one. */
export const delegationsThatChange = (places: readonly AcceptedPlace[]): (string | null)[] => [
  ...new Set(places.filter(changes).map(({ delegationId }) => delegationId)),
];
