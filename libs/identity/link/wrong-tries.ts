import type { Refusal } from '@phien/kernel';

const A_MINUTE_MS = 60_000;
const MOST = 60;
const ADDRESSES = 1_000;

/**
 * Wrong secrets by the address they came from, over the last minute unless told (real time), in this
 * process.
 * Nobody guesses 256 bits, nor 49 within ten minutes; whoever tries is told to stop. A fair shares one
 * address: the right secret is always taken, or one phone in the hall could keep everybody else from
 * theirs.
 */
export class WrongTries {
  private readonly triedAtMs = new Map<string, number[]>();

  constructor(
    private readonly tooMany: () => Refusal,
    private readonly most = MOST,
    private readonly withinMs = A_MINUTE_MS,
  ) {}

  /** Counts a wrong one; throws the refusal when there were many before it. */
  add(from: string): void {
    if (this.recent(from).length >= this.most) throw this.tooMany();
    const [oldest] = this.triedAtMs.keys();
    if (this.triedAtMs.size >= ADDRESSES && oldest !== undefined) this.triedAtMs.delete(oldest);
    this.triedAtMs.set(from, [...this.recent(from), Date.now()]);
  }

  private recent(from: string): number[] {
    const since = Date.now() - this.withinMs;
    return (this.triedAtMs.get(from) ?? []).filter((atMs) => atMs > since);
  }
}
