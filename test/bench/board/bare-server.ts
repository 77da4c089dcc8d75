import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocketServer } from 'ws';
import { nowMs } from '../figures';
import type { BareAnswer, BareOrder } from './crowd.messages';

/* The limit of fan-out: nothing but a socket for each screen, and the bytes. */
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false });
const answer = (words: BareAnswer) => process.send?.(words);

server.on('listening', () => answer({ port: (server.address() as AddressInfo).port }));

process.on('message', ({ frames }: BareOrder) => void say(frames));
process.on('disconnect', () => process.exit(0));

async function say(frames: BareOrder['frames']): Promise<void> {
  const startedAt = nowMs();
  const made = frames.map(({ afterMs, text }) => ({ afterMs, bytes: Buffer.from(text) }));
  for (const { afterMs, bytes } of made) {
    await pause(Math.max(0, startedAt + afterMs - nowMs()));
    for (const client of server.clients) client.send(bytes, { binary: false });
  }
  answer({ isSaid: true });
}
