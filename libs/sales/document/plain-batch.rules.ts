import { afterOther } from './booking.rules';
import type { Bookable } from './book-documents';
import { byChain, type Chain, type Linked } from './chains';
import type { Delivery, DeliveryAnswer } from './delivery';
import type { Head } from './linking.rules';

/** Where a chain stood behind a document that this process saw booked. */
export interface KnownHead extends Head {
  /** When that document happened, as the fair counts it. */
  lastAt: Date;
}

/** What goes on where its chains stood: nothing of it needs a look at the ledger first. */
export interface PlainBatch {
  deliveries: Delivery[];
  linked: Linked[];
  bookables: Bookable[];
  /** Where each chain, by its name, stands afterwards. */
  heads: Map<string, KnownHead>;
}

/**
 * Parts deliveries into what nearly every one is (the next documents of a chain whose head is known,
 * readable and of the register's own exhibitor) and what has to be looked at. A chain goes one way
 * as a whole. Nothing is promised here that the database does not hold: where the head has moved on
 * or an id is taken, it refuses.
 */
export function sortPlain(
  deliveries: readonly Delivery[],
  headOf: (chain: string) => KnownHead | undefined,
): { plain: PlainBatch; others: Delivery[] } {
  const plain: PlainBatch = { deliveries: [], linked: [], bookables: [], heads: new Map() };
  const others: Delivery[] = [];
  for (const [name, chain] of byChain(deliveries)) {
    const known = headOf(name);
    const read = known && readOn(chain, known);
    if (!read) {
      others.push(...chain.deliveries);
      continue;
    }
    plain.deliveries.push(...chain.deliveries);
    for (const one of chain.documents) plain.linked.push({ ...one, chain });
    plain.bookables.push(...read.bookables);
    plain.heads.set(name, read.head);
  }
  return { plain, others };
}

function readOn({ documents }: Chain, known: KnownHead) {
  let head = known;
  const bookables: Bookable[] = [];
  for (const { from, document } of documents) {
    const { sequence, previousHash, hash, reading, moment } = document;
    const isNext = sequence === head.sequence + 1 && previousHash.equals(head.hash);
    if (!isNext || !reading.ok || !moment) return null;
    const isOwn = reading.document.exhibitorId === from.standing.exhibitorId;
    if (!isOwn || reading.document.reissueOf) return null;
    bookables.push({
      document: reading.document,
      moment: afterOther(moment, head.lastAt),
      receivedAt: from.receivedAt,
    });
    head = { sequence, hash, lastAt: moment.correctedAt };
  }
  return { bookables, head };
}

/** What a delivery is told once its plain batch is committed. */
export const bookedWhole = ({ documents }: Delivery, head: Head): DeliveryAnswer => ({
  answers: documents.map(({ documentId: id }) => ({
    id,
    link: 'stored',
    booking: 'booked',
    code: null,
  })),
  head,
});

/** Where the chain stands behind a delivery that was answered; null unless its last document is booked now. */
export function headBehind({ documents }: Delivery, answer: DeliveryAnswer): KnownHead | null {
  const last = documents.at(-1);
  const said = answer.answers.at(-1);
  const isHead = last !== undefined && last.sequence === answer.head.sequence;
  if (!isHead || !last.moment || said?.link !== 'stored' || said.booking !== 'booked') return null;
  return { ...answer.head, lastAt: last.moment.correctedAt };
}
