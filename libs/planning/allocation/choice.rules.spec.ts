import { findingsOf, type Asked } from './choice.rules';

const asked = (change: Partial<Asked> = {}): Asked => ({
  fairState: 'running',
  boothCode: 'A12',
  zoneKind: 'selling',
  held: [],
  exhibitorId: 'asker',
  sharerId: 'delegation',
  sixths: 6,
  quota: null,
  otherBoothCodes: [],
  ...change,
});
const third = (exhibitorId: string, sharerId: string, from: number) => ({
  exhibitorId,
  sharerId,
  sixths: [from, from + 1],
  state: 'confirmed' as const,
});

it.each<[wish: string, change: Partial<Asked>, codes: string[]]>([
  ['a free booth', {}, []],
  ['a fair that is over', { fairState: 'closed' }, ['fair_is_over']],
  ['a zone that does not sell', { zoneKind: 'stage' }, ['zone_not_for_selling']],
  [
    'a booth with a friend in it, as a whole',
    { held: [third('friend', 'delegation', 0)] },
    ['booth_already_allocated'],
  ],
  ['the third beside a friend', { held: [third('friend', 'delegation', 0)], sixths: 2 }, []],
  [
    'the third beside a stranger',
    { held: [third('stranger', 'stranger', 0)], sixths: 2 },
    ['booth_already_allocated'],
  ],
  [
    'one booth more than the quota',
    { quota: { booths: 2, sixthsBefore: 12, sixthsAfter: 18 } },
    ['delegation_quota_used'],
  ],
  ['the last booth of the quota', { quota: { booths: 2, sixthsBefore: 6, sixthsAfter: 12 } }, []],
  [
    'a move within a quota that was lowered since',
    { quota: { booths: 1, sixthsBefore: 12, sixthsAfter: 12 } },
    [],
  ],
  [
    'a booth kept for another delegation',
    { keptFor: { vi: 'Đoàn khác', en: 'Others' } },
    ['booth_kept_for_another'],
  ],
  ['a second booth', { otherBoothCodes: ['A01'] }, ['exhibitor_has_booth']],
  [
    'a second share of the same booth',
    { held: [third('asker', 'delegation', 0)], sixths: 2, otherBoothCodes: ['A12'] },
    ['exhibitor_already_here'],
  ],
  [
    'everything at once, in the order of refusing',
    {
      fairState: 'sealed',
      zoneKind: 'exhibition',
      held: [third('stranger', 'stranger', 0)],
      quota: { booths: 0, sixthsBefore: 0, sixthsAfter: 6 },
      otherBoothCodes: ['B02'],
    },
    [
      'fair_is_over',
      'zone_not_for_selling',
      'booth_already_allocated',
      'delegation_quota_used',
      'exhibitor_has_booth',
    ],
  ],
])('says of %s what is wrong with it', (_wish, change, codes) => {
  expect(findingsOf(asked(change)).map(({ code }) => code)).toEqual(codes);
});

it('tells a full booth, a stranger and too little room apart in words', () => {
  const sentence = (change: Partial<Asked>) => findingsOf(asked(change))[0]?.vi;
  const full = [0, 2, 4].map((from) => third('x', 'delegation', from));
  expect(sentence({ held: full })).toBe('Gian A12 đã giao hết, không còn chỗ.');
  expect(sentence({ held: full.map((each) => ({ ...each, state: 'held' as const })) })).toBe(
    'Gian A12 đang giữ chỗ hoặc đang mời đơn vị khác, không còn chỗ.',
  );
  expect(sentence({ held: [third('x', 'y', 0)] })).toContain('không cùng đoàn');
  expect(sentence({ held: [third('x', 'delegation', 0)] })).toBe(
    'Gian A12 chỉ còn 4/6, không đủ 6/6.',
  );
});

it('calls a warning what can be done all the same', () => {
  expect(findingsOf(asked({ otherBoothCodes: ['A01', 'A02'] }))).toEqual([
    {
      code: 'exhibitor_has_booth',
      isWarning: true,
      vi: 'Đơn vị này đã có gian A01, A02.',
      en: 'The exhibitor already has booth A01, A02.',
    },
  ]);
});
