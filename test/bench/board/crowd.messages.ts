import type { AnsweredSale } from './lag.rules';

/** What a process that stands for many screens is told. */
export type CrowdOrder =
  | { kind: 'watch'; url: string; cookie: string; fairId: string; count: number }
  | { kind: 'listen'; url: string; count: number }
  | { kind: 'forget' }
  | { kind: 'tell'; sales: AnsweredSale[] }
  | { kind: 'close' };

/** What it answers, to each order in turn. */
export interface CrowdAnswer {
  /** Why the order could not be carried out. */
  failure?: string;
  /** From each sale's answer to each of its screens, screen by screen. */
  lags: Float64Array;
  frames: number;
  bytes: number;
}

/** What a bare server is told to say to everybody: each frame so many ms after the start. */
export interface BareOrder {
  frames: { afterMs: number; text: string }[];
}

export type BareAnswer = { port: number } | { isSaid: true };
