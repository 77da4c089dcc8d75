import { foldText } from '@phien/kernel';
import { countryCodes } from './country-codes';
import type { Place, PlaceKey, PlaceKind, PlaceLife, PlaceSet } from './place';
import { ISLAND_TILES, TILES_OF_34, type Tile } from './province-tiles';
import { PROVINCES_FROM_2025_07_01, PROVINCES_UNTIL_2025_06_30 } from './provinces';
import {
  COMMUNE_CODE_ALIASES,
  QUANG_NINH_COMMUNES,
  QUANG_NINH_DISTRICTS,
} from './quang-ninh-units';

/** The first day of the 34 provinces and of Quảng Ninh's 54 communes. */
const REFORM_DAY = '2025-07-01';
const LAST_DAY_BEFORE_REFORM = '2025-06-30';

const WORDS: Record<PlaceKind, readonly [vi: string, en: string]> = {
  municipality: ['Thành phố', 'City'],
  province: ['Tỉnh', 'Province'],
  city: ['Thành phố', 'City'],
  town: ['Thị xã', 'Town'],
  district: ['Huyện', 'District'],
  ward: ['Phường', 'Ward'],
  commune: ['Xã', 'Commune'],
  specialZone: ['Đặc khu', 'Special Zone'],
};

function life(
  kind: PlaceKind,
  nameVi: string,
  nameEn: string,
  validFrom: string | null,
  validTo: string | null,
): PlaceLife {
  const [vi, en] = WORDS[kind];
  return {
    kind,
    nameVi,
    nameEn,
    fullNameVi: `${vi} ${nameVi}`,
    fullNameEn: `${nameEn} ${en}`,
    validFrom,
    validTo,
  };
}

/** Lives before the last one, by set and code; the last one begins the day after. */
const EARLIER_LIVES: Readonly<Record<string, PlaceLife>> = {
  '63-46': life('province', 'Thừa Thiên Huế', 'Thua Thien Hue', '2008-08-01', '2024-12-31'),
  '34-75': life('province', 'Đồng Nai', 'Dong Nai', REFORM_DAY, '2026-04-29'),
  'qn-districts-205': life('town', 'Đông Triều', 'Dong Trieu', null, '2024-10-31'),
};

const LAST_LIFE_FROM: Readonly<Record<string, string>> = {
  '63-46': '2025-01-01',
  '34-75': '2026-04-30',
  'qn-districts-205': '2024-11-01',
};

/** Hoành Bồ joined the city of Hạ Long five years before the districts went. */
const HOANH_BO = { code: '204', validTo: '2019-12-31', successor: '193' };

function lives(
  key: string,
  kind: PlaceKind,
  nameVi: string,
  nameEn: string,
  validFrom: string | null,
  validTo: string | null,
): [PlaceLife, ...PlaceLife[]] {
  const last = life(kind, nameVi, nameEn, LAST_LIFE_FROM[key] ?? validFrom, validTo);
  const earlier = EARLIER_LIVES[key];
  return earlier ? [earlier, last] : [last];
}

function allPlaces(): Place[] {
  const until63 = PROVINCES_UNTIL_2025_06_30.map(([code, kind, vi, en, successor]): Place => ({
    set: '63',
    code,
    lives: lives(`63-${code}`, kind, vi, en, '2008-08-01', LAST_DAY_BEFORE_REFORM),
    successors: successor ? [{ set: '34', code: successor }] : [],
    formerDistricts: [],
  }));
  const from34 = PROVINCES_FROM_2025_07_01.map(([code, kind, vi, en]): Place => ({
    set: '34',
    code,
    lives: lives(`34-${code}`, kind, vi, en, REFORM_DAY, null),
    successors: [],
    formerDistricts: [],
  }));
  const districts = QUANG_NINH_DISTRICTS.map(([code, kind, vi, en]): Place => ({
    set: 'qn-districts',
    code,
    lives: lives(
      `qn-districts-${code}`,
      kind,
      vi,
      en,
      null,
      code === HOANH_BO.code ? HOANH_BO.validTo : LAST_DAY_BEFORE_REFORM,
    ),
    successors:
      code === HOANH_BO.code
        ? [{ set: 'qn-districts', code: HOANH_BO.successor }]
        : communesFormedFrom(code),
    formerDistricts: [],
  }));
  const communes = QUANG_NINH_COMMUNES.map(([code, kind, vi, en, formerDistricts]): Place => ({
    set: 'qn-communes',
    code,
    lives: lives(`qn-communes-${code}`, kind, vi, en, REFORM_DAY, null),
    successors: [],
    formerDistricts,
  }));
  return [...until63, ...from34, ...districts, ...communes];
}

/** Communes whose main part was the district come first; a minor part of it comes last. */
function communesFormedFrom(districtCode: string): PlaceKey[] {
  const whole = QUANG_NINH_COMMUNES.filter(([, , , , former]) => former[0] === districtCode);
  const partly = QUANG_NINH_COMMUNES.filter(
    ([, , , , former]) => former[0] !== districtCode && former.includes(districtCode),
  );
  return [...whole, ...partly].map(([code]) => ({ set: 'qn-communes', code }));
}

const PLACES: readonly Place[] = allPlaces();
const BY_KEY = new Map(PLACES.map((place) => [`${place.set}-${place.code}`, place]));

function isAlive(place: PlaceLife, day: string): boolean {
  return (place.validFrom ?? '') <= day && (place.validTo === null || day <= place.validTo);
}

