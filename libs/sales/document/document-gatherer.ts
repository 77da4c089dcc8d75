import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { FactsBell } from '@phien/store';
import { BatchWriter } from './batch-writer';
import type { Delivery, DeliveryAnswer } from './delivery';
import { ledgerBusy } from './document.refusals';

const LANES = 2;
const DOCUMENTS_A_BATCH = 200;
/* From here on a commit of its own costs less than waiting for more, or for the batch before it. */
const WORTH_A_COMMIT = 50;

/** How much there is of documents. */
export interface Load {
  documents: number;
  bytes: number;
}

interface Waiting {
  delivery: Delivery;
  load: Load;
  answer: (answer: DeliveryAnswer) => void;
  fail: (error: unknown) => void;
}

/**
 * Gathers what arrives at the same time into one transaction, without a timer: what one look at the
 * sockets brought leaves together, at once when nothing is under way, so a lone sale never waits and
 * a crowd shares one commit. A second lane opens only for a batch that is worth it. Everyone is
 * answered after COMMIT. A register travels in one lane at a time.
 */
@Injectable()
export class DocumentGatherer implements OnApplicationShutdown {
  /**
   * Beyond this a till is told to come again: a few seconds of work, so that whoever waits is
   * answered before it gives up, and some 150 MB of memory at the most.
   */
  mostWaiting: Load = { documents: 10_000, bytes: 32_000_000 };

  private readonly waiting: Waiting[] = [];
  private readonly load: Load = { documents: 0, bytes: 0 };
  private isLooking = false;
  private readonly underWay = new Set<string>();
  private readonly lanes = new Set<Promise<void>>();

  constructor(
    private readonly writer: BatchWriter,
    @Inject(FactsBell) private readonly bell: { ring(): void },
  ) {}

  /** Refuses (`ledger_busy`) what would find no room; asked before a delivery is read, which costs. */
  refuseBeyondRoom({ documents, bytes }: Load): void {
    const isFull =
      this.load.documents + documents > this.mostWaiting.documents ||
      this.load.bytes + bytes > this.mostWaiting.bytes;
    if (isFull) throw ledgerBusy();
  }

  /** Answers when the delivery is committed; rejects when nothing of it was (`ledger_busy`: too much waits). */
  async deliver(delivery: Delivery): Promise<DeliveryAnswer> {
    const load = loadOf(delivery);
    this.refuseBeyondRoom(load);
    this.load.documents += load.documents;
    this.load.bytes += load.bytes;
    return new Promise((answer, fail) => {
      this.waiting.push({ delivery, load, answer, fail });
      if (this.load.documents >= WORTH_A_COMMIT) this.leave();
      else this.lookOnce();
    });
  }

  async onApplicationShutdown(): Promise<void> {
    while (this.lanes.size > 0) await Promise.all(this.lanes);
  }

  /* Whatever else the sockets have now is read first, and travels along. */
  private lookOnce(): void {
    if (this.isLooking) return;
    this.isLooking = true;
    setImmediate(() => {
      this.isLooking = false;
      this.leave();
    });
  }

  private leave(): void {
    while (this.lanes.size === 0 || this.isWorthAnotherLane()) {
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

  private isWorthAnotherLane(): boolean {
    return this.lanes.size < LANES && this.load.documents >= WORTH_A_COMMIT;
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
      this.load.documents -= next.load.documents;
      this.load.bytes -= next.load.bytes;
    }
    for (const registerId of taken) this.underWay.add(registerId);
    return batch;
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    const waiting = new Map(batch.map((one) => [one.delivery, one]));
    const { plain, others } = this.writer.sort([...waiting.keys()]);
    const answerEach = async (
      deliveries: readonly Delivery[],
      work: () => Promise<DeliveryAnswer[]>,
    ) => {
      if (deliveries.length === 0) return;
      try {
        const answers = await work();
        deliveries.forEach((delivery, n) => waiting.get(delivery)?.answer(answers[n]!));
        this.bell.ring();
      } catch (error) {
        for (const delivery of deliveries) waiting.get(delivery)?.fail(error);
      }
    };
    await answerEach(plain.deliveries, () => this.writer.writePlain(plain));
    await answerEach(others, () => this.writer.writeCarefully(others));
  }
}

const loadOf = ({ documents }: Delivery): Load => ({
  documents: documents.length,
  bytes: documents.reduce((bytes, { canonical }) => bytes + canonical.length, 0),
});
