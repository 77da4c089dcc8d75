import { recordAudit } from '@phien/identity';
import { newId } from '@phien/kernel';
import type { EntityManager } from 'typeorm';
import { ALLOCATIONS_TOLD, allocationOf, type AllocationRow } from './describe-allocation';
import { aboutOf, type StepDetail } from './step.rules';

/**
 * Writes down that what was held or offered in some booths has ended at its term, so that the
 * exclusion constraints see what every reader sees already. Under the locks of the booths, in the
 * transaction of whoever changes them next. Answers how many ended.
 */
export async function freeRunOut(
  em: EntityManager,
  { fairId, boothIds, at }: { fairId: string; boothIds: readonly string[]; at: Date },
): Promise<number> {
  const rows = await em.query<AllocationRow[]>(
    `${ALLOCATIONS_TOLD}
      WHERE a.fair_id = $1 AND a.booth_id = ANY($2) AND a.freed_at IS NULL AND a.held_until <= $3
      ORDER BY a.held_until, a.id`,
    [fairId, boothIds, at],
  );
  if (rows.length === 0) return 0;
  await em.query(
    `UPDATE allocation SET freed_at = held_until WHERE fair_id = $1 AND id = ANY($2)`,
    [fairId, rows.map(({ id }) => id)],
  );
  for (const { id, exhibitorName, ...place } of rows.map(allocationOf)) {
    const { exhibitorId, boothId, boothCode, sixths, state, heldUntil } = place;
    const freed = { allocationId: id, boothId, boothCode, sixths, state, heldUntil };
    const changes = [{ exhibitorId, exhibitorName, freed, given: null }];
    const detail: StepDetail = { about: aboutOf(changes), changes, undoes: null };
    await recordAudit(em, {
      id: newId(),
      fairId,
      accountId: null,
      action: 'allocation_ran_out',
      subjectId: id,
      detail: { ...detail },
    });
  }
  return rows.length;
}
