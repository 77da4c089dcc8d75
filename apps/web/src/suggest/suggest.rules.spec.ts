import { expect, test } from '@playwright/test';
import { oneAtATime } from './one-at-a-time';
import type { Suggestion } from './suggest-requests';
import { commandOf, gapOf, keptBy, leftOutAfter, leftOutOf, secondsLeft } from './suggest.rules';
import { changedBooths, standingIn, toneOfPlace } from './suggest-tones';

const choice: Suggestion['choice'] = {
  ...{ keeps: 'all', zones: 'apart', weights: {}, fewestMoves: false, moreMoves: 0 },
  ...{ seconds: 60, seed: 7 },
};
const place = (key: string, boothCodes: string[], beforeCodes: string[] | null = null) => ({
  ...{ key, exhibitorId: key, exhibitorName: key, delegationId: null, units: 6, size: 1 },
  ...{ boothCodes, beforeCodes, isLocked: false, hasMoved: false },
});

test('says how far from the best a plan may be at most, and nothing where nothing is proven', () => {
  expect(gapOf(200, 150)).toBe(0.25);
  expect(gapOf(200, 200)).toBe(0);
  expect(gapOf(0, 0)).toBe(0);
  expect(gapOf(200, null)).toBeNull();
  expect(gapOf(-5, -9)).toBeNull();
});

test('counts once an exhibitor who has two booths, or one for good and one held', () => {
  const stands = (exhibitorId: string) => ({ allocationId: '', exhibitorId, name: '', sixths: 6 });
  const held = (exhibitorId: string) => ({
    ...{ ...stands(exhibitorId), state: 'held', heldUntil: '', minutesLeft: 1 },
  });
  const booths = [
    { holders: [stands('a')], reserved: [] },
    { holders: [stands('a')], reserved: [] },
    { holders: [], reserved: [held('a')] },
    { holders: [], reserved: [held('b')] },
  ] as Parameters<typeof keptBy>[0];
  expect(keptBy(booths)).toEqual({ all: 2, confirmed: 1, none: 0 });
});

test('leaves out who gave its last booth back, unless somebody said otherwise, then or now', () => {
  const gaveBack = { boothCode: 'A01', at: '2026-11-01', accountName: null, isDeclined: false };
  const waiting = [
    ...['cancelled', 'comes all the same'].map((exhibitorId) => ({ exhibitorId, gaveBack })),
    ...['new', 'not now'].map((exhibitorId) => ({ exhibitorId, gaveBack: null })),
  ];
  expect(leftOutOf(waiting, new Map())).toEqual(['cancelled', 'comes all the same']);
  const before = {
    acceptedAt: null,
    choice: { ...choice, leftOut: ['not now', 'given a booth since'] },
    places: [place('comes all the same', ['A02']), place('cancelled', ['A03'], ['A01'])],
  };
  expect(leftOutAfter(before, waiting)).toEqual(['cancelled', 'not now']);
  expect(leftOutAfter({ ...before, acceptedAt: '2026-10-31' }, waiting)).toEqual([
    ...['cancelled', 'comes all the same', 'not now'],
  ]);
});

test('counts down from the start, and from the first look where the fair’s clock was moved', () => {
  const startedAt = '2026-11-01T10:00:00.000Z';
  const startedMs = Date.parse(startedAt);
  const left = (seenMs: number, nowMs: number) => secondsLeft({ startedAt, choice }, seenMs, nowMs);
  expect(left(startedMs + 10_000, startedMs + 25_000)).toBe(35);
  expect(left(startedMs + 10_000, startedMs + 99_000)).toBe(0);
  expect(left(startedMs - 9_000_000, startedMs - 8_990_000)).toBe(50);
  expect(secondsLeft({ startedAt: null, choice }, 0, 1_000)).toBe(59);
});

test('writes the command that finds the same plan again', () => {
  const effort = { iterations: 900, budget: 1_000, lane: 1, start: 'given', repairs: 12 } as const;
  expect(commandOf(choice, effort)).toBe(
    'npm run allocate -- instance.json --seed 7 --iterations 900 --budget 1000 --lane 1 --start given --repairs 12 --seconds 60 --out plan.json',
  );
  expect(
    commandOf(
      { ...choice, fewestMoves: true, moreMoves: 3 },
      { iterations: 9, budget: null, lane: null, start: null, repairs: 0 },
    ),
  ).toContain('--iterations 9 --seconds 60 --moves min --more-moves 3 --out');
});

test('tells who stays, who comes and who moves, and lights up the booths that changed hands', () => {
  expect(toneOfPlace(place('a', ['A1'], ['A1']))).toBe('stays');
  expect(toneOfPlace(place('a', ['A1', 'A2'], ['A2', 'A1']))).toBe('stays');
  expect(toneOfPlace(place('a', ['A1']))).toBe('comes');
  expect(toneOfPlace(place('a', ['A1'], ['A2']))).toBe('moves');
  const before = standingIn([place('a', ['A1']), place('b', ['A1']), place('c', ['A3'])]);
  const now = standingIn([place('b', ['A1']), place('a', ['A1']), place('c', ['A4'])]);
  expect([...changedBooths(before, now)].sort()).toEqual(['A3', 'A4']);
  expect(standingIn([place('a', ['A1'], ['A1']), place('b', ['A1'], ['A9'])]).get('A1')?.tone).toBe(
    'moves',
  );
});

test('asks once more for all that came while it was asking, and goes on after a failure', async () => {
  const answers: { come: () => void; fail: (failure: Error) => void }[] = [];
  const news = oneAtATime(
    () => new Promise((come, fail) => void answers.push({ come: () => come(), fail })),
  );
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  news();
  news();
  news();
  expect(answers).toHaveLength(1);
  answers[0]?.fail(new Error('away'));
  await settled();
  expect(answers).toHaveLength(2);
  answers[1]?.come();
  await settled();
  expect(answers).toHaveLength(2);
  news();
  expect(answers).toHaveLength(3);
});
