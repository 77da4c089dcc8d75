import { closesByItselfAt, dueRevision, type FairHours, type WatchedDay } from './due.rules';

const vietnam: FairHours = {
  timeZone: 'Asia/Ho_Chi_Minh',
  dayCutMinutes: 0,
  closingGraceMinutes: 60,
};
const day: WatchedDay = {
  day: '2025-10-28',
  isOpen: true,
  closesAt: '22:00',
  revision: null,
  isSigned: false,
  waitingDocumentCount: 3,
  waitingDeclaredCount: 0,
  lastWaitingAt: new Date('2025-10-28T14:00:00Z'),
  hasWaitingVisits: false,
};
const closed: WatchedDay = {
  ...day,
  revision: 1,
  lastWaitingAt: new Date('2025-10-29T01:00:00Z'),
};

it.each<[string, Partial<WatchedDay>, Partial<FairHours>, string]>([
  ['an hour after its closing hour', {}, {}, '2025-10-28T16:00:00Z'],
  ['at its closing hour without grace', {}, { closingGraceMinutes: 0 }, '2025-10-28T15:00:00Z'],
  ['in its own zone', {}, { timeZone: 'America/New_York' }, '2025-10-29T03:00:00Z'],
  ['in UTC', {}, { timeZone: 'UTC' }, '2025-10-28T23:00:00Z'],
  ['by its hour, whatever the day cut', {}, { dayCutMinutes: 240 }, '2025-10-28T16:00:00Z'],
  [
    'outside the days: at the day cut',
    { isOpen: false, closesAt: null },
    {},
    '2025-10-28T18:00:00Z',
  ],
  [
    'outside the days, cut at four in the morning',
    { isOpen: false, closesAt: null },
    { dayCutMinutes: 240 },
    '2025-10-28T22:00:00Z',
  ],
  ['a closed day: at the day cut, not by its hours', { isOpen: false }, {}, '2025-10-28T18:00:00Z'],
  [
    'an opening evening: by its hours',
    { isOpen: false, isOpening: true },
    {},
    '2025-10-28T16:00:00Z',
  ],
  ['over the end of a year', { day: '2025-12-31', closesAt: '23:30' }, {}, '2025-12-31T17:30:00Z'],
])('a day closes itself %s', (_, of, fair, at) => {
  expect(closesByItselfAt({ ...day, ...of }, { ...vietnam, ...fair }).toISOString()).toBe(
    new Date(at).toISOString(),
  );
});

it.each<[string, WatchedDay, string, number, number | null]>([
  ['a second before its hour', day, '2025-10-28T15:59:59Z', 1, null],
  ['on the second', day, '2025-10-28T16:00:00Z', 1, 1],
  ['days later, when the worker was away', day, '2025-11-02T00:00:00Z', 1, 1],
  [
    'with nothing booked and nobody counted',
    { ...day, waitingDocumentCount: 0 },
    '2025-10-29T16:00:00Z',
    1,
    null,
  ],
  [
    'with visits alone',
    { ...day, waitingDocumentCount: 0, hasWaitingVisits: true },
    '2025-10-28T16:00:00Z',
    1,
    1,
  ],
  ['closed, 59 s after a late sale', closed, '2025-10-29T01:00:59Z', 1, null],
  ['closed, 60 s after a late sale', closed, '2025-10-29T01:01:00Z', 1, 2],
  ['signed, however late', { ...closed, isSigned: true }, '2025-11-29T01:01:00Z', 1, null],
  ['closed, 60 s at speed 60: one real second', closed, '2025-10-29T01:01:00Z', 60, null],
  ['closed, an hour at speed 60: one real minute', closed, '2025-10-29T02:00:00Z', 60, 2],
  ['closed, on a clock set back behind the sale', closed, '2025-10-28T20:00:00Z', 1, null],
  [
    'closed, nothing late',
    { ...closed, waitingDocumentCount: 0, lastWaitingAt: null },
    '2025-11-09T00:00:00Z',
    1,
    null,
  ],
  [
    'closed, people still leave the same evening',
    { ...closed, waitingDocumentCount: 0, lastWaitingAt: null, hasWaitingVisits: true },
    '2025-10-28T16:30:00Z',
    1,
    null,
  ],
  [
    'closed, gates counted more, the day over',
    {
      ...closed,
      revision: 4,
      waitingDocumentCount: 0,
      lastWaitingAt: null,
      hasWaitingVisits: true,
    },
    '2025-10-28T18:00:00Z',
    1,
    5,
  ],
])('is due: %s', (_, of, now, speed, revision) => {
  expect(dueRevision(of, vietnam, { now: new Date(now), speed })).toBe(revision);
});
