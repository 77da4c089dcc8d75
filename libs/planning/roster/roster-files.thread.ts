import { stayUntilEnded } from '@phien/kernel';
import { parentPort, workerData } from 'node:worker_threads';
import { wordOn, type RosterWish } from './roster-files';

stayUntilEnded(parentPort);

/* What is thrown here reaches the api as the thread's `error`. */
void wordOn(workerData as RosterWish).then((word) => parentPort?.postMessage(word));
