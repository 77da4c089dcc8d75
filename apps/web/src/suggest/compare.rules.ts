import { foldText } from '@phien/kernel';

/** As much of a place of a suggestion as is needed to lay two side by side. */
export interface ComparedPlace {
  exhibitorId: string;
  exhibitorName: string;
  boothCodes: readonly string[];
  beforeCodes: readonly string[] | null;
}

/** One exhibitor in this suggestion and in the other; null where it has no place. */
export interface Difference {
  exhibitorId: string;
  exhibitorName: string;
  here: readonly string[] | null;
  there: readonly string[] | null;
}

/** How a booth differs: others stand in it, it is taken only here, only there; or it does not. */
export type BoothDifference = 'others' | 'only_here' | 'only_there';

interface Standing {
  name: string;
  codes: string[];
}

const byCode = (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });

/* Whoever has booths apart is several places of a suggestion, and one exhibitor to everybody else. */
function standingOf(
  places: readonly ComparedPlace[],
  codesOf: (place: ComparedPlace) => readonly string[] | null,
): Map<string, Standing> {
  const standing = new Map<string, Standing>();
  for (const place of places) {
    const codes = codesOf(place);
    if (codes === null) continue;
    const { exhibitorId, exhibitorName: name } = place;
    const here = standing.get(exhibitorId) ?? { name, codes: [] };
    here.codes = [...new Set([...here.codes, ...codes])].sort(byCode);
    standing.set(exhibitorId, here);
  }
  return standing;
}

const suggested = ({ boothCodes }: ComparedPlace) => boothCodes;
const before = ({ beforeCodes }: ComparedPlace) => beforeCodes;

export const sameCodes = (a: readonly string[] | null, b: readonly string[] | null): boolean =>
  a === null || b === null ? a === b : a.length === b.length && a.every((code) => b.includes(code));

/** Everybody whose booths differ between two suggestions, by name. */
export const differencesOf = (
  here: readonly ComparedPlace[],
  there: readonly ComparedPlace[],
): Difference[] => laidSideBySide(standingOf(here, suggested), standingOf(there, suggested));

/** The same against how everybody stood when the suggestion was asked for. */
export const differencesFromBefore = (places: readonly ComparedPlace[]): Difference[] =>
  laidSideBySide(standingOf(places, suggested), standingOf(places, before));

function laidSideBySide(
  here: ReadonlyMap<string, Standing>,
  there: ReadonlyMap<string, Standing>,
): Difference[] {
  return [...new Set([...here.keys(), ...there.keys()])]
    .map((exhibitorId) => ({
      exhibitorId,
      exhibitorName: (here.get(exhibitorId) ?? there.get(exhibitorId))?.name ?? '',
      here: here.get(exhibitorId)?.codes ?? null,
      there: there.get(exhibitorId)?.codes ?? null,
    }))
    .filter((each) => !sameCodes(each.here, each.there))
    .sort((a, b) => a.exhibitorName.localeCompare(b.exhibitorName, 'vi'));
}

/** The booths in which somebody else stands, by code. */
export function boothDifferences(
  differences: readonly Difference[],
  isTaken: { here: ReadonlySet<string>; there: ReadonlySet<string> },
): Map<string, BoothDifference> {
  const found = new Map<string, BoothDifference>();
  for (const { here, there } of differences) {
    const codes = [
      ...(here ?? []).filter((code) => !there?.includes(code)),
      ...(there ?? []).filter((code) => !here?.includes(code)),
    ];
    for (const code of codes) {
      const [now, then] = [isTaken.here.has(code), isTaken.there.has(code)];
      found.set(code, now && then ? 'others' : now ? 'only_here' : 'only_there');
    }
  }
  return found;
}

export const takenBy = (places: readonly ComparedPlace[]): ReadonlySet<string> =>
  new Set(places.flatMap(suggested));

export const takenBefore = (places: readonly ComparedPlace[]): ReadonlySet<string> =>
  new Set(places.flatMap((place) => before(place) ?? []));

/** Those whose name or booth is meant by what is typed, without marks. */
export function differencesFor(differences: readonly Difference[], typed: string): Difference[] {
  const words = foldText(typed).split(/\s+/).filter(Boolean);
  return differences.filter(({ exhibitorName, here, there }) => {
    const text = foldText([exhibitorName, ...(here ?? []), ...(there ?? [])].join(' '));
    return words.every((word) => text.includes(word));
  });
}

interface CastPlace {
  key: string;
  size: number;
  units: number;
}

/** Whether two suggestions place the same, in as many booths: else their points are of two fairs. */
export function isSameCast(here: readonly CastPlace[], there: readonly CastPlace[]): boolean {
  const wants = (places: readonly CastPlace[]) =>
    places
      .map(({ key, size, units }) => `${key} ${size} ${units}`)
      .sort()
      .join();
  return wants(here) === wants(there);
}

type Terms<Name extends string> = Readonly<Record<Name, number>>;

/** A term of which the points of two suggestions are told. */
export interface TermDifference<Name extends string> {
  term: Name;
  here: number;
  there: number;
  /** Points that the other has fewer of (better) or more; null where they are not the same measure. */
  thereSaves: number | null;
}

/* Points are shown whole: less than half of one is no difference that anybody could see. */
const SEEN = 0.5;

/**
 * The terms that count in one of two suggestions. Points of a term that was weighted differently are
 * not one measure, and are not subtracted.
 */
export function termDifferences<Name extends string>(
  here: Terms<Name>,
  there: Terms<Name>,
  isSameMeasure: (term: Name) => boolean,
): TermDifference<Name>[] {
  return (Object.keys(here) as Name[])
    .filter((term) => Math.abs(here[term]) >= SEEN || Math.abs(there[term]) >= SEEN)
    .map((term) => ({
      ...{ term, here: here[term], there: there[term] },
      thereSaves: isSameMeasure(term) ? here[term] - there[term] : null,
    }));
}

/** What the other does better and what worse, the most points first. */
export function betterAndWorse<Name extends string>(
  terms: readonly TermDifference<Name>[],
): { better: { term: Name; points: number }[]; worse: { term: Name; points: number }[] } {
  const saves = terms
    .flatMap(({ term, thereSaves }) => (thereSaves === null ? [] : [{ term, saves: thereSaves }]))
    .filter((each) => Math.abs(each.saves) >= SEEN)
    .sort((a, b) => Math.abs(b.saves) - Math.abs(a.saves));
  const told = (side: typeof saves) =>
    side.map(({ term, saves: points }) => ({ term, points: Math.abs(points) }));
  return {
    better: told(saves.filter((each) => each.saves > 0)),
    worse: told(saves.filter((each) => each.saves < 0)),
  };
}
