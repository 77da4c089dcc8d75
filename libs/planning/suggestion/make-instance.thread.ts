import { stayUntilEnded } from '@phien/kernel';
import { parentPort, workerData } from 'node:worker_threads';
import type { FiledInstance, InstanceWish } from './file-instance';
import { keepClaimants } from './keep-claimants.rules';
import { makeInstance } from './make-instance.rules';

stayUntilEnded(parentPort);

/* What is thrown here reaches the api as the thread's `error`. */
const { fair, choice, weights } = workerData as InstanceWish;
const file = { ...makeInstance(fair, choice), ...(weights && { weights }) };
const filed: FiledInstance = {
  bytes: Buffer.from(`${JSON.stringify(file)}\n`),
  claimants: keepClaimants(fair, file),
};
parentPort?.postMessage(filed);
