import { believedInstant, insideOf, judgeCount, type Counter } from './gate-count.rules';

const counter = (entries: number, exits = 0, undoneEntries = 0, undoneExits = 0): Counter => ({
  entries,
  exits,
  undoneEntries,
  undoneExits,
});

describe('a gate counter', () => {
  it.each([
    [
      'first word of an epoch',
      counter(7, 2),
      {},
      { answer: 'store', entriesAdded: 7, exitsAdded: 2 },
    ],
    [
      'newer word: only the difference',
      counter(10, 4),
      { below: counter(7, 2) },
      { answer: 'store', entriesAdded: 3, exitsAdded: 2 },
    ],
    [
      'an entry undone takes it off again',
      counter(7, 2, 1),
      { below: counter(7, 2) },
      { answer: 'store', entriesAdded: -1, exitsAdded: 0 },
    ],
    [
      'a late word adds nothing',
      counter(8),
      { below: counter(7), above: counter(9) },
      { answer: 'store', entriesAdded: 0, exitsAdded: 0 },
    ],
    ['the same word again', counter(7), { same: counter(7) }, { answer: 'repeat' }],
    [
      'the same number with another count',
      counter(8),
      { same: counter(7) },
      { answer: 'refuse', code: 'count_conflict' },
    ],
    [
      'a counter below the one before it',
      counter(6),
      { below: counter(7) },
      { answer: 'refuse', code: 'counter_went_backwards' },
    ],
    [
      'a late counter above the one after it',
      counter(10),
      { below: counter(7), above: counter(9) },
      { answer: 'refuse', code: 'counter_went_backwards' },
    ],
    [
      'more undone than counted',
      counter(1, 0, 2),
      {},
      { answer: 'refuse', code: 'undone_exceeds_counted' },
    ],
  ])('judges: %s', (_name, word, around, verdict) => {
    expect(judgeCount(word, around)).toEqual(verdict);
  });

  it('believes the phone only between a week ago and now', () => {
    const received = new Date('2025-11-01T12:00:00Z');
    const believed = (text: string) => believedInstant(new Date(text), received).toISOString();
    expect(believed('2025-11-01T11:59:00Z')).toBe('2025-11-01T11:59:00.000Z');
    expect(believed('2099-01-01T00:00:00Z')).toBe('2025-11-01T12:00:00.000Z');
    expect(believed('1970-01-01T00:00:00Z')).toBe('2025-10-25T12:00:00.000Z');
    expect(believed('2025-W44-6')).toBe('2025-11-01T12:00:00.000Z');
  });

  it('never shows fewer than nobody inside', () => {
    expect([insideOf(5, 3), insideOf(3, 5)]).toEqual([2, 0]);
  });
});
