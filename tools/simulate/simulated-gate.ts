import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '@phien/kernel';
import type { GateAnswer, GateCounterAnswer } from './fair-answers';
import type { FairClock } from './fair-clock';
import { backOffMs, DoorRefusal } from './fair-door';
import type { FairDoor } from './fair-door';
import { ConnectionCut } from './faults';
import type { Faults } from './faults';

export interface GateSurroundings {
  fairId: string;
  door: FairDoor;
  clock: FairClock;
  faults: Faults;
  complain: (sentence: string) => void;
}

/* A word every half second at most, and every five fair seconds where those are longer. */
const shortestMs = 500;
const fairSecondsBetween = 5;

interface CountBody {
  deviceId: string;
  epoch: number;
  sequence: number;
  entries: number;
  exits: number;
  undoneEntries: number;
  undoneExits: number;
  countedAt: string;
}

/** One clicker at one gate: cumulative counters under a number that only grows. */
export class SimulatedGate {
  readonly #deviceId = newId();
  #entries = 0;
  #exits = 0;
  #undoneEntries = 0;
  #sequence = 0;
  #isChanged = false;
  #sending: Promise<void> | null = null;
  #gaveUp = false;
  #latest: CountBody | null = null;
  countedEntries = 0;

  constructor(
    private readonly gate: GateAnswer,
    private readonly around: GateSurroundings,
  ) {}

  get madeEntries(): number {
    return this.#entries - this.#undoneEntries;
  }

  tap(what: 'entry' | 'exit' | 'mistap'): void {
    if (what === 'exit') this.#exits += 1;
    else this.#entries += 1;
    if (what === 'mistap') this.#undoneEntries += 1;
    this.#isChanged = true;
    void this.#send();
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
          this.around.complain(`gate ${this.gate.code}: ${failure.message}`);
          return;
        }
        failures += 1;
        const isCut = failure instanceof ConnectionCut;
        await sleep(isCut ? 0 : backOffMs(failures, failure, Math.random));
      }
    }
  }

  async #sendCount(isAgain: boolean): Promise<void> {
    const { fairId, door, faults } = this.around;
    const body = isAgain && this.#latest ? this.#latest : this.#nextCount();
    const path = `/api/fairs/${fairId}/gates/${this.gate.id}/counts`;
    const { answers } = await faults.send((cut) =>
      door.once<GateCounterAnswer>('POST', path, body, cut),
    );
    for (const answer of answers) {
      if (answer.sequence === body.sequence) this.countedEntries = answer.entries;
      else this.around.complain(`gate ${this.gate.code}: the counter stands elsewhere`);
    }
  }

  #nextCount(): CountBody {
    this.#isChanged = false;
    this.#sequence += 1;
    this.#latest = {
      deviceId: this.#deviceId,
      epoch: 1,
      sequence: this.#sequence,
      entries: this.#entries,
      exits: this.#exits,
      undoneEntries: this.#undoneEntries,
      undoneExits: 0,
      countedAt: new Date(this.around.clock.nowMs()).toISOString(),
    };
    return this.#latest;
  }
}
