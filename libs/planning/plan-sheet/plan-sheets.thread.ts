import { stayUntilEnded } from '@phien/kernel';
import { parentPort, workerData } from 'node:worker_threads';
import { makePlanSheet } from './make-plan-sheet';
import type { SheetWish } from './plan-sheets';

stayUntilEnded(parentPort);

/* What is thrown here reaches the api as the thread's `error`. */
void makePlanSheet(workerData as SheetWish).then((bytes) => parentPort?.postMessage(bytes));
