import type { LongestBlock } from './loop-watch';

export type WorkerOrder =
  /** Nothing, for so long: what the loop does besides. */
  | { kind: 'wait'; ms: number }
  /** What the worker asks every minute. */
  | { kind: 'ask' }
  | { kind: 'close'; fairId: string; day: string }
  | { kind: 'write'; fairId: string; day: string; language: 'vi' | 'en'; format: 'pdf' | 'xlsx' };

export interface WorkerAnswer {
  /** By the machine's monotonic clock. */
  beganAtMs: number;
  endedAtMs: number;
  longestBlock: LongestBlock;
  processorSeconds: number;
  /** By how much the process grew meanwhile at most. */
  moreMegabytes: number;
  failure?: string;
}
