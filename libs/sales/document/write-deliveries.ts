import { lockAll, together, type Lock } from '@phien/store';
import type { EntityManager } from 'typeorm';
import { bookDocuments, documentKey, type Bookable, type RefusedDocuments } from './book-documents';
import { afterOther } from './booking.rules';
import { byChain, chainKey, readHeads, readKnown, type Booked, type Linked } from './chains';
import type { DeliveredDocument, Delivery, DeliveryAnswer, DocumentAnswer } from './delivery';
import { insertConflicts, insertHeads, insertLinks, insertSetAside } from './insert-links';
import { sortOut, type Clash, type Known, type LinkAnswer } from './linking.rules';

const nothing: Known & Booked = {
  hashOfId: null,
  hashOfNumber: null,
  isBooked: false,
  isRefused: false,
  code: null,
};

/**
 * Writes the deliveries of any registers in the caller's transaction: links first, then what can be
 * booked, then what is set aside. Answers each delivery in its order.
 */
export async function writeDeliveries(
  em: EntityManager,
  deliveries: readonly Delivery[],
): Promise<DeliveryAnswer[]> {
  const chains = byChain(deliveries);
  const [, , known] = await together([
    lockAll(em, locksOf(deliveries)),
    readHeads(em, chains),
    readKnown(em, chains),
  ]);

  const links = new Map<DeliveredDocument, LinkAnswer>();
  const clashes = new Map<DeliveredDocument, Clash>();
  const linked: Linked[] = [];
  const linkedIds = new Map<string, Map<string, Buffer>>();
  for (const chain of chains.values()) {
    const idsOfFair = linkedIds.get(chain.fairId) ?? new Map<string, Buffer>();
    linkedIds.set(chain.fairId, idsOfFair);
    const sorted = sortOut(
      chain.head,
      chain.documents.map(({ document }) => document),
      (document) => known.get(document) ?? nothing,
      idsOfFair,
    );
    chain.head = sorted.head;
    for (const [document, clash] of sorted.clashes) clashes.set(document, clash);
    chain.documents.forEach(({ from, document }, n) => {
      const answer = sorted.answers[n] ?? 'conflict';
      links.set(document, answer);
      if (answer === 'stored') linked.push({ from, document, chain });
    });
  }

  const linking = together([
    insertLinks(em, linked),
    insertHeads(em, deliveries, links),
    insertConflicts(em, deliveries, links),
  ]);
  const [, refused] = await together([linking, book(em, linked)]);

  return deliveries.map((delivery) => {
    const chain = chains.get(chainKey(delivery.fairId, delivery.registerId, delivery.epoch));
    return {
      answers: delivery.documents.map((document): DocumentAnswer => {
        const link = links.get(document) ?? 'conflict';
        const id = document.documentId;
        const key = documentKey(delivery.fairId, id);
        if (link === 'stored') {
          const code = refused.get(key) ?? null;
          return { id, link, booking: code === null ? 'booked' : 'set_aside', code };
        }
        if (link === 'duplicate') {
          const now = known.get(document);
          const first = now?.hashOfId
            ? now
            : { isBooked: !refused.has(key), isRefused: false, code: refused.get(key) };
          if (first.isBooked) return { id, link, booking: 'booked', code: null };
          const booking = first.isRefused ? 'refused' : 'set_aside';
          return { id, link, booking, code: first.code ?? null };
        }
        return { id, link, booking: null, code: clashes.get(document) ?? null };
      }),
      head: chain?.head ?? { sequence: 0, hash: Buffer.alloc(32) },
    };
  });
}

/** The register alone, so its chain grows in one place at a time; the day shared, so a closing waits. */
export function locksOf(deliveries: readonly Delivery[]): Lock[] {
  return deliveries.flatMap(({ fairId, registerId, documents }) => [
    { kind: 'register' as const, parts: [fairId, registerId], isShared: false },
    ...[...new Set(documents.flatMap(({ moment }) => (moment ? [moment.fairDay] : [])))].map(
      (day) => ({ kind: 'day' as const, parts: [fairId, day], isShared: true }),
    ),
  ]);
}

async function book(em: EntityManager, linked: readonly Linked[]): Promise<RefusedDocuments> {
  const refused = await withTwins(em, linked);
  const bookables: Bookable[] = [];
  for (const { from, document, chain } of linked) {
    const key = documentKey(from.fairId, document.documentId);
    const code =
      chain.refusal ??
      refused.get(key) ??
      (document.reading.ok
        ? document.reading.document.exhibitorId === from.standing.exhibitorId
          ? null
          : 'exhibitor_differs'
        : document.reading.code);
    if (code !== null) refused.set(key, code);
    else if (document.reading.ok && document.moment) {
      bookables.push({
        document: document.reading.document,
        moment: afterOther(document.moment, chain.lastAt),
        receivedAt: from.receivedAt,
      });
      chain.lastAt = document.moment.correctedAt;
    }
  }
  const ready = await withOriginals(em, bookables, refused);
  for (const [key, code] of await bookDocuments(em, ready)) refused.set(key, code);
  await insertSetAside(em, linked, refused);
  return refused;
}

/*
 * A document under a new id stands for one whose id has other bytes in the ledger. Only a person can
 * say whether these are two sales or one: counted by itself, it might count one twice.
 */
async function withTwins(em: EntityManager, linked: readonly Linked[]): Promise<RefusedDocuments> {
  const refused: RefusedDocuments = new Map();
  const renamed = linked.flatMap(({ from, document: { documentId, reading } }) => {
    const first = reading.ok ? reading.document.reissueOf?.id : undefined;
    return first === undefined || first === documentId
      ? []
      : [{ fairId: from.fairId, documentId, first }];
  });
  if (renamed.length === 0) return refused;
  const twins: { fairId: string; documentId: string }[] = await em.query(
    `SELECT asked.fair_id AS "fairId", asked.id AS "documentId"
     FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS asked (fair_id, id, first_id)
     JOIN link l ON l.fair_id = asked.fair_id AND l.document_id = asked.first_id`,
    [
      renamed.map(({ fairId }) => fairId),
      renamed.map(({ documentId }) => documentId),
      renamed.map(({ first }) => first),
    ],
  );
  for (const { fairId, documentId } of twins) {
    refused.set(documentKey(fairId, documentId), 'twin_in_ledger');
  }
  return refused;
}

/* An orphan is set aside before the batch, so that it does not cost a halving. */
async function withOriginals(
  em: EntityManager,
  bookables: readonly Bookable[],
  refused: RefusedDocuments,
): Promise<Bookable[]> {
  const asked = bookables.filter(({ document }) => document.originalId !== null);
  if (asked.length === 0) return [...bookables];
  const rows: { fairId: string; id: string }[] = await em.query(
    `SELECT d.fair_id AS "fairId", d.id FROM unnest($1::uuid[], $2::uuid[]) AS asked (fair_id, id) JOIN document d USING (fair_id, id)`,
    [
      asked.map(({ document }) => document.fairId),
      asked.map(({ document }) => document.originalId),
    ],
  );
  const present = new Set(rows.map((row) => documentKey(row.fairId, row.id)));
  for (const { document } of bookables) present.add(documentKey(document.fairId, document.id));
  return bookables.filter(({ document: { fairId, id, originalId } }) => {
    const isOrphan = originalId !== null && !present.has(documentKey(fairId, originalId));
    if (isOrphan) refused.set(documentKey(fairId, id), 'original_missing');
    return !isOrphan;
  });
}
