import { homeOf, type HomeWish } from './exhibitor-origin.rules';

const answerTo = (wish: HomeWish): string => {
  try {
    return homeOf(wish).origin;
  } catch (refusal) {
    return (refusal as { code: string }).code;
  }
};

it.each([
  [{ placeSet: 'qn-communes', placeCode: '06685' }, 'inProvince'],
  [{ placeSet: '34', placeCode: '22' }, 'inProvince'],
  [{ placeSet: '34', placeCode: '04' }, 'otherProvince'],
  [{ countryCode: 'TH' }, 'foreign'],
  [{ countryCode: 'TH', placeSet: '34', placeCode: '04' }, 'place_unknown'],
  [{ countryCode: 'XX' }, 'country_unknown'],
  [{}, 'place_unknown'],
  [{ placeSet: '34' }, 'place_unknown'],
  [{ placeSet: '34', placeCode: '99' }, 'place_unknown'],
] as const satisfies readonly (readonly [HomeWish, string])[])('%j: %s', (wish, expected) => {
  expect(answerTo(wish)).toBe(expected);
});
