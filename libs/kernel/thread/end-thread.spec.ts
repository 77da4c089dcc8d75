import { Worker } from 'node:worker_threads';
import { endThread, stayUntilEnded } from './end-thread';

const soon = { settleMs: 0, longestMs: 20 };

it('leaves a thread that does not end to itself', async () => {
  let isLeft = false;
  const stuck = {
    terminate: () => new Promise<number>(() => undefined),
    unref: () => void (isLeft = true),
  };
  await endThread(stuck, soon);
  expect(isLeft).toBe(true);
});

it('keeps a thread that has said its last word until it is ended', async () => {
  const thread = new Worker(
    `const { parentPort } = require('node:worker_threads');
     (${stayUntilEnded.toString()})(parentPort);
     parentPort.postMessage('last word');`,
    { eval: true },
  );
  let isOver = false;
  thread.on('exit', () => void (isOver = true));
  await new Promise((resolve) => thread.once('message', resolve));
  await new Promise((resolve) => setImmediate(resolve));
  expect(isOver).toBe(false);
  await endThread(thread, { ...soon, longestMs: 20_000 });
  expect(isOver).toBe(true);
});
