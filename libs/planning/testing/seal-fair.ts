import { newId } from '@phien/kernel';
import type { EntityManager } from 'typeorm';

/** Seals a spec's own fair as two people would, whatever is still open in it. */
export async function sealFair(
  em: EntityManager,
  fairId: string,
  at = new Date('2025-10-01T00:00:00Z'),
): Promise<void> {
  await em.transaction(async (tx) => {
    const people = [newId(), newId()];
    for (const id of people) {
      await tx.query(
        `INSERT INTO account (id, login, name, password_hash, created_at) VALUES ($1, $2, 'Hoa', '', now())`,
        [id, `seal-${id}`],
      );
    }
    await tx.query(
      `INSERT INTO fair_seal (fair_id, proposed_by, proposed_at, sealed_by, sealed_at)
       VALUES ($1, $2, $4, $3, $4)`,
      [fairId, ...people, at],
    );
    await tx.query(`UPDATE fair SET state = 'sealed' WHERE id = $1`, [fairId]);
  });
}
