import { join } from 'node:path';
import type { Weights } from '@phien/allocator';
import { askThread } from '../thread/ask-thread';
import type { InstanceChoice, KnownFair } from './make-instance.rules';
import type { KeptClaimant } from './suggestion.entity';

/** What is made of a fair in a thread. */
export interface InstanceWish {
  fair: KnownFair;
  choice: InstanceChoice;
  /** Left to the engine where nothing is said. */
  weights?: Weights;
}

export interface FiledInstance {
  /** The file in `fair-alloc/1`, which the engine reads and the hash is of. */
  bytes: Uint8Array;
  claimants: KeptClaimant[];
}

const BOUNDS = { longestMs: 60_000, heapMb: 512 };

/** Walks of a large hall take a second to measure, in which whoever sells at these doors must not wait. */
export async function fileInstance(wish: InstanceWish): Promise<FiledInstance> {
  const program = join(__dirname, 'make-instance.thread.js');
  const word = await askThread<FiledInstance>(program, wish, BOUNDS);
  if ('said' in word) return word.said;
  throw new Error(`the instance of ${wish.fair.code} was not made: no ${word.stoppedAt} left`);
}
