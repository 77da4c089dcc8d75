import { expect, test } from '@playwright/test';
import { linesOf, sizeFor, withoutBrackets } from './plan-text.rules';

test('a long name is broken between words and cut only when it has to be', () => {
  expect(linesOf('HTX nông nghiệp Cô Tô', 200, 30, 3)).toEqual(['HTX nông', 'nghiệp Cô', 'Tô']);
  expect(linesOf('HTX nông nghiệp Cô Tô', 200, 30, 2)).toEqual(['HTX nông', 'nghiệp Cô…']);
  expect(linesOf('Nghiêngngảnghiêng', 100, 30, 2)).toEqual(['Nghi…']);
  expect(linesOf('', 100, 30, 2)).toEqual([]);
});

test('a zone’s name shrinks to the width of its zone, and never grows beyond its size', () => {
  expect(sizeFor('Khu 1', 2_100, 150)).toBe(150);
  expect(sizeFor('x'.repeat(40), 2_100, 150)).toBeCloseTo(90.5, 1);
});

test('a gate is called by its number alone where there is little room', () => {
  expect(withoutBrackets('Cổng 4 (phía tây, cạnh sân khấu)')).toBe('Cổng 4');
  expect(withoutBrackets('Lối thoát hiểm phía bắc')).toBe('Lối thoát hiểm phía bắc');
});
