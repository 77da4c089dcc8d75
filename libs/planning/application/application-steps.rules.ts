export const APPLICATION_STATES = [
  'draft',
  'sent',
  'asked_back',
  'waiting',
  'accepted',
  'refused',
  'withdrawn',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

export const APPLICATION_ACTIONS = [
  'send',
  'withdraw',
  'accept',
  'ask_back',
  'refuse',
  'wait',
] as const;
export type ApplicationAction = (typeof APPLICATION_ACTIONS)[number];

export type StepTable = Readonly<
  Record<ApplicationState, Readonly<Partial<Record<ApplicationAction, ApplicationState>>>>
>;

/**
 * What may be done with an application, and what it is then. A refused one can still be put on the
 * waiting list: organizers correct a mistake there, in the open.
 */
export const applicationSteps: StepTable = {
  draft: { send: 'sent' },
  sent: {
    accept: 'accepted',
    ask_back: 'asked_back',
    wait: 'waiting',
    refuse: 'refused',
    withdraw: 'withdrawn',
  },
  asked_back: { send: 'sent', refuse: 'refused', withdraw: 'withdrawn' },
  waiting: {
    accept: 'accepted',
    ask_back: 'asked_back',
    refuse: 'refused',
    withdraw: 'withdrawn',
  },
  accepted: {},
  refused: { wait: 'waiting' },
  withdrawn: {},
};

/** What is wrong with a table of steps: a state that nothing leads to, or one that leads to no end. */
export function faultsOfSteps(table: StepTable): string[] {
  const next = (state: ApplicationState) => [...new Set(Object.values(table[state]))];
  const reached = new Set<ApplicationState>(['draft']);
  for (const state of reached) for (const after of next(state)) reached.add(after);
  const ends = new Set(APPLICATION_STATES.filter((state) => next(state).length === 0));
  for (let before = -1; before !== ends.size;) {
    before = ends.size;
    for (const state of APPLICATION_STATES) {
      if (next(state).some((after) => ends.has(after))) ends.add(state);
    }
  }
  return APPLICATION_STATES.flatMap((state) => [
    ...(reached.has(state) ? [] : [`nothing leads to ${state}`]),
    ...(ends.has(state) ? [] : [`${state} never ends`]),
  ]);
}

const faults = faultsOfSteps(applicationSteps);
if (faults.length > 0) throw new Error(`The steps of an application: ${faults.join(', ')}.`);

/** In which an action leaves it; null when it may not be done now. */
export const stateAfter = (
  state: ApplicationState,
  action: ApplicationAction,
): ApplicationState | null => applicationSteps[state][action] ?? null;

/** Whoever applies may write in it. */
export const isOpenToWrite = (state: ApplicationState): boolean =>
  stateAfter(state, 'send') !== null;
