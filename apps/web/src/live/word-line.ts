import { io } from 'socket.io-client';
import type { Line } from './live.rules';

type WatchAnswer = { ok: true } | { ok: false; code: string };

const RECONNECT_MS = 2_000;

/** What a fair tells by a number alone: that its plan, a suggestion, or what is known of its files has changed. */
export type WordTopic = 'plan' | 'files' | 'suggestion';

/**
 * Listens to how far a topic of a fair has come, and returns the function that hangs up. `onNews` is
 * called for each version not heard before and on every (re)connection: what was missed is asked for
 * over HTTP.
 */
export function openWordLine(
  topic: WordTopic,
  fairId: string,
  onLine: (line: Line) => void,
  onNews: () => void,
): () => void {
  let line: Line = { isConnected: false, openedAtMs: Date.now(), heardAtMs: null };
  let version = -1;
  let isOver = false;
  let reconnection: ReturnType<typeof setTimeout> | undefined;
  const now = (change: Partial<Line>) => {
    if (isOver) return;
    line = { ...line, ...change };
    onLine(line);
  };
  const socket = io('/board', { transports: ['websocket'], reconnectionDelayMax: 5_000 });
  const connectLater = () => {
    if (socket.active || isOver) return;
    clearTimeout(reconnection);
    reconnection = setTimeout(() => socket.connect(), RECONNECT_MS);
  };
  const watch = () => {
    clearTimeout(reconnection);
    if (isOver || !socket.connected) return;
    socket.emit('watch', { fairId, topic }, (answer: WatchAnswer) => {
      if (answer.ok) now({ isConnected: true, heardAtMs: Date.now() });
      else if (answer.code === 'busy') reconnection = setTimeout(watch, RECONNECT_MS);
      if (!isOver) onNews();
    });
  };
  socket.on('connect', watch);
  socket.on('disconnect', () => {
    now({ isConnected: false });
    connectLater();
  });
  socket.on('connect_error', connectLater);
  socket.on(topic, (word: { fairId: string; version: number }) => {
    if (word.fairId !== fairId || isOver) return;
    now({ heardAtMs: Date.now() });
    if (word.version === version) return;
    version = word.version;
    onNews();
  });
  return () => {
    isOver = true;
    clearTimeout(reconnection);
    socket.disconnect();
  };
}
