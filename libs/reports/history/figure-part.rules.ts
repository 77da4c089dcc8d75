import { findPlace, isCountryCode, type PlaceSet } from '@phien/places';
import type { AddPastFigureDto } from './past-fair.dto';
import { pastPartUnclear } from './past-fair.refusals';
import type { PastFigure } from './past-figure.entity';

type PartWish = Pick<
  AddPastFigureDto,
  'part' | 'placeSet' | 'placeCode' | 'countryCode' | 'partVi' | 'partEn'
>;
type FigurePartRow = Pick<
  PastFigure,
  'part' | 'placeSet' | 'placeCode' | 'countryCode' | 'partVi' | 'partEn'
>;

const tidy = (text?: string | null) => text?.normalize('NFC').trim() ?? '';

/**
 * Of what a figure speaks: the whole fair, an origin, a place, a country, or a part in the source's
 * words. Refuses `past_part_unclear` when that is not named, not known, or named twice.
 */
export function figurePartOf(wish: PartWish): FigurePartRow {
  const part = wish.part ?? 'whole';
  const place =
    wish.placeSet && wish.placeCode ? findPlace(wish.placeSet as PlaceSet, wish.placeCode) : null;
  const countryCode = wish.countryCode ?? null;
  const [partVi, partEn] = [tidy(wish.partVi), tidy(wish.partEn)];
  const named = {
    place: place !== null,
    country: countryCode !== null && isCountryCode(countryCode),
    other: partVi !== '' && partEn !== '',
  };
  const isTold = {
    place: Boolean(wish.placeSet ?? wish.placeCode),
    country: countryCode !== null,
    other: partVi !== '' || partEn !== '',
  };
  for (const each of ['place', 'country', 'other'] as const) {
    if (part === each ? !named[each] : isTold[each]) throw pastPartUnclear();
  }
  return {
    part,
    placeSet: place?.set ?? null,
    placeCode: place?.code ?? null,
    countryCode,
    partVi,
    partEn,
  };
}
