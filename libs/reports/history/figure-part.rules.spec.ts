import { Refusal } from '@phien/kernel';
import { figurePartOf } from './figure-part.rules';

const tell = (wish: Parameters<typeof figurePartOf>[0]) => {
  try {
    return figurePartOf(wish);
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
};

it('speaks of the whole fair unless told, of an origin by itself', () => {
  expect(tell({})).toMatchObject({ part: 'whole', placeSet: null, countryCode: null, partVi: '' });
  expect(tell({ part: 'in_province' })).toMatchObject({ part: 'in_province', placeCode: null });
});

it('names the place, the country or the part in the words of its source', () => {
  expect(tell({ part: 'place', placeSet: 'qn-districts', placeCode: '199' })).toMatchObject({
    placeSet: 'qn-districts',
    placeCode: '199',
  });
  expect(tell({ part: 'country', countryCode: 'TH' })).toMatchObject({ countryCode: 'TH' });
  expect(tell({ part: 'other', partVi: ' ẩm thực ', partEn: 'food' })).toMatchObject({
    partVi: 'ẩm thực',
  });
});

it.each([
  ['a place that is on no list', { part: 'place', placeSet: '63', placeCode: '99' }],
  ['half a place', { part: 'place', placeSet: '63' }],
  ['a country that is none', { part: 'country', countryCode: 'XX' }],
  ['words in one language', { part: 'other', partVi: 'ẩm thực' }],
  ['a place of the whole', { placeSet: '63', placeCode: '22' }],
  ['two parts at once', { part: 'country', countryCode: 'TH', placeSet: '34', placeCode: '22' }],
] as const)('refuses %s', (_, wish) => {
  expect(tell(wish)).toBe('past_part_unclear');
});
