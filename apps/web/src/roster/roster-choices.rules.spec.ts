import { expect, test } from '@playwright/test';
import { choicesOf, takenCount, whyCsv } from './roster-choices.rules';
import type { RosterDraft, RosterRow } from './roster-requests';

const row = (at: number, state: RosterRow['state'], more: Partial<RosterRow> = {}): RosterRow => ({
  at,
  part: 'exhibitors',
  sheet: 'Đơn vị',
  row: at + 2,
  state,
  cells: [{ field: 'name', columnVi: 'Tên đơn vị', columnEn: 'Exhibitor', text: `=HTX ${at}` }],
  findings: [],
  existing: null,
  ...more,
});
const finding = {
  field: 'place',
  columnVi: 'Nơi đến',
  columnEn: 'From',
  code: 'missing',
  weight: 'bad',
  sentenceVi: 'Ô này còn trống.',
  sentenceEn: 'This cell is empty.',
} as const;
const bad = row(3, 'bad', { findings: [finding, { ...finding, weight: 'note' }] });
const counts = { good: 0, doubtful: 0, bad: 0, known: 0 };
const draft: RosterDraft = {
  id: 'd',
  name: 'x.xlsx',
  exhibitors: { good: 5, doubtful: 2, bad: 1, known: 0 },
  products: counts,
  rows: [row(0, 'good'), row(1, 'good'), row(2, 'doubtful'), row(4, 'doubtful'), bad],
  furtherRows: 3,
  unread: [],
  seen: '0',
};

test('takes good rows unless told, doubtful ones when told, and bad ones never', () => {
  const chosen = new Map([
    [1, 'no'],
    [2, 'existing'],
    [3, 'new'],
  ] as const);
  expect(choicesOf(draft, chosen)).toEqual({ left: [1], doubtful: [{ at: 2, as: 'existing' }] });
  expect(takenCount(draft, 'exhibitors', new Map())).toBe(5);
  expect(takenCount(draft, 'exhibitors', chosen)).toBe(5);
});

test('writes why a row is bad as lines that compute nothing', () => {
  const csv = whyCsv([bad], { language: 'vi', heads: ['a', 'b', 'c', 'd', 'e'] });
  expect(csv).toBe("\uFEFFa,b,c,d,e\r\nĐơn vị,5,'=HTX 3,Nơi đến,Ô này còn trống.\r\n");
});
