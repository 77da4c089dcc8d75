import type { Role } from '@phien/identity';
import {
  ALLOCATION_STATES,
  checkTransitions,
  faultsOf,
  hasRunOut,
  mayBecome,
  TRANSITIONS,
  type Stage,
  type Transition,
} from './state.rules';

const stages: Stage[] = ['free', ...ALLOCATION_STATES, 'moved', 'freed'];
const becomes = (by: Role) =>
  stages.flatMap((from) =>
    stages.filter((to) => mayBecome(from, to, by)).map((to) => `${from} > ${to}`),
  );

it('lets organizers hold, offer, confirm, move and free, and never loosen what is confirmed', () => {
  expect(becomes('organizer')).toEqual([
    'free > held',
    'free > offered',
    'free > confirmed',
    'held > held',
    'held > offered',
    'held > confirmed',
    'held > moved',
    'held > freed',
    'offered > offered',
    'offered > confirmed',
    'offered > moved',
    'offered > freed',
    'confirmed > confirmed',
    'confirmed > moved',
    'confirmed > freed',
  ]);
});

it('lets an exhibitor and the staff of its zone answer an offer and nothing else', () => {
  for (const by of ['exhibitor', 'zone_staff'] as const) {
    expect(becomes(by)).toEqual(['offered > confirmed', 'offered > freed']);
  }
  expect(becomes('official')).toEqual([]);
});

it('lets the lead of a delegation give and take back, and neither hold nor offer', () => {
  expect(becomes('delegation_lead')).toEqual(['free > confirmed', 'confirmed > freed']);
});

it('starts with the table as it is', () => {
  expect(() => checkTransitions(TRANSITIONS)).not.toThrow();
});

const without = (from: Stage, to: Stage) =>
  TRANSITIONS.filter((each) => each.from !== from || each.to !== to);
const by: Transition['by'] = ['organizer'];

it.each<[string, readonly Transition[]]>([
  ['no organizer may free what is held', without('held', 'freed')],
  ['free to held stands twice', [...TRANSITIONS, { from: 'free', to: 'held', by }]],
  [
    'nobody may take held to confirmed',
    [...without('held', 'confirmed'), { from: 'held', to: 'confirmed', by: [] }],
  ],
  ['held is never reached', without('free', 'held')],
  [
    'what was freed is over, and leads to held',
    [...TRANSITIONS, { from: 'freed', to: 'held', by }],
  ],
  [
    'what was moved is over, and leads to freed',
    [...TRANSITIONS, { from: 'moved', to: 'freed', by }],
  ],
  ['confirmed leads to free', [...TRANSITIONS, { from: 'confirmed', to: 'free', by }]],
])('does not start when %s', (fault, transitions) => {
  const wrong = transitions.filter(
    (each) => fault !== 'held is never reached' || each.from !== 'held' || each.to !== 'held',
  );
  expect(faultsOf(wrong)).toContain(fault);
  expect(() => checkTransitions(wrong)).toThrow(fault);
});

it('holds a booth until its term and not a moment longer', () => {
  const until = new Date('2025-10-20T03:00:00Z');
  expect(hasRunOut(until, new Date('2025-10-20T02:59:59.999Z'))).toBe(false);
  expect(hasRunOut(until, until)).toBe(true);
  expect(hasRunOut(null, until)).toBe(false);
});
