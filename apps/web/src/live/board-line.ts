import { io } from 'socket.io-client';
import { readBoard } from '../api/client';
import type { Board } from '../api/client';
import { Problem } from '../api/problem';
import { isBehind, laterBoard } from './live.rules';
import type { Line } from './live.rules';

interface Heartbeat {
  fairId: string;
  version: number;
  asOf: string;
}

type WatchAnswer = { ok: true } | { ok: false; code: string };

/** Everything heard about one fair since the line was opened. */
export interface Heard {
  readonly fairId: string;
  readonly board: Board | null;
  /** Fair time up to which the numbers are known to hold; ISO instant of the server's clock. */
  readonly asOf: string | null;
  readonly problem: Problem | null;
  readonly line: Line;
}

export const nothingHeard = (fairId: string, openedAtMs: number): Heard => ({
  fairId,
  board: null,
  asOf: null,
  problem: null,
  line: { isConnected: false, openedAtMs, heardAtMs: null },
});

const RECONNECT_MS = 2_000;

/**
 * Listens to today's board of a fair over one websocket, and returns the function that hangs up.
 * Whole boards come with a version; on every (re)connection, and whenever a heartbeat names a
 * higher version, the board is asked for once over HTTP, so nothing that was missed stays missing.
 */
export function openBoardLine(fairId: string, tell: (heard: Heard) => void): () => void {
  let heard = nothingHeard(fairId, Date.now());
  let isOver = false;
  let isAsking = false;
  let isAskedAgain = false;
  let reconnection: ReturnType<typeof setTimeout> | undefined;

  const now = (change: Partial<Omit<Heard, 'fairId'>>) => {
    if (isOver) return;
    heard = { ...heard, ...change };
    tell(heard);
  };
  const withSignOfLife = () => ({ ...heard.line, heardAtMs: Date.now() });
  const shown = (arrived: Board) => ({
    board: laterBoard(heard.board, arrived),
    asOf: laterInstant(heard.asOf, arrived.asOf),
    problem: null,
  });

  async function ask(): Promise<void> {
    if (isAsking) {
      isAskedAgain = true;
      return;
    }
    isAsking = true;
    try {
      now(shown(await readBoard(fairId)));
    } catch (failure) {
      now({ problem: failure instanceof Problem ? failure : new Problem(0, 'unreadable_answer') });
    } finally {
      isAsking = false;
    }
    if (!isAskedAgain || isOver) return;
    isAskedAgain = false;
    await ask();
  }

  const socket = io('/board', { transports: ['websocket'], reconnectionDelayMax: 5_000 });

  /* socket.io reconnects a broken line by itself, but not one that the server refused or closed. */
  const connectLater = () => {
    if (socket.active || isOver) return;
    clearTimeout(reconnection);
    reconnection = setTimeout(() => socket.connect(), RECONNECT_MS);
    void ask();
  };
  const watch = () => {
    clearTimeout(reconnection);
    if (isOver || !socket.connected) return;
    socket.emit('watch', { fairId }, (answer: WatchAnswer) => {
      if (answer.ok) now({ line: { ...withSignOfLife(), isConnected: true } });
      else if (answer.code === 'busy') reconnection = setTimeout(watch, RECONNECT_MS);
      void ask();
    });
  };
  socket.on('connect', watch);
  socket.on('disconnect', () => {
    now({ line: { ...heard.line, isConnected: false } });
    connectLater();
  });
  socket.on('connect_error', connectLater);
  socket.on('board', (board: Board) => {
    if (board.fairId === fairId) now({ ...shown(board), line: withSignOfLife() });
  });
  socket.on('heartbeat', (beat: Heartbeat) => {
    if (beat.fairId !== fairId) return;
    if (isBehind(heard.board, beat.version)) {
      now({ line: withSignOfLife() });
      void ask();
    } else {
      now({ asOf: laterInstant(heard.asOf, beat.asOf), line: withSignOfLife() });
    }
  });
  now({});
  void ask();

  return () => {
    isOver = true;
    clearTimeout(reconnection);
    socket.disconnect();
  };
}

const laterInstant = (a: string | null, b: string) => (a === null || b > a ? b : a);
