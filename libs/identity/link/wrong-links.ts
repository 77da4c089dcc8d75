import { Injectable } from '@nestjs/common';
import { tooManyWrongLinks } from './link.refusals';

const A_MINUTE_MS = 60_000;
const MOST = 60;
const ADDRESSES = 1_000;

/**
 * Wrong secrets by the address they came from, over the last minute (real time), in this process.
 * Nobody guesses 256 bits; this keeps the guessing from the database. A fair shares one address,
 * so many links may be old or half copied in a minute, not endless ones.
 */
@Injectable()
export class WrongLinks {
  private readonly triedAtMs = new Map<string, number[]>();

  /** Refuses `too_many_wrong_links` before anything is looked up. */
  turnAway(from: string): void {
    if (this.recent(from).length >= MOST) throw tooManyWrongLinks();
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
