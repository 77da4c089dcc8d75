import { stayUntilEnded } from '@phien/kernel';
import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadWord } from './file-maker';
import { makeFile } from './make-file';
import type { FileSubject } from './report-subject';

stayUntilEnded(parentPort);

const say = (word: ThreadWord) => parentPort?.postMessage(word);

/* What is thrown here reaches the worker as the thread's `error`. */
void makeFile(workerData as FileSubject, (percent) => say({ percent })).then((bytes) =>
  say({ bytes }),
);
