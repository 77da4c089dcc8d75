import type { Language } from '@phien/kernel';
import type { components } from '../api/schema.generated';
import { m } from '../paraglide/messages.js';

type Schemas = components['schemas'];

const named = ({ nameVi, nameEn }: { nameVi: string; nameEn: string }, language: Language) =>
  language === 'vi' ? nameVi : nameEn;

/** Communes, provinces and countries in groups; a choice's value is `country:TH` or `<set>:<code>`. */
export function homesOf(
  { ownUnits, provinces, countries }: Schemas['PlaceChoicesDto'],
  language: Language,
) {
  return [
    { group: m.people_homes_own(), items: placesOf(ownUnits, language) },
    { group: m.people_homes_provinces(), items: placesOf(provinces, language) },
    {
      group: m.people_homes_countries(),
      items: countries.map((country) => ({
        value: `country:${country.code}`,
        label: named(country, language),
      })),
    },
  ];
}

export const placesOf = (places: readonly Schemas['PlaceChoiceDto'][], language: Language) =>
  places.map((place) => ({
    value: `${place.set}:${place.code}`,
    label: named(place, language),
  }));

/** The place of a choice; nothing for none. */
export function placeIn(
  chosen: string | null,
): Pick<Schemas['AddExhibitorDto'], 'countryCode' | 'placeSet' | 'placeCode'> {
  if (chosen === null) return {};
  const [set = '', code = ''] = chosen.split(':');
  if (set === 'country') return { countryCode: code };
  return { placeSet: set as Schemas['AddExhibitorDto']['placeSet'], placeCode: code };
}
