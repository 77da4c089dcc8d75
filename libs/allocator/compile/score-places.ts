import { termNames } from '../instance/instance';
import type { Places, TermName } from '../instance/instance';
import type { Compiled, OwnPoints } from './compile';
import { idsIn, ownPointsIn } from './compile';
import { gapBetween, meanBetween, placeOfBooths } from './hall';

export interface Score {
  readonly terms: Record<TermName, number>;
  readonly total: number;
}

/** The exact score of places by exhibitor index (-1: nowhere), from the tables of the search. */
export function scorePlaces(compiled: Compiled, placeOf: ArrayLike<number>): Score {
  const { instance, hall, count, group, cohesion, product, odour, affinities } = compiled;
  const { weights } = instance;
  const terms = Object.fromEntries(termNames.map((name) => [name, 0])) as Record<TermName, number>;
  const pointsOf = ownPointsIn(compiled);
  for (let e = 0; e < count; e += 1) {
    const p = placeOf[e]!;
    if (p < 0) continue;
    const own = pointsOf(e, p);
    for (const name of Object.keys(own) as (keyof OwnPoints)[]) terms[name] += own[name];
    for (let f = e + 1; f < count; f += 1) {
      const q = placeOf[f]!;
      if (q < 0) continue;
      if (group[e] === group[f]) {
        terms.cohesion += cohesion[group[e]!]! * meanBetween(hall, p, q);
      }
      const compete = product[e] === product[f];
      const offend = areAtOdds(odour[e]!, odour[f]!);
      if (!compete && !offend) continue;
      const metres = gapBetween(hall, p, q);
      if (compete && metres < weights.competitorReach) {
        terms.competitors += weights.competitor * (1 - metres / weights.competitorReach);
      }
      if (offend && metres < weights.smellReach) {
        terms.smell += weights.smell * (1 - metres / weights.smellReach);
      }
    }
    for (const { with: f, perMetre } of affinities[e]!) {
      if (f > e && placeOf[f]! >= 0) terms.affinity += perMetre * meanBetween(hall, p, placeOf[f]!);
    }
  }
  return { terms, total: termNames.reduce((sum, name) => sum + terms[name], 0) };
}

/** Whether one smells and the other suffers (see `Compiled.odour`). */
export const areAtOdds = (a: number, b: number) =>
  (a & 1 & (b >> 1)) === 1 || (b & 1 & (a >> 1)) === 1;

/** Ids by ids, as a plan is written. */
export const placesById = (compiled: Compiled, placeOf: ArrayLike<number>): Places =>
  Object.fromEntries(
    compiled.instance.exhibitors.map(({ id }, e) => [
      id,
      placeOf[e]! < 0 ? [] : idsIn(compiled, placeOf[e]!),
    ]),
  );

/** Places by exhibitor index, as a plan says them; -1 for whoever has none of a legal shape. */
export function standingBy({ instance, hall }: Compiled, places: Places): Int32Array {
  const index = new Map(instance.booths.map(({ id }, n) => [id, n]));
  return Int32Array.from(instance.exhibitors, ({ id }) =>
    placeOfBooths(
      hall,
      (places[id] ?? []).map((booth) => index.get(booth) ?? -1),
    ),
  );
}
