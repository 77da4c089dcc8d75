import { newId } from '@phien/kernel';
import type { Chance } from './chance.rules';
import type { GateAnswer } from './fair-answers';
import type { FairClock } from './fair-clock';
import type { FairDoor } from './fair-door';
import type { Passing } from './simulated-gate';

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;
/* Somebody who looks closely misses one in a hundred. */
const missedByHand = 0.01;

export interface HandCounting {
  fairId: string;
  gate: GateAnswer;
  method: 'clicker' | 'sensor';
  door: FairDoor;
  clock: Pick<FairClock, 'nowMs'>;
  chance: Chance;
  complain: (sentence: string) => void;
}

/** Somebody beside a counter who counts entries by hand, a quarter of an hour after the other. */
export class HandCounter {
  #startedAtMs: number;
  #entries = 0;
  #said: Promise<void> = Promise.resolve();

  constructor(private readonly counting: HandCounting) {
    this.#startedAtMs = nextMinute(counting.clock.nowMs());
  }

  see(what: Passing): void {
    const { clock, chance } = this.counting;
    const sinceMs = clock.nowMs() - this.#startedAtMs;
    const isSeen = what === 'entry' && sinceMs >= 0 && sinceMs < QUARTER_MS;
    if (isSeen && !chance.happens(missedByHand)) this.#entries += 1;
  }

  /** Says what was seen of those who entered in an earlier quarter. */
  sayEarlier(startedAtMs: number, entered: number): Promise<void> {
    const { chance } = this.counting;
    const seen = Array.from({ length: entered }).filter(() => !chance.happens(missedByHand));
    return this.#say(startedAtMs, seen.length);
  }

  /** Says a quarter a minute after its end, by when the fair's clock has it over too; resolves when all are heard. */
  look(): Promise<void> {
    const nowMs = this.counting.clock.nowMs();
    if (nowMs >= this.#startedAtMs + QUARTER_MS + MINUTE_MS) {
      const [startedAtMs, entries] = [this.#startedAtMs, this.#entries];
      this.#startedAtMs = nextMinute(nowMs);
      this.#entries = 0;
      this.#said = this.#said.then(() => this.#say(startedAtMs, entries));
    }
    return this.#said;
  }

  async #say(startedAtMs: number, entries: number): Promise<void> {
    const { fairId, gate, method, door, complain } = this.counting;
    try {
      await door.post(`/api/fairs/${fairId}/hand-counts`, {
        id: newId(),
        gateId: gate.id,
        method,
        startedAt: new Date(startedAtMs).toISOString(),
        entries,
      });
    } catch (failure) {
      complain(`hand count at gate ${gate.code}: ${String(failure)}`);
    }
  }
}

const nextMinute = (ms: number) => Math.ceil(ms / MINUTE_MS) * MINUTE_MS;
