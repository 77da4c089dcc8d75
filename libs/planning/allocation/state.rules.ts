import type { Role } from '@phien/identity';

/** How firmly a share of a booth is given. Only what is confirmed sells and is counted. */
export const ALLOCATION_STATES = ['held', 'offered', 'confirmed'] as const;
export type AllocationState = (typeof ALLOCATION_STATES)[number];

/** Where a share comes from and goes to: nobody's, one of the three, in another booth, given back. */
const STAGES = ['free', ...ALLOCATION_STATES, 'moved', 'freed'] as const;
export type Stage = (typeof STAGES)[number];

export interface Transition {
  from: Stage;
  to: Stage;
  /** Whose word it takes. */
  by: readonly Role[];
}

const organizer: readonly Role[] = ['organizer'];
/** A lead gives and takes back within its cluster; what waits for an answer is the organizers'. */
const giving: readonly Role[] = ['organizer', 'delegation_lead'];
/** Whoever an offer was made to, and who looks after the booth in its stead. */
const answering: readonly Role[] = ['organizer', 'zone_staff', 'exhibitor'];

/**
 * What may become of a share of a booth. A state to itself is more or less of the same booth, or a
 * longer term; `moved` keeps the state in another booth. What is confirmed is never only held again:
 * a step back is an undoing or a freeing.
 */
export const TRANSITIONS: readonly Transition[] = [
  { from: 'free', to: 'held', by: organizer },
  { from: 'free', to: 'offered', by: organizer },
  { from: 'free', to: 'confirmed', by: giving },
  { from: 'held', to: 'held', by: organizer },
  { from: 'held', to: 'offered', by: organizer },
  { from: 'held', to: 'confirmed', by: organizer },
  { from: 'held', to: 'moved', by: organizer },
  { from: 'held', to: 'freed', by: organizer },
  { from: 'offered', to: 'offered', by: organizer },
  { from: 'offered', to: 'confirmed', by: answering },
  { from: 'offered', to: 'moved', by: organizer },
  { from: 'offered', to: 'freed', by: answering },
  { from: 'confirmed', to: 'confirmed', by: organizer },
  { from: 'confirmed', to: 'moved', by: organizer },
  { from: 'confirmed', to: 'freed', by: giving },
];

export function mayBecome(
  from: Stage,
  to: Stage,
  by: Role,
  transitions: readonly Transition[] = TRANSITIONS,
): boolean {
  return transitions.some((each) => each.from === from && each.to === to && each.by.includes(by));
}

/** What is wrong with a table of transitions, in words; nothing when a booth can live by it. */
export function faultsOf(transitions: readonly Transition[]): string[] {
  const leads = (from: Stage) => transitions.filter((each) => each.from === from);
  const reached = new Set<Stage>(['free']);
  for (const stage of reached) for (const { to } of leads(stage)) reached.add(to);
  const said = transitions.map(({ from, to }) => `${from} to ${to}`);
  return [
    ...said.filter((each, at) => said.indexOf(each) !== at).map((each) => `${each} stands twice`),
    ...transitions
      .filter(({ by }) => by.length === 0)
      .map(({ from, to }) => `nobody may take ${from} to ${to}`),
    ...STAGES.filter((stage) => !reached.has(stage)).map((stage) => `${stage} is never reached`),
    ...leads('moved').map(({ to }) => `what was moved is over, and leads to ${to}`),
    ...leads('freed').map(({ to }) => `what was freed is over, and leads to ${to}`),
    ...transitions.filter(({ to }) => to === 'free').map(({ from }) => `${from} leads to free`),
    ...ALLOCATION_STATES.filter(
      (state) => !leads(state).some(({ to, by }) => to === 'freed' && by.includes('organizer')),
    ).map((state) => `no organizer may free what is ${state}`),
  ];
}

/** Stops the process at its start when the table contradicts itself. */
export function checkTransitions(transitions: readonly Transition[]): void {
  const faults = faultsOf(transitions);
  if (faults.length > 0) throw new Error(`States of allocations: ${faults.join('; ')}.`);
}

/** Whether a share stands at an instant: what ran out is free without anybody freeing it. */
export const hasRunOut = (heldUntil: Date | null, at: Date) =>
  heldUntil !== null && heldUntil.getTime() <= at.getTime();
