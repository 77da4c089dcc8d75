import { newId } from '@phien/kernel';
import { Problem } from '../api/problem';
import { sendWord } from './gate-requests';
import type { Visits } from './gate-requests';
import { changeTally } from './tally-store';
import type { GatePlace } from './tally-store';
import { attempted, backOffMs, confirmed, restarted } from './tally.rules';
import type { Tally } from './tally.rules';

const PACE_MS = 2_000;

/** The server knows this counter with other figures: only a new one can go on. */
const CLASHES = ['count_conflict', 'counter_went_backwards'];

interface Listener {
  /** A word is confirmed: the tally without it, and the fair's answer with it. */
  onSent: (tally: Tally, visits: Visits) => Promise<void>;
  onRestarted: (tally: Tally) => void;
  /** Null once a word got through again. */
  onProblem: (problem: Problem | null) => void;
}

/** One sender at a time on this device, whichever tab it is in. */
const inTurn = (place: GatePlace, work: () => Promise<void>): Promise<void> =>
  'locks' in navigator
    ? navigator.locks.request(`phien-gate:${place.fairId}:${place.gateId}`, work)
    : work();

/**
 * Sends what waits in the tally, oldest first: at once when idle, else every two seconds, and later
 * and later while the server does not answer. Nothing leaves the tally before the server holds it.
 */
export class Outbox {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isSending = false;
  private isAsked = false;
  private isClosed = false;
  private failures = 0;
  private sentAtMs = 0;

  constructor(
    private readonly place: GatePlace,
    private readonly listener: Listener,
  ) {}

  /** Something waits, or the network is back. */
  wake(isNetworkBack = false): void {
    if (isNetworkBack) this.failures = 0;
    if (this.failures > 0 && !isNetworkBack) return;
    this.plan(Math.max(0, this.sentAtMs + PACE_MS - Date.now()));
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
  }

  private plan(inMs: number): void {
    if (this.isClosed) return;
    if (this.isSending) {
      this.isAsked = true;
      return;
    }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), inMs);
  }

  private async send(): Promise<void> {
    this.isSending = true;
    this.isAsked = false;
    try {
      await inTurn(this.place, () => this.sendAll());
      this.failures = 0;
    } catch (fault) {
      this.failures += 1;
      this.listener.onProblem(fault instanceof Problem ? fault : new Problem(0, 'device_storage'));
    } finally {
      this.isSending = false;
    }
    if (this.failures > 0) this.plan(backOffMs(this.failures, Math.random()));
    else if (this.isAsked) this.wake();
  }

  private async sendAll(): Promise<void> {
    for (;;) {
      const tally = await changeTally(this.place, attempted);
      const [word] = tally.words;
      if (!word) this.listener.onProblem(null);
      if (!word || this.isClosed) return;
      this.sentAtMs = Date.now();
      try {
        const visits = await sendWord(this.place, tally, word);
        const sent = await changeTally(this.place, (now) =>
          confirmed(now, tally.deviceId, word.sequence),
        );
        await this.listener.onSent(sent, visits);
      } catch (fault) {
        if (!(fault instanceof Problem) || !CLASHES.includes(fault.code)) throw fault;
        this.listener.onRestarted(await changeTally(this.place, (now) => restarted(now, newId())));
      }
    }
  }
}
