import { expect, test } from '@playwright/test';
import { choicesOf, csvOf, saidOf } from './compare.rules';
import type { PastFair, PastFigure } from './compare-requests';

const figure = (more: Partial<PastFigure>): PastFigure => ({
  id: 'x',
  kind: 'revenue_vnd',
  part: 'whole',
  partVi: '',
  partEn: '',
  place: null,
  firstDays: 0,
  value: 1,
  exactness: 'stated',
  isPlanned: false,
  noteVi: '',
  noteEn: '',
  source: { publisher: 'Báo', title: null, address: 'bao.vn', publishedOn: null },
  addedAs: 'seed',
  addedByName: null,
  addedAt: '2026-01-01T00:00:00Z',
  mayRetract: false,
  retractedReason: null,
  ...more,
});

const summer: PastFair = {
  code: 'he-2019',
  nameVi: 'Hội chợ, Hè 2019',
  nameEn: 'Summer 2019',
  scope: 'provincial',
  firstDay: '2019-04-26',
  lastDay: null,
  venue: null,
  noteVi: '',
  noteEn: '',
  conflicts: ['revenue_vnd'],
  choices: [],
  sources: [],
  figures: [
    figure({ id: 'a', value: 15, exactness: 'over' }),
    figure({ id: 'b', value: 10 }),
    figure({ id: 'c', value: 10 }),
    figure({ id: 'd', value: 4, firstDays: 3 }),
    figure({ id: 'e', value: 7, part: 'ocop' }),
    figure({ id: 'f', value: 99, retractedReason: 'nhầm' }),
  ],
};

test('a cell says each different statement once, parts and what was retracted left out', () => {
  expect(saidOf(summer, 'revenue_vnd').map((said) => [said.value, said.firstDays])).toEqual([
    [15, 0],
    [10, 0],
    [4, 3],
  ]);
  expect(saidOf(summer, 'visits')).toEqual([]);
  expect(choicesOf(summer, 'revenue_vnd').map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

test('a spreadsheet gets every statement, and computes none of its texts', () => {
  const tricky = figure({
    source: { publisher: '=1+1', title: 'Nói "gần"', address: null, publishedOn: null },
  });
  const [head, line, end] = csvOf([{ ...summer, figures: [tricky] }]).split('\r\n');
  expect(head?.startsWith('\uFEFFfair,name_vi,')).toBe(true);
  expect(line).toBe(
    `he-2019,"Hội chợ, Hè 2019",2019-04-26,,revenue_vnd,whole,0,1,stated,false,'=1+1,"Nói ""gần""",,,`,
  );
  expect(end).toBe('');
});
