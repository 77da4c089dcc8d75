import { FileMakerInThread } from './file-maker';
import type { FileSubject } from './report-subject';

const subject = { language: 'vi', format: 'pdf' } as FileSubject;

const makerOf = (program: string, silenceMs: number) =>
  new FileMakerInThread(
    new URL(
      `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads';\n${program}`)}`,
    ),
    silenceMs,
  );

it('answers the bytes that the thread made, and how far it was on the way', async () => {
  const maker = makerOf(
    `parentPort.postMessage({ percent: 40 });
     parentPort.postMessage({ bytes: new Uint8Array([1, 2, 3]) });`,
    20_000,
  );
  const told: number[] = [];
  const bytes = await maker.make(subject, async (percent) => void told.push(percent));
  expect([...bytes]).toEqual([1, 2, 3]);
  expect(told).toEqual([40]);
});

it('ends a thread that falls silent, so that the files behind it are made', async () => {
  const silent = makerOf(
    `parentPort.postMessage({ percent: 1 }); setInterval(() => {}, 1_000);`,
    200,
  );
  await expect(silent.make(subject, async () => {})).rejects.toThrow('silent for 200 ms');
});

it('says so when a thread ends without a file', async () => {
  await expect(makerOf('process.exit(3);', 20_000).make(subject, async () => {})).rejects.toThrow(
    'ended with 3',
  );
});
