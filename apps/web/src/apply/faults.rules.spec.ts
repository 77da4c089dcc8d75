import { expect, test } from '@playwright/test';
import { faultsLeft } from './faults.rules';

const faults = ['name', 'place', 'products.1.unit', 'wishes.choices'].map((field) => ({
  field,
  code: 'field_missing',
  detailVi: '',
  detailEn: '',
}));
const before = { name: 'a', products: [{ name: 'x' }, { name: 'y' }], wishes: { choices: ['Z'] } };
const left = (after: object) =>
  faultsLeft(faults, before, { ...before, ...after }).map(({ field }) => field);

test('a fault goes when its own field is written in, and no sooner', () => {
  expect(left({ phone: '1' })).toEqual(['name', 'place', 'products.1.unit', 'wishes.choices']);
  expect(left({ name: 'b' })).toEqual(['place', 'products.1.unit', 'wishes.choices']);
  expect(left({ placeCode: '1' })).toEqual(['name', 'products.1.unit', 'wishes.choices']);
  expect(left({ products: [{ name: 'x', unit: 'kg' }, { name: 'y' }] })).toHaveLength(4);
  expect(left({ products: [{ name: 'x' }, { name: 'y', unit: 'kg' }] })).toHaveLength(3);
  expect(left({ wishes: { choices: ['A01'] } })).toHaveLength(3);
});
