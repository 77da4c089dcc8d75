import { expect, test } from '@playwright/test';
import {
  addedDay,
  blankWish,
  countsOf,
  faultsOf,
  keptWish,
  scheduleOf,
  shiftedTo,
  type FairWish,
} from './new-fair.rules';

const wish = (said: Partial<FairWish> = {}): FairWish => ({
  ...blankWish('0190a000-0000-7000-8000-000000000001'),
  nameVi: 'Hội chợ OCOP Thu Đông',
  venueVi: 'Cung Quy hoạch',
  firstDay: '2026-10-28',
  lastDay: '2026-11-03',
  ...said,
});
const shut = {
  kind: 'closed',
  opensAt: '08:00',
  closesAt: '22:00',
  noteVi: 'Nghỉ',
  noteEn: '',
} as const;

test('counts the days of a range over the end of a month, a closed one among them', () => {
  const days = scheduleOf(wish({ own: { '2026-10-30': shut, '2026-12-24': shut } }));
  expect(days.map(({ day }) => day.slice(5)).join(' ')).toBe(
    '10-28 10-29 10-30 10-31 11-01 11-02 11-03',
  );
  expect(countsOf(days)).toEqual({ open: 6, closed: 1 });
});

test('puts the opening evening on the day before, unless another was chosen', () => {
  const asked = wish({ hasOpeningEvening: true });
  expect(scheduleOf(asked)[0]).toMatchObject({ day: '2026-10-27', kind: 'opening_evening' });
  expect(scheduleOf({ ...asked, eveningDay: '2026-10-26' })[0]?.day).toBe('2026-10-26');
  expect(scheduleOf({ ...asked, kind: 'point_of_sale' })[0]?.kind).toBe('open');
});

test('asks one week of a point of sale without a set end', () => {
  const days = scheduleOf(wish({ kind: 'point_of_sale', hasOpenEnd: true, lastDay: '' }));
  expect(days.map(({ day }) => day)).toHaveLength(7);
  expect(faultsOf(wish({ kind: 'point_of_sale', hasOpenEnd: true, lastDay: '' }))).toEqual([]);
});

const wishes: [string, Partial<FairWish>, string[]][] = [
  ['nothing', {}, []],
  ['no name and no place', { nameVi: ' ', venueVi: '' }, ['name', 'code', 'venue']],
  ['no day', { firstDay: '' }, ['firstDay']],
  ['a range backwards', { lastDay: '2026-10-27' }, ['lastDay']],
  ['a goods week until Christmas', { kind: 'goods_week', lastDay: '2026-12-24' }, ['tooManyDays']],
  ['hours backwards', { closesAt: '07:00' }, ['hours']],
  ['closed days alone', { lastDay: '2026-10-28', own: { '2026-10-28': shut } }, ['noOpenDay']],
  ['an evening too late', { hasOpeningEvening: true, eveningDay: '2026-10-28' }, ['evening']],
  ['a cut at noon', { dayCut: '12:30', graceMinutes: '9999' }, ['dayCut', 'grace']],
  ['no earlier fair', { beginning: 'earlier' }, ['planOf']],
];
for (const [name, said, faults] of wishes) {
  test(`finds what is wrong with ${name}`, () => {
    expect(faultsOf(wish(said))).toEqual(faults);
  });
}

test('takes up what was kept, and begins anew with what it cannot read', () => {
  const kept = wish({ step: 2 });
  expect(keptWish(JSON.stringify(kept), 'new')).toEqual(kept);
  for (const unread of [null, '{', '{"step":2}', JSON.stringify({ ...kept, own: 'x' })]) {
    expect(keptWish(unread, 'new')).toEqual(blankWish('new'));
  }
});

test('moves a whole schedule over the end of a month, and adds a day at its hours', () => {
  const days = scheduleOf(wish({ hasOpeningEvening: true, lastDay: '2026-10-30' }));
  const moved = shiftedTo(days, '2026-11-29');
  expect(moved.map(({ day }) => day.slice(5))).toEqual(['11-29', '11-30', '12-01', '12-02']);
  expect(moved.map(({ kind }) => kind)).toEqual(days.map(({ kind }) => kind));
  expect(shiftedTo(days, '2026-02-')).toEqual(days);
  expect(addedDay(moved[3]!, 1)).toMatchObject({ day: '2026-12-03', kind: 'open' });
});
