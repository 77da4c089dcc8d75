import { prepared } from '@phien/store';
import type { EntityManager } from 'typeorm';
import type { DeliveredDocument, Delivery } from './delivery';
import type { Head, Known } from './linking.rules';

/** One register epoch in a batch: what arrived for it, and where its chain stands. */
export interface Chain {
  fairId: string;
  deliveries: Delivery[];
  documents: { from: Delivery; document: DeliveredDocument }[];
  head: Head;
  /** When the chain's last booked document happened, as the fair counts it. */
  lastAt: Date | null;
  refusal: string | null;
}

/** A document that extends its chain. */
export interface Linked {
  from: Delivery;
  document: DeliveredDocument;
  chain: Chain;
}

/** What became of a document the first time it came, and since. */
export interface Booked {
  isBooked: boolean;
  /** An organizer decided that it never counts. */
  isRefused: boolean;
  code: string | null;
}

/** Names a chain across fairs. */
export const chainKey = (fairId: string, registerId: string, epoch: number) =>
  `${fairId}:${registerId}:${epoch}`;

/** The batch by chain, chains in one order everywhere, documents ascending. */
export function byChain(deliveries: readonly Delivery[]): Map<string, Chain> {
  const chains = new Map<string, Chain>();
  for (const delivery of deliveries) {
    const key = chainKey(delivery.fairId, delivery.registerId, delivery.epoch);
    const chain = chains.get(key) ?? {
      fairId: delivery.fairId,
      deliveries: [],
      documents: [],
      head: { sequence: 0, hash: Buffer.alloc(32) },
      lastAt: null,
      refusal: null,
    };
    chains.set(key, chain);
    chain.deliveries.push(delivery);
    for (const document of delivery.documents) chain.documents.push({ from: delivery, document });
  }
  for (const chain of chains.values()) {
    chain.documents.sort((a, b) => a.document.sequence - b.document.sequence);
  }
  return new Map([...chains].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Fills in every chain's head, and why nothing of it may be booked (a code), if so. */
export async function readHeads(em: EntityManager, chains: Map<string, Chain>): Promise<void> {
  const asked = [...chains.values()].flatMap(({ deliveries }) => deliveries.slice(0, 1));
  const rows: {
    fairId: string;
    registerId: string;
    epoch: number;
    genesis: Buffer;
    revoked: boolean;
    sealed: boolean;
    sequence: number | null;
    hash: Buffer | null;
    lastAt: Date | null;
  }[] = await prepared(
    em,
    'read_heads',
    `SELECT asked.fair_id AS "fairId", asked.register_id AS "registerId", asked.epoch, e.genesis,
       e.revoked_at IS NOT NULL AS revoked, f.state = 'sealed' AS sealed, h.sequence, h.hash,
       d.corrected_at AS "lastAt"
     FROM unnest($1::uuid[], $2::uuid[], $3::integer[]) AS asked (fair_id, register_id, epoch)
     CROSS JOIN LATERAL (SELECT genesis, revoked_at FROM register_epoch e
       WHERE e.fair_id = asked.fair_id AND e.register_id = asked.register_id
         AND e.epoch = asked.epoch LIMIT 1) e
     CROSS JOIN LATERAL (SELECT state FROM fair f WHERE f.id = asked.fair_id LIMIT 1) f
     LEFT JOIN LATERAL (SELECT sequence, hash, document_id FROM link l
       WHERE l.fair_id = asked.fair_id AND l.register_id = asked.register_id
         AND l.epoch = asked.epoch
       ORDER BY sequence DESC LIMIT 1) h ON true
     LEFT JOIN LATERAL (SELECT corrected_at FROM document d
       WHERE d.fair_id = asked.fair_id AND d.id = h.document_id LIMIT 1) d ON true`,
    [
      asked.map((delivery) => delivery.fairId),
      asked.map((delivery) => delivery.registerId),
      asked.map((delivery) => delivery.epoch),
    ],
  );
  for (const row of rows) {
    const chain = chains.get(chainKey(row.fairId, row.registerId, row.epoch));
    if (!chain) continue;
    chain.head = { sequence: row.sequence ?? 0, hash: row.hash ?? row.genesis };
    chain.lastAt = row.lastAt;
    chain.refusal = row.revoked ? 'register_revoked' : row.sealed ? 'fair_sealed' : null;
  }
}

/** What the ledger already holds under the arrivals' numbers and ids; nothing for a new one. */
export async function readKnown(
  em: EntityManager,
  chains: Map<string, Chain>,
): Promise<Map<DeliveredDocument, Known & Booked>> {
  const asked = [...chains.values()].flatMap(({ documents }) => documents);
  const rows: (Known & Booked & { i: number })[] = await prepared(
    em,
    'read_known',
    `SELECT asked.i::integer AS i, n.hash AS "hashOfNumber", l.hash AS "hashOfId",
       d.id IS NOT NULL AS "isBooked", v.verdict IS NOT NULL AS "isRefused", s.code
     FROM unnest($1::uuid[], $2::uuid[], $3::integer[], $4::bigint[], $5::uuid[])
       WITH ORDINALITY AS asked (fair_id, register_id, epoch, sequence, document_id, i)
     LEFT JOIN LATERAL (SELECT hash FROM link n
       WHERE n.fair_id = asked.fair_id AND n.register_id = asked.register_id
         AND n.epoch = asked.epoch AND n.sequence = asked.sequence LIMIT 1) n ON true
     LEFT JOIN LATERAL (SELECT hash FROM link l
       WHERE l.fair_id = asked.fair_id AND l.document_id = asked.document_id LIMIT 1) l ON true
     LEFT JOIN LATERAL (SELECT id FROM document d
       WHERE l.hash IS NOT NULL AND d.fair_id = asked.fair_id
         AND d.id = asked.document_id LIMIT 1) d ON true
     LEFT JOIN LATERAL (SELECT code FROM set_aside s
       WHERE l.hash IS NOT NULL AND s.fair_id = asked.fair_id
         AND s.document_id = asked.document_id LIMIT 1) s ON true
     LEFT JOIN LATERAL (SELECT verdict FROM set_aside_decision v
       WHERE s.code IS NOT NULL AND v.fair_id = asked.fair_id
         AND v.document_id = asked.document_id AND v.verdict = 'refused' LIMIT 1) v ON true
     WHERE n.hash IS NOT NULL OR l.hash IS NOT NULL`,
    [
      asked.map(({ from }) => from.fairId),
      asked.map(({ from }) => from.registerId),
      asked.map(({ from }) => from.epoch),
      asked.map(({ document }) => document.sequence),
      asked.map(({ document }) => document.documentId),
    ],
  );
  const known = new Map<DeliveredDocument, Known & Booked>();
  for (const row of rows) {
    const arrival = asked[row.i - 1];
    if (arrival) known.set(arrival.document, row);
  }
  return known;
}
