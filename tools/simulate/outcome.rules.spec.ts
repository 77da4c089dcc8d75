import { boardMatches, noFaults, outcomeLine, outcomeOf } from './outcome.rules';
import type { FairFigures, Kept, Played } from './outcome.rules';

const played: Played = {
  made: 100,
  acked: 100,
  madeVnd: 20_000_000,
  madeEntries: 50,
  countedEntries: 50,
  declaredGapVnd: 0,
  faults: { ...noFaults(), resend: 3, cut: 2, parallel: 1, reboot: 4 },
  toSetAside: 0,
  wrongAnswers: [],
};
const kept: Kept = {
  linked: 100,
  booked: 100,
  setAside: 0,
  bookedVnd: 20_000_000,
  linesVnd: 20_000_000,
  paymentsVnd: 20_000_000,
};
const before: FairFigures = {
  ledgerVnd: 7,
  boardVnd: 5,
  gateEntries: 3,
  boardEntries: 3,
  declaredVnd: 9,
  boardDeclaredVnd: 8,
};
/* Someone else sold for 500 and counted 2 meanwhile. */
const after: FairFigures = {
  ledgerVnd: 20_000_507,
  boardVnd: 20_000_505,
  gateEntries: 55,
  boardEntries: 55,
  declaredVnd: 4_000_009,
  boardDeclaredVnd: 4_000_008,
};

describe('the outcome of a run', () => {
  it('is exact when everything made is kept and shown, whoever else sold meanwhile', () => {
    const outcome = outcomeOf(played, kept, before, after, 0);
    expect(boardMatches(before, after)).toBe(true);
    expect(outcome.isExact).toBe(true);
    expect(outcomeLine('7', played, kept, outcome, 12.34)).toBe(
      'seed 7, faults {resend: 3, cut: 2, parallel: 1, clock: 0, clockJump: 0, badDocument: 0, ' +
        'reboot: 4, stolen: 0}, made 100, acked 100, stored 100, ' +
        'booked 100, set aside 0 of 0, lost 0, duplicates 0, money difference 0 VND, ' +
        'visits difference 0, board difference 0 VND, declared difference 0 VND, closing difference 0 VND, seconds 12.3',
    );
  });

  it('is exact when what was made to be set aside is, and nothing else', () => {
    const some = { ...kept, booked: 97, setAside: 3 };
    expect(outcomeOf({ ...played, toSetAside: 3 }, some, before, after, null).isExact).toBe(true);
  });

  it.each<[string, Partial<Played>, Partial<Kept>, Partial<FairFigures>, number | null, object]>([
    ['a lost document', {}, { linked: 99, booked: 99 }, {}, null, { lost: 1 }],
    ['a doubled document', {}, { linked: 101, booked: 101 }, {}, null, { duplicates: 1 }],
    ['an answer that never came', { acked: 99 }, {}, {}, null, {}],
    ['a document set aside', {}, { booked: 99, setAside: 1 }, {}, null, {}],
    ['a bad document that is booked', { toSetAside: 1 }, {}, {}, null, {}],
    ['a link that is neither booked nor set aside', {}, { booked: 99 }, {}, null, {}],
    ['a wrong amount', {}, { bookedVnd: 1 }, {}, null, { moneyDifferenceVnd: 19_999_999 }],
    ['lines that differ', {}, { linesVnd: 20_000_001 }, {}, null, { moneyDifferenceVnd: 1 }],
    ['payments that differ', {}, { paymentsVnd: 19_999_998 }, {}, null, { moneyDifferenceVnd: 2 }],
    ['a lost visit', { countedEntries: 49 }, {}, {}, null, { visitsDifference: 1 }],
    ['visits the board lacks', {}, {}, { boardEntries: 52 }, null, { visitsDifference: 3 }],
    ['money the board lacks', {}, {}, { boardVnd: 20_000_005 }, null, { boardDifferenceVnd: 500 }],
    [
      'a declaration that is not what was said',
      { declaredGapVnd: 5 },
      {},
      {},
      null,
      { declaredDifferenceVnd: 5 },
    ],
    [
      'declarations the board lacks',
      {},
      {},
      { boardDeclaredVnd: 4_000_000 },
      null,
      { declaredDifferenceVnd: 8 },
    ],
    ['a closing that differs', {}, {}, {}, 9, { closingDifferenceVnd: 9 }],
    ['an answer that should not come', { wrongAnswers: ['x'] }, {}, {}, null, {}],
  ])('shows %s', (_, playedOtherwise, keptOtherwise, afterOtherwise, closing, shown) => {
    const outcome = outcomeOf(
      { ...played, ...playedOtherwise },
      { ...kept, ...keptOtherwise },
      before,
      { ...after, ...afterOtherwise },
      closing,
    );
    expect(outcome).toMatchObject({ ...shown, isExact: false });
  });
});
