import { standingOf, worstFirst, type TillSight } from './till-state.rules';

const NOW = new Date('2025-10-28T10:40:00Z');
const ago = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000);

const BUILD = 'till-new';
const watch = { now: NOW, isMoved: false, speed: 1, currentBuild: BUILD };

const said = (change: Partial<NonNullable<TillSight['said']>> = {}) => ({
  at: ago(1),
  sequence: 12,
  unsentCount: 0,
  clashCount: 0,
  shiftOpenedAt: ago(300),
  clockOffsetMs: 0,
  appBuild: BUILD,
  isStorageKept: true,
  ...change,
});

/** A phone that sells, has sent everything and was heard from a minute ago. */
const sight = (change: Partial<TillSight> = {}): TillSight => ({
  phone: { isReplaced: false, revokedAt: null },
  delivered: { sequence: 12, at: ago(1) },
  shift: { isOpen: true, sequence: 1, at: ago(300) },
  clashedAt: null,
  said: said(),
  setAsideCount: 0,
  ...change,
});

const closed = { isOpen: false, sequence: 12, at: ago(20) };

describe('how a phone stands', () => {
  it.each([
    ['sells and has sent everything', {}, 'all_sent', ago(1), 0],
    [
      'no phone was paired',
      { phone: null, delivered: null, shift: null, said: null },
      'not_paired',
      null,
      0,
    ],
    [
      'was paired and never used',
      { delivered: null, shift: null, said: null },
      'never_used',
      null,
      0,
    ],
    [
      'is open and never used',
      { delivered: null, shift: null, said: said({ sequence: 0, shiftOpenedAt: null }) },
      'never_used',
      null,
      0,
    ],
    [
      'holds three, as it said',
      { said: said({ sequence: 15, unsentCount: 3 }) },
      'holding',
      ago(1),
      3,
    ],
    [
      'held three when it said so, and two came since',
      { said: said({ sequence: 14, unsentCount: 3 }) },
      'holding',
      ago(1),
      2,
    ],
    [
      'held three when it said so, and all came since',
      { said: said({ sequence: 12, unsentCount: 3 }) },
      'all_sent',
      ago(1),
      0,
    ],
    [
      'has been silent for 15 minutes with an open shift: not yet',
      { delivered: { sequence: 12, at: ago(15) }, said: said({ at: ago(15) }) },
      'all_sent',
      ago(15),
      0,
    ],
    [
      'has been silent for 16 minutes with an open shift',
      { delivered: { sequence: 12, at: ago(60) }, said: said({ at: ago(16) }) },
      'silent',
      ago(16),
      0,
    ],
    [
      'is silent and said before that it holds three',
      {
        delivered: { sequence: 12, at: ago(60) },
        said: said({ at: ago(50), sequence: 15, unsentCount: 3 }),
      },
      'silent',
      ago(50),
      3,
    ],
    [
      'never said anything, and its documents stopped with an open shift',
      { delivered: { sequence: 12, at: ago(90) }, said: null },
      'silent',
      ago(90),
      0,
    ],
    [
      'closed its shift and is empty',
      { shift: closed, said: said({ shiftOpenedAt: null, at: ago(19) }) },
      'closed_and_empty',
      ago(20),
      0,
    ],
    [
      'closed its shift an hour ago, and nobody is alarmed',
      {
        delivered: { sequence: 12, at: ago(60) },
        shift: { ...closed, at: ago(61) },
        said: said({ shiftOpenedAt: null, at: ago(60) }),
      },
      'closed_and_empty',
      ago(61),
      0,
    ],
    [
      'closed its shift and did not send that',
      { said: said({ sequence: 14, unsentCount: 2, shiftOpenedAt: null, at: ago(30) }) },
      'closed_holding',
      ago(30),
      2,
    ],
    [
      'opened a shift after it last said something',
      {
        delivered: { sequence: 13, at: ago(1) },
        shift: { isOpen: true, sequence: 13, at: ago(2) },
        said: said({ shiftOpenedAt: null }),
      },
      'all_sent',
      ago(1),
      0,
    ],
    [
      'sold on after it last said something, in the shift it spoke of',
      { delivered: { sequence: 20, at: ago(0) } },
      'all_sent',
      ago(0),
      0,
    ],
    [
      'clashes, as it said',
      { said: said({ clashCount: 1, unsentCount: 4, sequence: 17 }) },
      'clashing',
      ago(1),
      4,
    ],
    [
      'clashes, as the ledger saw, and never said so',
      { clashedAt: ago(5), delivered: { sequence: 12, at: ago(6) }, said: null },
      'clashing',
      ago(6),
      0,
    ],
    ['clashed once and sold on', { clashedAt: ago(5), said: null }, 'all_sent', ago(1), 0],
    ['clashed once and says that it does no more', { clashedAt: ago(5) }, 'all_sent', ago(1), 0],
    [
      'was revoked, whatever else',
      { phone: { isReplaced: false, revokedAt: ago(9) }, said: said({ clashCount: 1 }) },
      'revoked',
      ago(9),
      0,
    ],
    [
      'was replaced by another and still holds two',
      {
        phone: { isReplaced: true, revokedAt: null },
        said: said({ sequence: 14, unsentCount: 2 }),
      },
      'closed_holding',
      ago(1),
      2,
    ],
    [
      'was replaced by another with its shift open: nobody waits for it',
      {
        phone: { isReplaced: true, revokedAt: null },
        delivered: { sequence: 12, at: ago(60) },
        said: null,
      },
      'closed_and_empty',
      ago(60),
      0,
    ],
  ] as [string, Partial<TillSight>, string, Date | null, number][])(
    'a phone that %s',
    (_, change, state, since, unsentCount) => {
      expect(standingOf(sight(change), watch)).toMatchObject({ state, since, unsentCount });
    },
  );

  it('is online for two minutes after it was heard from', () => {
    const at = (minutes: number) =>
      standingOf(sight({ delivered: null, said: said({ at: ago(minutes) }) }), watch).isOnline;
    expect([at(0), at(2), at(2.1)]).toEqual([true, true, false]);
  });
});

