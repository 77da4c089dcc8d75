import { signHead } from '@phien/till';
import { changeSettings } from '../keep/keep';
import type { Keep, KeptDocument } from '../keep/keep';
import { hashOf, headAfter, markAnswered, readQueues } from '../keep/queue';
import type { Queue } from '../keep/queue';
import { readContact } from '../keep/read-till';
import { consequenceOf, offsetOf } from './answer.rules';
import type { DeliveryAnswer } from './answer.rules';
import { DoorFailure, postTo } from './fair-door';
import { backOffMs, cutRequest, requestLimits } from './request.rules';

export type OutboxState = 'idle' | 'sending' | 'offline' | 'refused' | 'blocked';

/* Tabs of one phone share a queue; whoever holds this lock sends, the others wait their turn. */
const lockName = 'phien-till-outbox';
const refusedWaitMs = 5 * 60_000;

/**
 * Sends what the till has issued, in order, until the ledger has it. A refusal, a lost session or a
 * clash deletes nothing: it is shown, and tried again.
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
      const queue = queues.find(
        ({ enrolment, hasConflict }) => !hasConflict && !refused.has(enrolment.genesis),
      );
      if (!queue) {
        const [failure] = refused.values();
        if (failure) throw failure;
        return this.#turn(queues.length > 0 ? 'blocked' : 'idle');
      }
      const batch = cutRequest(queue.documents, {
        ...requestLimits,
        documents: this.#documentLimit,
      });
      if (this.#failures === 0) this.#turn('sending');
      try {
        await this.#deliver(queue, batch);
      } catch (failure) {
        if (!(failure instanceof DoorFailure) || !failure.isRefusal) throw failure;
        refused.set(queue.enrolment.genesis, failure);
        continue;
      }
      this.#failures = 0;
      this.#documentLimit = requestLimits.documents;
      this.news.marked();
    }
  }

  async #deliver({ enrolment }: Queue, batch: readonly KeptDocument[]): Promise<void> {
    const last = batch.at(-1);
    if (!last) return;
    const head = headAfter(enrolment, last);
    const { fairId, registerId, epoch } = enrolment;
    const heard = await postTo<DeliveryAnswer>(
      `/api/fairs/${fairId}/registers/${registerId}/documents`,
      {
        documents: batch.map(({ text }) => text),
        head: { epoch, sequence: head.sequence, hash: head.hash },
        signature: await signHead(enrolment.privateKey, head),
      },
    );
    const { answer } = heard;
    const ownHash = await hashOf(this.keep, enrolment, answer.head.sequence);
    const consequence = consequenceOf(batch, answer, () => ownHash);
    const before = await readContact(this.keep);
    await markAnswered(this.keep, enrolment, consequence, {
      serverTime: answer.serverTime,
      contact: {
        clockOffsetMs: offsetOf(answer.serverTime, heard) ?? before.clockOffsetMs,
        lastContactAt: answer.serverTime,
      },
    });
    const isMoving =
      consequence.hasConflict || consequence.marks.length > 0 || consequence.resendAfter !== null;
    if (!isMoving || consequence.resendAfter === (batch[0]?.sequence ?? 0) - 1) {
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
