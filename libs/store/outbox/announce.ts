import type { EntityManager } from 'typeorm';

/** One fact for one reader. A capacity is in no sum: its news raises the board's version, and no more. */
export interface News {
  fairId: string;
  reader: 'fold';
  topic: 'document' | 'gate_count' | 'declared_sale' | 'capacity';
  subjectId: string;
}

/** Writes outbox rows beside their facts, in the caller's transaction. */
export async function announce(em: EntityManager, news: readonly News[]): Promise<void> {
  if (news.length === 0) return;
  await em.query(
    `INSERT INTO outbox (fair_id, reader, topic, subject_id)
     SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[])`,
    [
      news.map((row) => row.fairId),
      news.map((row) => row.reader),
      news.map((row) => row.topic),
      news.map((row) => row.subjectId),
    ],
  );
}
