import { foldText } from '@phien/kernel';
import {
  countries,
  findPlacesByName,
  lifeOn,
  successorsOn,
  type Place,
  type PlaceSet,
} from '@phien/places';
import { homeOf, OWN_PROVINCE, type Home } from '../exhibitor/exhibitor-origin.rules';

/** How a place was said in a list. */
export interface SaidPlace {
  place?: string;
  province?: string;
  country?: string;
}

export interface NamedHome {
  home: Home;
  /** A district unit of before 2025-07-01 that was named; its code in `qn-districts`. */
  formerDistrict: string | null;
  /** Which unit the one that was named is today, where it is another. */
  replaced: { from: Place; to: Place; isOneOfSeveral: boolean } | null;
  /** What was said that is no part of what is kept. */
  left: string | null;
}

const RANKS: readonly (readonly [RegExp, string])[] = [
  [/^tp\.?\s+/i, 'thành phố '],
  [/^tx\.?\s+/i, 'thị xã '],
  [/^p\.\s*/i, 'phường '],
  [/^x\.\s*/i, 'xã '],
  [/^h\.\s*/i, 'huyện '],
  [/^t\.\s*/i, 'tỉnh '],
  [/^(đk|dk)\.?\s+/i, 'đặc khu '],
];

const spelled = (name: string) =>
  RANKS.reduce((text, [short, long]) => text.replace(short, long), name.trim());

/**
 * Where somebody comes from, of a name as people write it ('P. Hồng Gai', 'Xã Quảng La, tỉnh Quảng
 * Ninh', 'Hải Dương', 'Thailand'), as places are on `day`; null when no place has it. Today's units
 * come before those of before 2025-07-01, which are read as what they became.
 */
export function placeNamed(said: SaidPlace, day: string): NamedHome | null {
  const country = said.country?.trim() ? countryNamed(said.country) : 'VN';
  if (country === null) return null;
  if (country !== 'VN') return { ...plain(homeOf({ countryCode: country })) };
  const parts = (said.place ?? '').split(/[,;]| - /).map(spelled);
  const names = [...parts, spelled(said.province ?? '')].filter((name) => name !== '');
  const known = names.filter((name) => !/^(viet nam|vietnam)$/.test(foldText(name)));
  const last = known.at(-1);
  if (last === undefined) return null;
  const province = known.length > 1 ? unitNamed(last, ['34', '63'], day) : null;
  if (province === null) return whole(last, day, known.slice(0, -1).join(', ') || null);
  if (province.to.code !== OWN_PROVINCE) {
    return { ...found(province), left: known.slice(0, -1).join(', ') };
  }
  const smaller = known.slice(0, -1);
  for (const [at, name] of smaller.entries()) {
    const unit = unitNamed(name, ['qn-communes', 'qn-districts'], day);
    if (unit) {
      const district = districtIn(smaller.slice(at + 1));
      return { ...found(unit), ...(district !== null && { formerDistrict: district }) };
    }
  }
  return { ...found(province), left: smaller.join(', ') };
}

const plain = (home: Home): NamedHome => ({
  home,
  formerDistrict: null,
  replaced: null,
  left: null,
});

function whole(name: string, day: string, left: string | null): NamedHome | null {
  const unit = unitNamed(name, ['qn-communes', '34', 'qn-districts', '63'], day);
  if (unit) return { ...found(unit), left };
  const country = countryNamed(name);
  return country === null || country === 'VN'
    ? null
    : { ...plain(homeOf({ countryCode: country })), left };
}

interface Unit {
  from: Place;
  to: Place;
  isOneOfSeveral: boolean;
}

/* The unit of the first set that has the name, as it is on the day; before 2025-07-01 the later sets are not yet. */
function unitNamed(name: string, sets: readonly PlaceSet[], day: string): Unit | null {
  for (const set of sets) {
    const [from] = findPlacesByName(set, name);
    const since = from?.lives[0].validFrom ?? '';
    if (from === undefined || since > day) continue;
    const heirs = successorsOn(from, day);
    const called = heirs.find(
      ({ lives: [life] }) => foldText(life.nameVi) === foldText(from.lives[0].nameVi),
    );
    const to = called ?? heirs[0];
    if (to) return { from, to, isOneOfSeveral: heirs.length > 1 };
  }
  return null;
}

function found({ from, to, isOneOfSeveral }: Unit): NamedHome {
  return {
    home: homeOf({ placeSet: to.set, placeCode: to.code }),
    formerDistrict: from.set === 'qn-districts' ? from.code : null,
    replaced: from === to ? null : { from, to, isOneOfSeveral },
    left: null,
  };
}

function districtIn(names: readonly string[]): string | null {
  for (const name of names) {
    const district = formerDistrictNamed(name);
    if (district !== null) return district;
  }
  return null;
}

/** Code of a district unit of Quảng Ninh of before 2025-07-01; null when none has the name. */
export function formerDistrictNamed(name: string): string | null {
  return findPlacesByName('qn-districts', spelled(name))[0]?.code ?? null;
}

/** Full name of a unit on a day, in both languages. */
export function unitName(place: Place, day: string) {
  const { fullNameVi, fullNameEn } = lifeOn(place, day);
  return { vi: fullNameVi, en: fullNameEn };
}

const plainName = (name: string) =>
  foldText(name)
    .replace(/[^a-z]+/g, ' ')
    .trim();
let countryCodes: ReadonlyMap<string, string> | undefined;

function countryNamed(name: string): string | null {
  countryCodes ??= new Map(
    [...countries('en'), ...countries('vi')].flatMap(({ code, name: known }) => [
      [plainName(known), code],
      [code.toLowerCase(), code],
    ]),
  );
  return (
    countryCodes.get(plainName(name)) ??
    countryCodes.get(plainName(name).replace(/^(nuoc|cong hoa) /, '')) ??
    null
  );
}
