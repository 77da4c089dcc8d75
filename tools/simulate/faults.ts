import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from './chance.rules';
import type { Played } from './outcome.rules';

/** The connection was cut on purpose: nobody knows what the other side did. */
export class ConnectionCut extends Error {}

const shares = { cut: 0.12, parallel: 0.06, resend: 0.1 };
const longestUntilCutMs = 40;

/**
 * Sends a request as a bad network would: cut at a random moment, doubled, or sent again after its
 * answer. Only for doors where the same word twice is the same as once. `answers` holds every answer
 * that came, the first one first.
 */
export class Faults {
  constructor(
    private readonly isOn: boolean,
    private readonly chance: Chance,
    private readonly counts: Pick<Played['faults'], keyof typeof shares>,
  ) {}

  async send<T>(ask: (cut?: AbortSignal) => Promise<T>): Promise<{ answers: T[] }> {
    if (!this.isOn) return { answers: [await ask()] };
    const drawn = this.chance.next();
    if (drawn < shares.cut) return this.#cut(ask);
    if (drawn < shares.cut + shares.parallel) {
      this.counts.parallel += 1;
      return { answers: await Promise.all([ask(), ask()]) };
    }
    const first = await ask();
    if (drawn >= shares.cut + shares.parallel + shares.resend) return { answers: [first] };
    this.counts.resend += 1;
    return { answers: [first, await ask()] };
  }

  async #cut<T>(ask: (cut?: AbortSignal) => Promise<T>): Promise<{ answers: T[] }> {
    const cutter = new AbortController();
    const answered = ask(cutter.signal).then(
      (answer) => ({ answer }),
      (failure: unknown) => ({ failure }),
    );
    const winner = await Promise.race([answered, sleep(this.chance.next() * longestUntilCutMs)]);
    if (winner === undefined) {
      this.counts.cut += 1;
      cutter.abort();
      await answered;
      throw new ConnectionCut('cut on purpose');
    }
    if ('failure' in winner) throw winner.failure;
    return { answers: [winner.answer] };
  }
}
