const A_MINUTE_MS = 60_000;
const MOST = 300;
const ADDRESSES = 1_000;

/**
 * How many different receipts an address asked for in the last minute (real time) that were not
 * there, in this process. A fair shares one address, and a slip is asked for again until its phone
 * has sent it: what is found is always shown and costs nothing, and the same miss counts once.
 */
export class MissedReceipts {
  private readonly missed = new Map<string, Map<string, number>>();

  areTooMany(from: string): boolean {
    return this.recent(from).size >= MOST;
  }

  add(from: string, receipt: string): void {
    const recent = this.recent(from);
    const [oldest] = this.missed.keys();
    if (this.missed.size >= ADDRESSES && oldest !== undefined) this.missed.delete(oldest);
    this.missed.set(from, recent.set(receipt.slice(0, 80), Date.now()));
  }

  private recent(from: string): Map<string, number> {
    const since = Date.now() - A_MINUTE_MS;
    return new Map([...(this.missed.get(from) ?? [])].filter(([, atMs]) => atMs > since));
  }
}
