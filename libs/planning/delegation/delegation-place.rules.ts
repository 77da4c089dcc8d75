import {
  countryName,
  findPlace,
  isCountryCode,
  lifeOn,
  provinceSetOn,
  quangNinhUnitsOn,
  type PlaceSet,
} from '@phien/places';
import { countryUnknown } from '../exhibitor/exhibitor.refusals';
import { delegationPlaceUnknown } from './delegation.refusals';

/** The place that a delegation stands for, as it was asked for. */
export interface StandsForWish {
  countryCode?: string;
  placeSet?: PlaceSet;
  placeCode?: string;
}

export interface StandsFor {
  countryCode: string | null;
  placeSet: string | null;
  placeCode: string | null;
}

/**
 * The commune, former district, province or country that a delegation stands for; nothing where
 * nothing was said. A province and a commune must be there on the fair's first day; a former district
 * may be said at any time. Refuses `country_unknown`, `delegation_place_unknown`.
 */
export function standsFor(
  { countryCode, placeSet, placeCode }: StandsForWish,
  day: string,
): StandsFor {
  const country = countryCode ?? (placeSet === undefined ? null : 'VN');
  if (country !== null && !isCountryCode(country)) throw countryUnknown(country);
  if (country !== 'VN') {
    if (placeSet !== undefined || placeCode !== undefined) throw delegationPlaceUnknown();
    return { countryCode: country, placeSet: null, placeCode: null };
  }
  const place = placeSet && placeCode ? findPlace(placeSet, placeCode) : null;
  if (place === null || !isThere(place, day)) throw delegationPlaceUnknown();
  return { countryCode: country, placeSet: place.set, placeCode: place.code };
}

function isThere({ set, code }: { set: PlaceSet; code: string }, day: string): boolean {
  if (set === 'qn-districts') return true;
  if (set === 'qn-communes') return quangNinhUnitsOn(day).some((unit) => unit.code === code);
  return set === provinceSetOn(day);
}

/** What the place was called on the fair's first day; nulls where nothing was said. */
export function placeNamesOf(
  { countryCode, placeSet, placeCode }: StandsFor,
  day: string,
): { placeNameVi: string | null; placeNameEn: string | null } {
  const place = placeSet && placeCode ? findPlace(placeSet as PlaceSet, placeCode) : null;
  if (place) {
    const { fullNameVi, fullNameEn } = lifeOn(place, day);
    return { placeNameVi: fullNameVi, placeNameEn: fullNameEn };
  }
  return {
    placeNameVi: countryCode && countryName(countryCode, 'vi'),
    placeNameEn: countryCode && countryName(countryCode, 'en'),
  };
}
