import {
  FAIR_STATE_RULES,
  faultsOfStates,
  movesOf,
  whyNotMoved,
  type FairMove,
  type FairNow,
} from './fair-state.rules';

const now = (wish: Partial<FairNow>): FairNow => ({
  state: 'draft',
  setState: wish.state ?? 'draft',
  hasOpenDay: true,
  hasFacts: false,
  ...wish,
});

it.each([
  ['a draft', now({}), ['published']],
  ['a draft without days', now({ hasOpenDay: false }), []],
  ['a fair to come', now({ state: 'published' }), ['draft']],
  ['a fair to come with facts', now({ state: 'published', hasFacts: true }), []],
  ['a fair that runs', now({ state: 'running', setState: 'published' }), ['closed']],
  ['a fair whose days are over', now({ state: 'closed', setState: 'published' }), []],
  ['a fair that somebody ended', now({ state: 'closed' }), ['published']],
  ['a sealed fair', now({ state: 'sealed' }), []],
] as const)('an organizer moves %s', (_, fair, to) => {
  expect(movesOf(fair)).toEqual(to);
});

it.each([
  [now({}), 'running', 'fair_state_out_of_reach'],
  [now({}), 'sealed', 'fair_state_out_of_reach'],
  [now({ hasOpenDay: false }), 'published', 'fair_has_no_open_day'],
  [now({ state: 'published', hasFacts: true }), 'draft', 'fair_has_facts'],
  [now({ state: 'closed', setState: 'published' }), 'published', 'fair_days_over'],
  [now({ state: 'running', setState: 'published' }), 'closed', undefined],
] as const)('says why %j is not moved to %s', (fair, to, code) => {
  expect(whyNotMoved(fair, to)?.code).toBe(code);
});

it('keeps the public from a draft alone, and the plan from a fair that was ended', () => {
  const states = Object.entries(FAIR_STATE_RULES);
  expect(states.filter(([, rules]) => !rules.isPublic).map(([state]) => state)).toEqual(['draft']);
  expect(states.filter(([, rules]) => !rules.changesPlan).map(([state]) => state)).toEqual([
    'closed',
    'sealed',
  ]);
});

describe('at boot', () => {
  const byOrganizer = (to: FairMove['to']): FairMove => ({ to, by: 'organizer', needs: [] });
  const withMoves = (
    state: 'draft' | 'published' | 'running' | 'closed' | 'sealed',
    moves: FairMove[],
  ) => ({
    ...FAIR_STATE_RULES,
    [state]: { ...FAIR_STATE_RULES[state], moves },
  });

  it('finds the states whole', () => {
    expect(faultsOfStates(FAIR_STATE_RULES)).toEqual([]);
  });

  it.each([
    ['leads nowhere', withMoves('closed', []), 'closed never ends sealed'],
    ['is never reached', withMoves('published', []), 'nothing leads to running'],
    ['leaves the seal', withMoves('sealed', [byOrganizer('closed')]), 'sealed is left for closed'],
    [
      'is sealed by one',
      withMoves('closed', [byOrganizer('sealed')]),
      'closed is sealed by other than two',
    ],
    ['stands still', withMoves('closed', [byOrganizer('closed')]), 'closed leads to closed'],
    ['hides facts', withMoves('running', [byOrganizer('draft')]), 'running hides facts as draft'],
  ])('finds one that %s', (_, table, fault) => {
    expect(faultsOfStates(table)).toContain(fault);
  });
});