describe('what needs someone', () => {
  const gone = { isReplaced: false, revokedAt: ago(9) };
  it.each([
    ['nothing of a phone that is well', {}, []],
    [
      'a shift that is open and silent',
      { delivered: null, said: said({ at: ago(16) }) },
      ['silent_open_shift'],
    ],
    ['a clash', { said: said({ clashCount: 1 }) }, ['clash']],
    ['documents set aside', { setAsideCount: 1 }, ['set_aside_waiting']],
    [
      'a storage that may be evicted',
      { said: said({ isStorageKept: false }) },
      ['storage_not_kept'],
    ],
    ['no storage of which nothing is known', { said: said({ isStorageKept: null }) }, []],
    ['no clock that is five minutes off', { said: said({ clockOffsetMs: 300_000 }) }, []],
    ['a clock that is further off', { said: said({ clockOffsetMs: -300_001 }) }, ['clock_off']],
    ['an old till', { said: said({ appBuild: 'till-old' }) }, ['old_version']],
    [
      'of a revoked phone only what it sent',
      {
        phone: gone,
        setAsideCount: 9,
        said: said({ appBuild: 'x', isStorageKept: false, clashCount: 1 }),
      },
      ['set_aside_waiting'],
    ],
    [
      'everything at once, the most urgent first',
      {
        delivered: null,
        setAsideCount: 1,
        said: said({ at: ago(20), isStorageKept: false, clockOffsetMs: 1e9, appBuild: 'till-old' }),
      },
      ['silent_open_shift', 'set_aside_waiting', 'storage_not_kept', 'clock_off', 'old_version'],
    ],
  ] as [string, Partial<TillSight>, string[]][])('%s', (_, change, alarms) => {
    expect(standingOf(sight(change), watch).alarms).toEqual(alarms);
  });

  it('is never an old till where the server hands out none', () => {
    expect(standingOf(sight(), { ...watch, currentBuild: null }).alarms).toEqual([]);
  });
});

it('counts the minutes of the phones, however fast the fair’s clock runs', () => {
  const quiet = sight({ delivered: null, said: said({ at: ago(200), clockOffsetMs: 1e12 }) });
  expect(standingOf(quiet, watch).state).toBe('silent');
  const fast = { ...watch, isMoved: true, speed: 60 };
  expect(standingOf(quiet, fast)).toMatchObject({ state: 'all_sent', alarms: [] });
});

it('puts the worst first', () => {
  const all: [string, Partial<TillSight>][] = [
    ['fine', {}],
    ['revoked', { phone: { isReplaced: false, revokedAt: ago(9) } }],
    ['silent since long ago', { delivered: { sequence: 12, at: ago(90) }, said: null }],
    ['not paired', { phone: null, delivered: null, shift: null, said: null }],
    ['fine but old', { said: said({ appBuild: 'till-old' }) }],
    ['silent and holding', { delivered: null, said: said({ at: ago(20), unsentCount: 3 }) }],
    ['clashing', { said: said({ clashCount: 1 }) }],
    ['holding', { said: said({ sequence: 15, unsentCount: 3 }) }],
    ['silent', { delivered: { sequence: 12, at: ago(20) }, said: null }],
  ];
  const sorted = all
    .map(([name, change]) => ({ name, standing: standingOf(sight(change), watch) }))
    .sort((a, b) => worstFirst(a.standing, b.standing))
    .map(({ name }) => name);
  expect(sorted).toEqual([
    'clashing',
    'silent and holding',
    'silent since long ago',
    'silent',
    'holding',
    'fine but old',
    'fine',
    'not paired',
    'revoked',
  ]);
});
