import type { Place, PlaceKey, PlaceSet } from './place';
import { findPlace, provincesOn, quangNinhUnitsOn, successorsOn } from './places.rules';

/** Ground on which units of two times can be compared: no smaller one holds whole units of both. */
export interface SharedGround {
  /** Keys ('set:code') of the units named of then, and of those named of now. */
  then: string[];
  now: string[];
  /** The units that stand on it on the later of the two days. */
  units: Place[];
  /** Units of then on this ground that were not named: the sum of those named is not that of the ground. */
  missing: Place[];
}

/** Units that were named on a day ('YYYY-MM-DD'), by their keys ('set:code'). */
export interface NamedUnits {
  day: string;
  keys: readonly string[];
}

/**
 * The grounds of the units that were named of then, with the units of now that stand
 * on each. A district of then is the communes formed mainly of it, two provinces of then may be one
 * of now: whoever adds up what is named of both sides compares like with like, unless some are missing.
 */
export function sharedGrounds(then: NamedUnits, now: NamedUnits): SharedGround[] {
  const day = then.day > now.day ? then.day : now.day;
  const of = ({ keys }: NamedUnits) =>
    keys.flatMap((key) => {
      const [set, code] = key.split(':');
      const place = findPlace(set as PlaceSet, code ?? '');
      return place ? [{ key, units: groundOf(place, day) }] : [];
    });
  const nowOf = of(now);
  let grounds: Pick<SharedGround, 'then' | 'units'>[] = [];
  for (const { key, units } of of(then)) {
    const wider = widened(units, nowOf);
    const touched = grounds.filter((ground) => meet(ground.units, wider));
    const joined = {
      then: [...touched.flatMap((ground) => ground.then), key],
      units: distinct([...touched.flatMap((ground) => ground.units), ...wider]),
    };
    grounds = [...grounds.filter((ground) => !touched.includes(ground)), joined];
  }
  const unitsThen = [...provincesOn(then.day), ...quangNinhUnitsOn(then.day)];
  return grounds.map((ground) => ({
    ...ground,
    now: nowOf.filter(({ units }) => meet(units, ground.units)).map(({ key }) => key),
    missing: unitsThen.filter(
      (unit) =>
        ground.then.some((key) => key.startsWith(`${unit.set}:`)) &&
        !ground.then.includes(placeKeyOf(unit)) &&
        meet(groundOf(unit, day), ground.units),
    ),
  }));
}

/** 'set:code' */
export const placeKeyOf = ({ set, code }: PlaceKey): string => `${set}:${code}`;

/* The units of a day in which a place mainly lives on: a commune that took a part of it stays with its own. */
function groundOf(place: Place, day: string): Place[] {
  const codes = [place, ...place.successors]
    .filter(({ set }) => set === 'qn-districts')
    .map(({ code }) => code);
  return successorsOn(place, day).filter(
    ({ formerDistricts: [main] }) =>
      place.set !== 'qn-districts' || main === undefined || codes.includes(main),
  );
}

/* With every unit of now that reaches into it, whole. */
function widened(units: readonly Place[], now: readonly { units: Place[] }[]): Place[] {
  const touched = now.filter((each) => meet(each.units, units)).flatMap((each) => each.units);
  const wider = distinct([...units, ...touched]);
  return wider.length === units.length ? wider : widened(wider, now);
}

const distinct = (places: readonly Place[]) => [...new Set(places)];
const meet = (some: readonly Place[], others: readonly Place[]) =>
  some.some((place) => others.includes(place));
