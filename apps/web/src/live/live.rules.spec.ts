import { expect, test } from '@playwright/test';
import type { Board } from '../api/client';
import { isBehind, laterBoard, liveState } from './live.rules';

const opened = 1_000_000;
const after = (seconds: number) => opened + seconds * 1_000;

for (const [what, line, seconds, state] of [
  ['has just opened', { isConnected: false, heard: null }, 1, 'connecting'],
  ['is connected and has heard nothing yet', { isConnected: true, heard: null }, 5, 'connecting'],
  ['heard a heartbeat 14 s ago', { isConnected: true, heard: 6 }, 20, 'live'],
  ['heard its last heartbeat 15 s ago', { isConnected: true, heard: 5 }, 20, 'stale'],
  ['lost the line 3 s ago', { isConnected: false, heard: 17 }, 20, 'connecting'],
  ['lost the line 15 s ago', { isConnected: false, heard: 5 }, 20, 'offline'],
  ['never got a line', { isConnected: false, heard: null }, 15, 'offline'],
] as const) {
  test(`a board that ${what} is ${state}`, () => {
    const heardAtMs = line.heard === null ? null : after(line.heard);
    expect(
      liveState({ isConnected: line.isConnected, openedAtMs: opened, heardAtMs }, after(seconds)),
    ).toBe(state);
  });
}

const board = (version: number, day = '2025-11-01', asOf = '2025-11-01T03:00:00.000Z') =>
  ({ fairId: 'f', day, version, asOf }) as Board;

test('a version never goes back, and a new day begins at any version', () => {
  const shown = board(7);
  expect(laterBoard(null, shown)).toBe(shown);
  expect(laterBoard(shown, board(6))).toBe(shown);
  expect(laterBoard(shown, board(8)).version).toBe(8);
  expect(laterBoard(shown, board(9, '2025-10-31'))).toBe(shown);
  expect(laterBoard(shown, board(3, '2025-11-02')).day).toBe('2025-11-02');
});

test('of one version the later as-of is shown', () => {
  const shown = board(7);
  expect(laterBoard(shown, board(7, shown.day, '2025-11-01T02:59:59.000Z'))).toBe(shown);
  expect(laterBoard(shown, board(7, shown.day, '2025-11-01T03:00:05.000Z')).asOf).toBe(
    '2025-11-01T03:00:05.000Z',
  );
});

test('a screen is behind when the server has a higher version', () => {
  expect(isBehind(null, 0)).toBe(true);
  expect(isBehind(board(7), 7)).toBe(false);
  expect(isBehind(board(7), 8)).toBe(true);
});
