import { findPlace, isCountryCode, type PlaceSet } from '@phien/places';
import type { Origin } from './exhibitor.entity';
import { countryUnknown, placeUnknown } from './exhibitor.refusals';

/** Where an exhibitor comes from, as it was asked for. */
export interface HomeWish {
  countryCode?: string;
  placeSet?: PlaceSet;
  placeCode?: string;
}

export interface Home {
  origin: Origin;
  countryCode: string;
  placeSet: PlaceSet | null;
  placeCode: string | null;
}

/* The fairs are Quảng Ninh's: its own code is the same in both sets of provinces. */
export const OWN_PROVINCE = '22';

/** Refuses `country_unknown`, `place_unknown`. A place abroad is its country alone. */
export function homeOf({ countryCode = 'VN', placeSet, placeCode }: HomeWish): Home {
  if (!isCountryCode(countryCode)) throw countryUnknown(countryCode);
  if (countryCode !== 'VN') {
    if (placeSet !== undefined || placeCode !== undefined) throw placeUnknown();
    return { origin: 'foreign', countryCode, placeSet: null, placeCode: null };
  }
  const place = placeSet && placeCode ? findPlace(placeSet, placeCode) : null;
  if (place === null) throw placeUnknown();
  const isOwn = place.set.startsWith('qn-') || place.code === OWN_PROVINCE;
  return {
    origin: isOwn ? 'inProvince' : 'otherProvince',
    countryCode,
    placeSet: place.set,
    placeCode: place.code,
  };
}

/** A former district by its code, or none. Refuses `place_unknown`. */
export function knownDistrict(code: string | undefined): string | null {
  if (code === undefined) return null;
  if (findPlace('qn-districts', code) === null) throw placeUnknown();
  return code;
}
