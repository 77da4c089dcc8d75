import { changeSettings } from '../keep/keep';
import type { Enrolment, Keep, KeptDocument } from '../keep/keep';
import { readQueues } from '../keep/queue';
import { deliver } from './deliver';
import { DoorFailure } from './fair-door';
import { backOffMs, cutRequest, requestLimits } from './request.rules';
import { settleClash } from './settle-clash';

export type OutboxState = 'idle' | 'sending' | 'offline' | 'refused';

/* Tabs of one phone share a queue; whoever holds this lock sends, the others wait their turn. */
const lockName = 'phien-till-outbox';
const refusedWaitMs = 5 * 60_000;

/**
 * Sends what the till has issued, in order, until the ledger has it. A refusal deletes nothing: it
 * is shown, and tried again. After a clash the till goes on in a further epoch.
 */
export class Outbox {
  #state: OutboxState = 'idle';
  #failures = 0;
  #documentLimit = requestLimits.documents;
  #running: Promise<void> | null = null;
  #isAskedAgain = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly keep: Keep,
    private readonly news: {
      /** The state is another. */
      turned: (state: OutboxState) => void;
      /** Documents were marked. */
      marked: () => void;
    },
  ) {}

  /** Something may wait: looks now, and again after whatever is under way. */
  kick(): void {
    clearTimeout(this.#timer);
    if (this.#running) {
      this.#isAskedAgain = true;
      return;
    }
    this.#running = this.#inTurn().finally(() => {
      this.#running = null;
      if (this.#isAskedAgain) {
        this.#isAskedAgain = false;
        this.kick();
      }
    });
  }

  /** A network is back, or a person asks: the wait between tries starts over. */
  kickNow(): void {
    this.#failures = 0;
    this.kick();
  }

  async #inTurn(): Promise<void> {
    try {
      await navigator.locks.request(lockName, () => this.#drain());
    } catch (failure) {
      await this.#afterFailure(failure);
    }
  }

  async #drain(): Promise<void> {
    /* What is refused for one booth does not hold up what this phone sold at another. */
    const refused = new Map<string, DoorFailure>();
    for (;;) {
      const queues = await readQueues(this.keep);
      const queue = queues.find(({ enrolment }) => !refused.has(enrolment.genesis));
      if (!queue) {
        const [failure] = refused.values();
        if (failure) throw failure;
        return this.#turn('idle');
      }
      const { enrolment, documents, hasConflict } = queue;
      if (this.#failures === 0) this.#turn('sending');
      try {
        if (hasConflict) await settleClash(this.keep, enrolment);
        else await this.#deliver(enrolment, documents);
      } catch (failure) {
        if (!(failure instanceof DoorFailure) || !failure.isRefusal) throw failure;
        refused.set(enrolment.genesis, failure);
        continue;
      }
      this.#failures = 0;
      this.#documentLimit = requestLimits.documents;
      this.news.marked();
    }
  }

  async #deliver(enrolment: Enrolment, documents: readonly KeptDocument[]): Promise<void> {
    const limits = { ...requestLimits, documents: this.#documentLimit };
    const [first, ...more] = cutRequest(documents, limits);
    if (!first) return;
    const answered = await deliver(this.keep, enrolment, [first, ...more]);
    const isMoving =
      answered.hasConflict || answered.marks.length > 0 || answered.resendAfter !== null;
    if (!isMoving || answered.resendAfter === first.sequence - 1) {
      throw new Error('the ledger asks for what it was just sent');
    }
  }

  async #afterFailure(failure: unknown): Promise<void> {
    this.#failures += 1;
    let waitMs = backOffMs(this.#failures, null, Math.random());
    if (!(failure instanceof DoorFailure)) {
      this.#turn('refused');
    } else if (failure.isUnreachable) {
      this.#turn('offline');
    } else if (failure.isPassing) {
      waitMs = backOffMs(this.#failures, failure.retryAfterMs, Math.random());
      this.#turn('offline');
    } else {
      const { problem } = failure;
      /* Too large for something on the way: halved until it fits. */
      if (problem.status === 413 && this.#documentLimit > 1) {
        this.#documentLimit = Math.ceil(this.#documentLimit / 2);
      } else {
        waitMs = Math.max(waitMs, refusedWaitMs);
      }
      const { code } = problem;
      const refusal = { code, vi: problem.sentence('vi'), en: problem.sentence('en') };
      await changeSettings(this.keep, { refusal });
      this.news.marked();
      this.#turn('refused');
    }
    this.#timer = setTimeout(() => this.kick(), waitMs);
  }

  #turn(state: OutboxState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.news.turned(state);
  }
}
