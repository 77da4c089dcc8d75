import { prepared } from '@phien/store';
import type { EntityManager } from 'typeorm';
import { documentKey, type RefusedDocuments } from './book-documents';
import type { Linked } from './chains';
import type { DeliveredDocument, Delivery } from './delivery';
import type { LinkAnswer } from './linking.rules';

/** A document and the delivery that brought it. */
type Arrived = Pick<Linked, 'from' | 'document'>;

const INSERT_LINKS = `
  INSERT INTO link (fair_id, register_id, epoch, sequence, previous_sequence, previous_hash, hash, genesis,
    document_id, canonical, received_at)
  SELECT fair_id, register_id, epoch, sequence, nullif(sequence, 1) - 1, previous_hash, hash,
    CASE WHEN sequence = 1 THEN previous_hash END, document_id, canonical, received_at
  FROM unnest($1::uuid[], $2::uuid[], $3::integer[], $4::bigint[], $5::bytea[], $6::bytea[], $7::uuid[],
    $8::bytea[], $9::timestamptz[])
    AS x (fair_id, register_id, epoch, sequence, previous_hash, hash, document_id, canonical, received_at)`;

const OF_OPEN_REGISTERS = `
  CROSS JOIN LATERAL (SELECT FROM register_epoch e
    WHERE e.fair_id = x.fair_id AND e.register_id = x.register_id AND e.epoch = x.epoch
      AND e.revoked_at IS NULL LIMIT 1) e
  CROSS JOIN LATERAL (SELECT FROM fair f
    WHERE f.id = x.fair_id AND f.state <> 'sealed' LIMIT 1) f`;

const linksOf = (linked: readonly Arrived[]) => [
  linked.map(({ from }) => from.fairId),
  linked.map(({ from }) => from.registerId),
  linked.map(({ from }) => from.epoch),
  linked.map(({ document }) => document.sequence),
  linked.map(({ document }) => document.previousHash),
  linked.map(({ document }) => document.hash),
  linked.map(({ document }) => document.documentId),
  linked.map(({ document }) => document.canonical),
  linked.map(({ from }) => from.receivedAt),
];

/** Writes the links, byte for byte. */
export async function insertLinks(em: EntityManager, linked: readonly Arrived[]): Promise<void> {
  if (linked.length === 0) return;
  await prepared(em, 'insert_links', INSERT_LINKS, linksOf(linked));
}

/**
 * Writes those links of which the documents may be booked: none of a revoked phone or a sealed fair.
 * What is written behind them hangs on them, and so finds out; where another api linked the document
 * and set it aside, the database refuses to book it (`document_not_set_aside`).
 */
export async function insertOpenLinks(
  em: EntityManager,
  linked: readonly Arrived[],
): Promise<void> {
  await prepared(em, 'insert_open_links', INSERT_LINKS + OF_OPEN_REGISTERS, linksOf(linked));
}

/** Keeps the signed head of each delivery whose last document is linked. */
export async function insertHeads(
  em: EntityManager,
  deliveries: readonly Delivery[],
  links: Map<DeliveredDocument, LinkAnswer>,
): Promise<void> {
  const signed = deliveries.flatMap((delivery) => {
    const last = delivery.documents.at(-1);
    const answer = last && links.get(last);
    return last && (answer === 'stored' || answer === 'duplicate') ? [{ delivery, last }] : [];
  });
  if (signed.length === 0) return;
  await prepared(
    em,
    'insert_heads',
    `INSERT INTO signed_head (fair_id, register_id, epoch, sequence, hash, signature, received_at)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::integer[], $4::bigint[], $5::bytea[], $6::bytea[], $7::timestamptz[])
     ON CONFLICT DO NOTHING`,
    [
      signed.map(({ delivery }) => delivery.fairId),
      signed.map(({ delivery }) => delivery.registerId),
      signed.map(({ delivery }) => delivery.epoch),
      signed.map(({ last }) => last.sequence),
      signed.map(({ last }) => last.hash),
      signed.map(({ delivery }) => delivery.signature),
      signed.map(({ delivery }) => delivery.receivedAt),
    ],
  );
}

/** Keeps the bytes that could not be linked because others stand in their place. */
export async function insertConflicts(
  em: EntityManager,
  deliveries: readonly Delivery[],
  links: Map<DeliveredDocument, LinkAnswer>,
): Promise<void> {
  const conflicts = deliveries.flatMap((delivery) =>
    delivery.documents
      .filter((document) => links.get(document) === 'conflict')
      .map((document) => ({ delivery, document })),
  );
  if (conflicts.length === 0) return;
  await prepared(
    em,
    'insert_conflicts',
    `INSERT INTO conflicting_document (fair_id, register_id, epoch, sequence, hash, document_id, canonical, received_at)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::integer[], $4::bigint[], $5::bytea[], $6::uuid[], $7::bytea[],
       $8::timestamptz[])
     ON CONFLICT DO NOTHING`,
    [
      conflicts.map(({ delivery }) => delivery.fairId),
      conflicts.map(({ delivery }) => delivery.registerId),
      conflicts.map(({ delivery }) => delivery.epoch),
      conflicts.map(({ document }) => document.sequence),
      conflicts.map(({ document }) => document.hash),
      conflicts.map(({ document }) => document.documentId),
      conflicts.map(({ document }) => document.canonical),
      conflicts.map(({ delivery }) => delivery.receivedAt),
    ],
  );
}

/** Writes down why a linked document is not booked. */
export async function insertSetAside(
  em: EntityManager,
  linked: readonly Linked[],
  refused: RefusedDocuments,
): Promise<void> {
  const codeOf = ({ from, document }: Linked) =>
    refused.get(documentKey(from.fairId, document.documentId));
  const rows = linked.filter((one) => codeOf(one) !== undefined);
  if (rows.length === 0) return;
  await prepared(
    em,
    'insert_set_aside',
    `INSERT INTO set_aside (fair_id, document_id, code, original_id, set_aside_at)
     SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::timestamptz[])`,
    [
      rows.map(({ from }) => from.fairId),
      rows.map(({ document }) => document.documentId),
      rows.map(codeOf),
      rows.map(({ document }) => document.originalId),
      rows.map(({ from }) => from.receivedAt),
    ],
  );
}
