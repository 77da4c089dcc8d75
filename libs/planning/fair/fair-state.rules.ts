import type { Refusal } from '@phien/kernel';
import { fairDaysOver, fairHasFacts, fairHasNoOpenDay, fairStateOutOfReach } from './fair.refusals';

export const FAIR_STATES = ['draft', 'published', 'running', 'closed', 'sealed'] as const;

export type FairState = (typeof FAIR_STATES)[number];

/** What must hold for a move: asked in this order. */
export type MoveNeed = 'open_day' | 'no_facts' | 'ended_by_person';

export interface FairMove {
  to: FairState;
  /** The clock moves a fair by its days; nobody has to remember to. Two organizers seal it. */
  by: 'organizer' | 'clock' | 'two_organizers';
  needs: readonly MoveNeed[];
}

export interface FairStateRules {
  /** Whoever has no account may be told of it, and tills, gates and booths bring facts: none is hidden. */
  isPublic: boolean;
  /** Booths are given and the plan is published. */
  changesPlan: boolean;
  /** Names, venue and coming days are changed. */
  changesFair: boolean;
  moves: readonly FairMove[];
}

const byOrganizer = (to: FairState, ...needs: MoveNeed[]): FairMove => ({
  to,
  by: 'organizer',
  needs,
});
const byClock = (to: FairState): FairMove => ({ to, by: 'clock', needs: [] });
const byTwo: FairMove = { to: 'sealed', by: 'two_organizers', needs: [] };

/**
 * What each state allows and where it leads. What is allowed follows the state that people set; the
 * clock alone decides what is shown, so that after the last day what was given and drawn can still be
 * put right, until somebody ends the fair or two people seal it.
 */
export const FAIR_STATE_RULES: Readonly<Record<FairState, FairStateRules>> = {
  draft: {
    isPublic: false,
    changesPlan: true,
    changesFair: true,
    moves: [byOrganizer('published', 'open_day')],
  },
  published: {
    isPublic: true,
    changesPlan: true,
    changesFair: true,
    moves: [byOrganizer('draft', 'no_facts'), byClock('running'), byClock('closed'), byTwo],
  },
  running: {
    isPublic: true,
    changesPlan: true,
    changesFair: true,
    moves: [byOrganizer('closed'), byClock('closed'), byTwo],
  },
  closed: {
    isPublic: true,
    changesPlan: false,
    changesFair: false,
    moves: [byOrganizer('published', 'ended_by_person'), byTwo],
  },
  sealed: {
    isPublic: true,
    changesPlan: false,
    changesFair: false,
    moves: [],
  },
};

type StateTable = Readonly<Record<string, FairStateRules>>;

/** What is wrong with a table of states: asked once at boot, which fails when something is. */
export function faultsOfStates(table: StateTable): string[] {
  const states = Object.keys(table);
  const moves = states.flatMap((from) =>
    (table[from]?.moves ?? []).map((move) => ({ from, move })),
  );
  const reached = new Set(['draft', ...moves.map(({ move }) => move.to)]);
  return [
    ...states.filter((state) => !reached.has(state)).map((state) => `nothing leads to ${state}`),
    ...moves
      .filter(({ from, move }) => move.to === from || !states.includes(move.to))
      .map(({ from, move }) => `${from} leads to ${move.to}`),
    ...states
      .filter((state) => state !== 'sealed' && !endsSealed(table, state))
      .map((state) => `${state} never ends sealed`),
    ...(table.sealed?.moves ?? []).map(({ to }) => `sealed is left for ${to}`),
    ...moves
      .filter(({ move }) => (move.to === 'sealed') !== (move.by === 'two_organizers'))
      .map(({ from }) => `${from} is sealed by other than two`),
    ...moves
      .filter(
        ({ from, move }) =>
          table[from]?.isPublic && !table[move.to]?.isPublic && !move.needs.includes('no_facts'),
      )
      .map(({ from, move }) => `${from} hides facts as ${move.to}`),
  ];
}

function endsSealed(table: StateTable, state: string, seen: readonly string[] = []): boolean {
  if (state === 'sealed') return true;
  if (seen.includes(state)) return false;
  return (table[state]?.moves ?? []).some(({ to }) => endsSealed(table, to, [...seen, state]));
}

export interface FairNow {
  /** As the clock shows it. */
  state: FairState;
  /** As people set it. */
  setState: FairState;
  hasOpenDay: boolean;
  hasFacts: boolean;
}

const NEEDS: Record<MoveNeed, (fair: FairNow) => Refusal | null> = {
  open_day: ({ hasOpenDay }) => (hasOpenDay ? null : fairHasNoOpenDay()),
  no_facts: ({ hasFacts }) => (hasFacts ? fairHasFacts() : null),
  ended_by_person: ({ setState }) => (setState === 'closed' ? null : fairDaysOver()),
};

/** Why an organizer cannot move a fair to a state, or null. */
export function whyNotMoved(fair: FairNow, to: FairState): Refusal | null {
  const move = FAIR_STATE_RULES[fair.state].moves.find(
    (each) => each.to === to && each.by === 'organizer',
  );
  if (!move) return fairStateOutOfReach(fair.state, to);
  for (const need of move.needs) {
    const refused = NEEDS[need](fair);
    if (refused) return refused;
  }
  return null;
}

/** The states that an organizer can move a fair to now. */
export const movesOf = (fair: FairNow): FairState[] =>
  FAIR_STATES.filter((to) => whyNotMoved(fair, to) === null);
