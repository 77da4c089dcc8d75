import {
  applicationSteps,
  faultsOfSteps,
  isOpenToWrite,
  stateAfter,
  type ApplicationAction,
  type ApplicationState,
} from './application-steps.rules';

it('starts only with steps in which every state is reached and ends', () => {
  expect(faultsOfSteps(applicationSteps)).toEqual([]);
  expect(faultsOfSteps({ ...applicationSteps, refused: { wait: 'refused' } })).toEqual([
    'refused never ends',
  ]);
  const { wait: _, ...sent } = applicationSteps.sent;
  expect(faultsOfSteps({ ...applicationSteps, sent, refused: {} })).toEqual([
    'nothing leads to waiting',
  ]);
});

it.each<[ApplicationState, ApplicationAction, ApplicationState | null]>([
  ['draft', 'send', 'sent'],
  ['draft', 'accept', null],
  ['sent', 'accept', 'accepted'],
  ['sent', 'send', null],
  ['asked_back', 'send', 'sent'],
  ['asked_back', 'accept', null],
  ['waiting', 'accept', 'accepted'],
  ['waiting', 'wait', null],
  ['refused', 'wait', 'waiting'],
  ['refused', 'accept', null],
  ['accepted', 'refuse', null],
  ['withdrawn', 'send', null],
])('%s, %s: %s', (state, action, after) => {
  expect(stateAfter(state, action)).toBe(after);
});

it('lets whoever applies write before it is sent, and when it came back', () => {
  expect((Object.keys(applicationSteps) as ApplicationState[]).filter(isOpenToWrite)).toEqual([
    'draft',
    'asked_back',
  ]);
});
