import { sampleClosing } from '../testing/sample-day';
import { closingHash, dayState, isOneBoothsMoney, type UnsealedClosing } from './closing.rules';

describe('the hash of a closing', () => {
  const closing = sampleClosing();

  it('is the same for the same closing, whatever the order of its fields', () => {
    const shuffled = JSON.parse(
      JSON.stringify({
        ...closing,
        figures: Object.fromEntries(Object.entries(closing.figures).reverse()),
      }),
    ) as UnsealedClosing;
    expect(closingHash({ ...shuffled, closedAt: closing.closedAt })).toBe(closing.hash);
  });

  const [head, ...heads] = closing.heads;
  if (!head) throw new Error('a head');
  it.each<[string, Partial<UnsealedClosing>]>([
    ['the total', { totalVnd: closing.totalVnd + 1 }],
    ['the time', { closedAt: new Date(closing.closedAt.getTime() + 1) }],
    ['the revision', { revision: 2 }],
    ['the reason', { reason: 'khác' }],
    ['a head', { heads: [{ ...head, sequence: head.sequence + 1 }, ...heads] }],
    ['a signature', { heads: [{ ...head, signedSequence: null }, ...heads] }],
    ['the documents', { documentsHash: '0'.repeat(64) }],
    ['a figure', { figures: { ...closing.figures, closedByName: 'Người khác' } }],
  ])('changes with %s', (_, change) => {
    expect(closingHash({ ...closing, ...change })).not.toBe(closing.hash);
  });
});

describe('the sum of what came late', () => {
  it.each([
    [[99_000], true],
    [[0], true],
    [[99_000, 0, 0], true],
    [[99_000, 1_000], false],
    [[99_000, -99_000], false],
    [[0, 0], false],
    [[], false],
  ])('of booths with %j is the money of one booth: %s', (amounts, expected) => {
    const booths = amounts.map((totalVnd, n) => ({
      boothId: String(n),
      boothCode: `A${n}`,
      documentCount: 1,
      totalVnd,
    }));
    expect(isOneBoothsMoney({ booths })).toBe(expected);
  });
});

describe('the state of a day', () => {
  const complete = { isComplete: true };
  const provisional = { isComplete: false };
  it.each([
    ['2025-10-30', '2025-10-29', null, 0, 'upcoming'],
    ['2025-10-30', '2025-10-30', null, 0, 'open'],
    ['2025-10-30', '2025-11-01', null, 7, 'open'],
    ['2025-10-30', '2025-10-31', complete, 0, 'complete'],
    ['2025-10-30', '2025-10-31', complete, 1, 'provisional'],
    ['2025-10-30', '2025-10-31', provisional, 0, 'provisional'],
  ])('of %s on %s, closed %j, %d waiting: %s, %s', (day, today, latest, waiting, expected) => {
    expect(dayState(day, today, latest, waiting)).toBe(expected);
  });
});
