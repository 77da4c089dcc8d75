const A_MINUTE_MS = 60_000;
const MOST = 60;
const ADDRESSES = 1_000;

/** How many wrong codes came from an address in the last minute (real time), in this process. */
export class WrongCodes {
  private readonly triedAtMs = new Map<string, number[]>();

  areTooMany(from: string): boolean {
    return this.recent(from).length >= MOST;
  }

  add(from: string): void {
    const [oldest] = this.triedAtMs.keys();
    if (this.triedAtMs.size >= ADDRESSES && oldest !== undefined) this.triedAtMs.delete(oldest);
    this.triedAtMs.set(from, [...this.recent(from), Date.now()]);
  }

  private recent(from: string): number[] {
    const since = Date.now() - A_MINUTE_MS;
    return (this.triedAtMs.get(from) ?? []).filter((atMs) => atMs > since);
  }
}
