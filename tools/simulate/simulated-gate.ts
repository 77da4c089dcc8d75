import { setTimeout as sleep } from 'node:timers/promises';
import type { GateCounterAnswer } from './fair-answers';
import type { FairClock } from './fair-clock';
import { backOffMs, DoorRefusal } from './fair-door';
import type { FairDoor } from './fair-door';
import { ConnectionCut } from './faults';
import type { Faults } from './faults';

/** What a counter stands at: everything since it began, never a difference. */
export interface Counted {
  sequence: number;
  entries: number;
  exits: number;
  undoneEntries: number;
  countedAt: string;
}

/** By what a gate counts, and how that says it. */
export interface Counter {
  name: string;
  /** Where its words go. */
  path: string;
  /** What of the crowd it notices. */
  notices: (what: Passing) => boolean;
  word: (counted: Counted) => object;
}

/** What passes a gate; a mistap is somebody's thumb, and taken back. */
export type Passing = 'entry' | 'exit' | 'mistap';

export interface GateSurroundings {
  door: FairDoor;
  clock: FairClock;
  faults: Faults;
  complain: (sentence: string) => void;
}

/* A word every half second at most, and every five fair seconds where those are longer. */
const shortestMs = 500;
const fairSecondsBetween = 5;

/** One counter at one gate: what it counted since it began, under a number that only grows. */
export class SimulatedGate {
  #entries = 0;
  #exits = 0;
  #undoneEntries = 0;
  #sequence = 0;
  #isChanged = false;
  #sending: Promise<void> | null = null;
  #gaveUp = false;
  #latest: Counted | null = null;
  countedEntries = 0;

  constructor(
    private readonly counter: Counter,
    private readonly around: GateSurroundings,
  ) {}

  get madeEntries(): number {
    return this.#entries - this.#undoneEntries;
  }

  tap(what: Passing): void {
    if (!this.#count(what)) return;
    this.#isChanged = true;
    void this.#send();
  }

  /** What passed until an earlier moment of the day, said as by a counter that was cut off until now. */
  async sayEarlier(atMs: number, passed: readonly Passing[]): Promise<void> {
    for (const what of passed) this.#count(what);
    const counted = this.#nextCount(atMs);
    const { path, word } = this.counter;
    const answer = await this.around.door.once<GateCounterAnswer>('POST', path, word(counted));
    this.countedEntries = answer.entries;
  }

  #count(what: Passing): boolean {
    if (!this.counter.notices(what)) return false;
    if (what === 'exit') this.#exits += 1;
    else this.#entries += 1;
    if (what === 'mistap') this.#undoneEntries += 1;
    return true;
  }

  /** Resolves when the server has heard the last tap, or has refused for good. */
  async drained(): Promise<void> {
    while ((this.#isChanged || this.#sending !== null) && !this.#gaveUp) await this.#send();
  }

  giveUp(): void {
    this.#gaveUp = true;
  }

  #send(): Promise<void> {
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }

  async #sendAll(): Promise<void> {
    const { clock } = this.around;
    const pauseMs = Math.max(shortestMs, clock.realMsOf(fairSecondsBetween / 60));
    let failures = 0;
    while ((this.#isChanged || failures > 0) && !this.#gaveUp) {
      try {
        await this.#sendCount(failures > 0);
        failures = 0;
        if (this.#isChanged) await sleep(pauseMs);
      } catch (failure) {
        if (failure instanceof DoorRefusal && !failure.isPassing) {
          this.giveUp();
          this.around.complain(`${this.counter.name}: ${failure.message}`);
          return;
        }
        failures += 1;
        const isCut = failure instanceof ConnectionCut;
        await sleep(isCut ? 0 : backOffMs(failures, failure, Math.random));
      }
    }
  }

  async #sendCount(isAgain: boolean): Promise<void> {
    const { door, faults } = this.around;
    const { path, name, word } = this.counter;
    const counted = isAgain && this.#latest ? this.#latest : this.#nextCount();
    const { answers } = await faults.send((cut) =>
      door.once<GateCounterAnswer>('POST', path, word(counted), cut),
    );
    for (const answer of answers) {
      if (answer.sequence === counted.sequence) this.countedEntries = answer.entries;
      else this.around.complain(`${name}: the counter stands elsewhere`);
    }
  }

  #nextCount(atMs = this.around.clock.nowMs()): Counted {
    this.#isChanged = false;
    this.#sequence += 1;
    this.#latest = {
      sequence: this.#sequence,
      entries: this.#entries,
      exits: this.#exits,
      undoneEntries: this.#undoneEntries,
      countedAt: new Date(atMs).toISOString(),
    };
    return this.#latest;
  }
}
