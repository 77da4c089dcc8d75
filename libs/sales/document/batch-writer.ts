import { Injectable } from '@nestjs/common';
import {
  brokenConstraint,
  inFewFlights,
  inTransaction,
  lockAll,
  sqlState,
  together,
} from '@phien/store';
import { DataSource } from 'typeorm';
import { Recent } from '../register/recent';
import { insertDocuments, speaksOfDocument } from './book-documents';
import { chainKey } from './chains';
import type { Delivery, DeliveryAnswer } from './delivery';
import { insertHeads, insertOpenLinks } from './insert-links';
import {
  bookedWhole,
  headBehind,
  sortPlain,
  type KnownHead,
  type PlainBatch,
} from './plain-batch.rules';
import { locksOf, writeDeliveries } from './write-deliveries';

const TRIES = 3;
const HEADS_KEPT = 5_000;

const chainOf = ({ fairId, registerId, epoch }: Delivery) => chainKey(fairId, registerId, epoch);

/**
 * Writes batches of deliveries, each in a transaction of its own. It remembers where each chain
 * stood when it last wrote to it: whoever goes on from there is written without a look, in one way
 * to Postgres and back, and the constraints say when that was wrong.
 */
@Injectable()
export class BatchWriter {
  private readonly heads = new Recent<KnownHead>(HEADS_KEPT);

  constructor(private readonly dataSource: DataSource) {}

  /** Parts deliveries into those for `writePlain` and those for `writeCarefully`. */
  sort(deliveries: readonly Delivery[]): { plain: PlainBatch; others: Delivery[] } {
    return sortPlain(deliveries, (chain) => this.heads.get(chain));
  }

  /** Answers each of the batch's deliveries in its order, after COMMIT. */
  async writePlain(batch: PlainBatch): Promise<DeliveryAnswer[]> {
    try {
      await this.inOneFlight(batch);
    } catch (error) {
      if (!speaksOfDocument(error)) throw error;
      return this.writeCarefully(batch.deliveries);
    }
    for (const [chain, head] of batch.heads) this.heads.keep(chain, head);
    return batch.deliveries.map((delivery) => {
      const { sequence, hash } = batch.heads.get(chainOf(delivery))!;
      return bookedWhole(delivery, { sequence, hash });
    });
  }

  /**
   * As `writePlain` for deliveries of any kind: looks at what the ledger holds first, and sets aside
   * alone what the database refuses.
   */
  async writeCarefully(deliveries: readonly Delivery[]): Promise<DeliveryAnswer[]> {
    for (const delivery of deliveries) this.heads.forget(chainOf(delivery));
    const answers = await this.lookAndWrite(deliveries);
    deliveries.forEach((delivery, n) => {
      const head = answers[n] && headBehind(delivery, answers[n]);
      if (head) this.heads.keep(chainOf(delivery), head);
    });
    return answers;
  }

  private inOneFlight({ deliveries, linked, bookables }: PlainBatch): Promise<unknown> {
    const links = new Map(linked.map(({ document }) => [document, 'stored' as const]));
    return inFewFlights(this.dataSource, (em, commit) =>
      together([
        lockAll(em, locksOf(deliveries)),
        insertOpenLinks(em, linked),
        insertHeads(em, deliveries, links),
        ...insertDocuments(em, bookables),
        commit(),
      ]),
    );
  }

  /* Another api may link the same id between our look and our insert; looking again finds it. */
  private async lookAndWrite(deliveries: readonly Delivery[]): Promise<DeliveryAnswer[]> {
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
