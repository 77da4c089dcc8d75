import type { AllocationDto } from './allocation.dto';
import { sixthsIn } from './sixths.rules';

/** An allocation with the names it is told by; a reader adds which ones. */
export const ALLOCATIONS_TOLD = `
  SELECT a.id, a.booth_id AS "boothId", b.code AS "boothCode", b.zone_id AS "zoneId",
         a.exhibitor_id AS "exhibitorId", e.name AS "exhibitorName", a.sixths, a.state,
         a.held_until AS "heldUntil"
    FROM allocation a
    JOIN booth b ON b.fair_id = a.fair_id AND b.id = a.booth_id
    JOIN exhibitor e ON e.fair_id = a.fair_id AND e.id = a.exhibitor_id`;

export type AllocationRow = Omit<AllocationDto, 'sixths' | 'heldUntil'> & {
  sixths: string;
  heldUntil: Date | null;
};

export const allocationOf = (row: AllocationRow): AllocationDto => ({
  ...row,
  sixths: sixthsIn(row.sixths),
  heldUntil: row.heldUntil?.toISOString() ?? null,
});
