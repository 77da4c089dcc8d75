import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { brokenConstraint, FactsBell, inTransaction, sqlState } from '@phien/store';
import { DataSource } from 'typeorm';
import type { Delivery, DeliveryAnswer } from './delivery';
import { ledgerBusy } from './document.refusals';
import { writeDeliveries } from './write-deliveries';

const LANES = 2;
const DOCUMENTS_A_BATCH = 200;
const TRIES = 3;
/* Some 100 MB at the most: a till keeps what it is told to send again. */
const MOST_WAITING = 100_000_000;

interface Waiting {
  delivery: Delivery;
  answer: (answer: DeliveryAnswer) => void;
  fail: (error: unknown) => void;
}

/**
 * Gathers what arrives at the same time into one transaction, without a timer: a batch leaves when
 * a lane is idle, so a lone sale never waits and a crowd shares one commit. Everyone is answered
 * after COMMIT. A register travels in one lane at a time.
 */
@Injectable()
export class DocumentGatherer implements OnApplicationShutdown {
  private readonly waiting: Waiting[] = [];
  private waitingBytes = 0;
  private readonly underWay = new Set<string>();
  private readonly lanes = new Set<Promise<void>>();

  constructor(
    private readonly dataSource: DataSource,
    @Inject(FactsBell) private readonly bell: { ring(): void },
  ) {}

  /** Answers when the delivery is committed; rejects when nothing of it was (`ledger_busy`: too much waits). */
  deliver(delivery: Delivery): Promise<DeliveryAnswer> {
    const bytes = bytesOf(delivery);
    if (this.waitingBytes + bytes > MOST_WAITING) return Promise.reject(ledgerBusy());
    this.waitingBytes += bytes;
    return new Promise((answer, fail) => {
      this.waiting.push({ delivery, answer, fail });
      this.leave();
    });
  }

  async onApplicationShutdown(): Promise<void> {
    while (this.lanes.size > 0) await Promise.all(this.lanes);
  }

  private leave(): void {
    while (this.lanes.size < LANES) {
      const batch = this.nextBatch();
      if (batch.length === 0) return;
      const lane = this.write(batch).finally(() => {
        this.lanes.delete(lane);
        for (const { delivery } of batch) this.underWay.delete(delivery.registerId);
        this.leave();
      });
      this.lanes.add(lane);
    }
  }

  private nextBatch(): Waiting[] {
    const batch: Waiting[] = [];
    const taken = new Set<string>();
    let room = DOCUMENTS_A_BATCH;
    for (let n = 0; n < this.waiting.length && room > 0;) {
      const next = this.waiting[n];
      if (!next) break;
      const { registerId, documents } = next.delivery;
      if (this.underWay.has(registerId) || (documents.length > room && batch.length > 0)) {
        n++;
        continue;
      }
      taken.add(registerId);
      room -= documents.length;
      batch.push(next);
      this.waiting.splice(n, 1);
      this.waitingBytes -= bytesOf(next.delivery);
    }
    for (const registerId of taken) this.underWay.add(registerId);
    return batch;
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    try {
      const answers = await this.commit(batch.map(({ delivery }) => delivery));
      batch.forEach(({ answer, fail }, n) => {
        const own = answers[n];
        if (own) answer(own);
        else fail(new Error('a delivery was not answered'));
      });
      this.bell.ring();
    } catch (error) {
      for (const { fail } of batch) fail(error);
    }
  }

  /* Another api may link the same id between our look and our insert; looking again finds it. */
  private async commit(deliveries: Delivery[]): Promise<DeliveryAnswer[]> {
    for (let tried = 1; ; tried++) {
      try {
        return await inTransaction(this.dataSource, (em) => writeDeliveries(em, deliveries));
      } catch (error) {
        const isTakenMeanwhile =
          sqlState(error) === '23505' && brokenConstraint(error)?.startsWith('link_');
        if (!isTakenMeanwhile || tried === TRIES) throw error;
      }
    }
  }
}

const bytesOf = ({ documents }: Delivery) =>
  documents.reduce((bytes, { canonical }) => bytes + canonical.length, 0);