/** The unit's name and rank on a day; the nearest life when the day lies outside all of them. */
export function lifeOn(place: Place, day: string): PlaceLife {
  const [first] = place.lives;
  const last = lastLife(place);
  return (
    place.lives.find((candidate) => isAlive(candidate, day)) ??
    (first.validFrom !== null && day < first.validFrom ? first : last)
  );
}

function lastLife(place: Place): PlaceLife {
  return place.lives[place.lives.length - 1] ?? place.lives[0];
}

/** The unit of a set by its code (a disputed code is understood too), or null. */
export function findPlace(set: PlaceSet, code: string): Place | null {
  const known = set === 'qn-communes' ? (COMMUNE_CODE_ALIASES[code] ?? code) : code;
  return BY_KEY.get(`${set}-${known}`) ?? null;
}

/** Which set of provinces a fair that starts on the day ('YYYY-MM-DD') speaks of. */
export function provinceSetOn(day: string): '63' | '34' {
  return day < REFORM_DAY ? '63' : '34';
}

/** Provinces and municipalities valid on a day: 63 until 2025-06-30, 34 after. */
export function provincesOn(day: string): Place[] {
  return PLACES.filter((place) => place.set === provinceSetOn(day));
}

/** A province's place in a grid shaped like the country; null for those of before 2025-07-01. */
export function tileOf({ set, code }: PlaceKey): Tile | null {
  const found = set === '34' ? TILES_OF_34.find(([each]) => each === code) : undefined;
  return found ? { column: found[1], row: found[2] } : null;
}

/** The archipelagos of a province that lie in the grid by themselves: Hoàng Sa and Trường Sa. */
export function islandsOf({ set, code }: PlaceKey): (Tile & { nameVi: string; nameEn: string })[] {
  return ISLAND_TILES.filter(([each]) => set === '34' && each === code).map(
    ([, nameVi, nameEn, column, row]) => ({ nameVi, nameEn, column, row }),
  );
}

/** Quảng Ninh's own units on a day: district units until 2025-06-30, communes after. */
export function quangNinhUnitsOn(day: string): Place[] {
  const set: PlaceSet = day < REFORM_DAY ? 'qn-districts' : 'qn-communes';
  return PLACES.filter(
    (place) => place.set === set && place.lives.some((candidate) => isAlive(candidate, day)),
  );
}

/** Quảng Ninh's district units of before 2025-07-01: people still say "gian hàng Tiên Yên". */
export function formerDistricts(): Place[] {
  return PLACES.filter((place) => place.set === 'qn-districts');
}

/** The communes of today on the ground of a former district, the ones mainly formed of it first. */
export function communesOfFormerDistrict(districtCode: string): Place[] {
  return placesOf(communesFormedFrom(districtCode));
}

/**
 * The units in which a place lives on, on a day: itself while it is alive, else its successors'.
 * A province has one, a district has its communes. This is how figures of fairs before and after
 * 2025-07-01 are compared.
 */
export function successorsOn(place: Place, day: string): Place[] {
  const end = lastLife(place).validTo;
  if (end === null || day <= end) return [place];
  const found = new Map<string, Place>();
  for (const next of placesOf(place.successors)) {
    for (const heir of successorsOn(next, day)) found.set(`${heir.set}-${heir.code}`, heir);
  }
  return [...found.values()];
}

function placesOf(keys: readonly PlaceKey[]): Place[] {
  return keys.map(({ set, code }) => findPlace(set, code)).filter((place) => place !== null);
}

/**
 * Units of a set whose name, present or earlier, is the given one without regard to Vietnamese
 * marks, case, or a leading rank ("dong trieu", "Thị xã Đông Triều", "Thanh Hoá").
 */
export function findPlacesByName(set: PlaceSet, name: string): Place[] {
  const wanted = foldText(name).trim().replace(/\s+/g, ' ');
  return PLACES.filter(
    (place) =>
      place.set === set &&
      place.lives.some(({ nameVi, nameEn, fullNameVi, fullNameEn }) =>
        [nameVi, nameEn, fullNameVi, fullNameEn].some((known) => foldText(known) === wanted),
      ),
  );
}

/** Whether the code is an assigned ISO 3166-1 alpha-2 code. */
export function isCountryCode(code: string): boolean {
  return countryCodes.has(code);
}

/** A country's name in the language ('Thái Lan', 'Thailand'); the code itself when unknown. */
export function countryName(code: string, language: 'vi' | 'en'): string {
  if (!isCountryCode(code)) return code;
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;
}

/** All countries with their names, sorted by name in the language. */
export function countries(language: 'vi' | 'en'): { code: string; name: string }[] {
  return [...countryCodes]
    .map((code) => ({ code, name: countryName(code, language) }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

/** Rows of table `place`: the last name of every unit and the span of all its lives. */
export function placeRows(): {
  set: PlaceSet;
  code: string;
  kind: PlaceKind;
  name_vi: string;
  name_en: string;
  full_name_vi: string;
  full_name_en: string;
  valid_from: string | null;
  valid_to: string | null;
}[] {
  return PLACES.map((place) => {
    const last = lastLife(place);
    return {
      set: place.set,
      code: place.code,
      kind: last.kind,
      name_vi: last.nameVi,
      name_en: last.nameEn,
      full_name_vi: last.fullNameVi,
      full_name_en: last.fullNameEn,
      valid_from: place.lives[0].validFrom,
      valid_to: last.validTo,
    };
  });
}
