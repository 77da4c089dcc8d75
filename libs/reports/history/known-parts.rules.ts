import {
  countryName,
  findPlace,
  lifeOn,
  placeKeyOf,
  type Place,
  type PlaceSet,
} from '@phien/places';
import type { ComparedPartDto, PlaceNameDto } from './comparison.dto';
import {
  GROUPED,
  originOf,
  ORIGINS,
  type BaseParts,
  type ComparedPart,
  type Origin,
  type PartStatements,
  type PlaceFigure,
} from './compared-parts.rules';
import type { Statement } from './comparison.rules';
import type { PastFigureDto } from './past-fair.dto';

/** What is known of the parts of a base. */
export type KnownParts = Pick<BaseParts, 'parts' | 'mayHaveSold'>;

const PUBLISHED: Partial<Record<PastFigureDto['part'], Origin>> = {
  in_province: 'inProvince',
  other_province: 'otherProvince',
  foreign: 'foreign',
};

/** Revenue by part as it was published. Of what nobody published nothing is known. */
export function pastParts(figures: readonly PastFigureDto[]): KnownParts {
  const parts = new Map<string, Statement[]>();
  for (const figure of figures) {
    const part = PUBLISHED[figure.part] ?? ownProvinceOr(figure.place?.key);
    if (part === undefined || figure.kind !== 'revenue_vnd' || figure.retractedReason !== null) {
      continue;
    }
    parts.set(part, [...(parts.get(part) ?? []), figure]);
  }
  return { parts: partsOf(parts), mayHaveSold: () => true };
}

/* Our province as a place is all of its sellers. */
const ownProvinceOr = (key: string | undefined) =>
  key !== undefined && !key.startsWith('qn-') && originOf(key) === 'inProvince'
    ? 'inProvince'
    : key;

/**
 * Revenue by part as a fair of this house measured it, in as many first days (0: the whole). Who took
 * part and is not among those told together sold nothing.
 */
export function houseParts(
  revenue: { takingPart: readonly string[]; places: readonly PlaceFigure[] },
  firstDays: number,
): KnownParts {
  const { takingPart, places } = revenue;
  const told = new Map(places.map(({ key, revenueVnd }) => [key, revenueVnd]));
  const isAmong = (key: string) =>
    !told.has(key) &&
    places.some((place) => place.key === GROUPED && place.origin === originOf(key));
  const said = (part: string, value: number): [string, Statement[]] => [
    part,
    [
      {
        id: part,
        kind: 'revenue_vnd',
        firstDays,
        value,
        exactness: 'stated',
        isPlanned: false,
      },
    ],
  ];
  const origins = ORIGINS.map((origin) => {
    const here = places.filter((place) => place.origin === origin);
    return said(
      origin,
      here.reduce((sum, { revenueVnd }) => sum + revenueVnd, 0),
    );
  });
  const alone = takingPart
    .filter((key) => !isAmong(key))
    .map((key) => said(key, told.get(key) ?? 0));
  return {
    parts: partsOf(new Map([...origins, ...alone])),
    mayHaveSold: (key) => takingPart.includes(key) && isAmong(key),
  };
}

const partsOf = (parts: ReadonlyMap<string, Statement[]>): PartStatements[] =>
  [...parts].map(([part, statements]) => ({ part, statements }));

/** A part with its names, each in the words of its time, and with what its base stands on. */
export function tellPart(
  part: ComparedPart,
  of: {
    day: string;
    baseDay: string;
    figures: readonly PastFigureDto[];
    places: readonly (PlaceFigure & { placeCount: number })[];
  },
): ComparedPartDto {
  const { kind, origin, baseKeys, ownKeys, units, missing, statementIds, ...line } = part;
  const isGrouped = kind === 'grouped';
  const later = of.day > of.baseDay ? of.day : of.baseDay;
  const isOther =
    units.length > 0 &&
    (units.length !== baseKeys.length ||
      !units.every((unit) => baseKeys.includes(placeKeyOf(unit))));
  return {
    kind,
    origin,
    places:
      baseKeys.length > 0
        ? baseKeys.map((key) => nameOfKey(key, of.baseDay))
        : isGrouped
          ? []
          : ownKeys.map((key) => nameOfKey(key, of.day)),
    now: isOther ? units.map((unit) => nameOn(unit, later)) : [],
    missing: missing.map((unit) => nameOn(unit, of.baseDay)),
    placeCount: isGrouped
      ? (of.places.find((place) => place.key === GROUPED && place.origin === origin)?.placeCount ??
        0)
      : ownKeys.length,
    ...line,
    figures: of.figures.filter(({ id }) => statementIds.includes(id)),
  };
}

const nameOn = (place: Place, day: string): PlaceNameDto => {
  const { fullNameVi: nameVi, fullNameEn: nameEn } = lifeOn(place, day);
  return { nameVi, nameEn };
};

function nameOfKey(key: string, day: string): PlaceNameDto {
  const [set, code] = key.split(':');
  const place = findPlace(set as PlaceSet, code ?? '');
  return place
    ? nameOn(place, day)
    : { nameVi: countryName(key, 'vi'), nameEn: countryName(key, 'en') };
}
