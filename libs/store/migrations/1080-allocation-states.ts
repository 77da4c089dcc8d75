import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A booth can be held for a while or offered before it is confirmed. What stood until now was
 * confirmed. All three stand in one table, so that the two exclusion constraints see them alike.
 */
export class AllocationStates1760000001080 implements MigrationInterface {
  name = 'AllocationStates1760000001080';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE allocation
        ADD COLUMN state text NOT NULL DEFAULT 'confirmed',
        ADD COLUMN held_until timestamptz,
        ADD CONSTRAINT allocation_state_known CHECK (state IN ('held', 'offered', 'confirmed')),
        ADD CONSTRAINT allocation_held_until CHECK ((state = 'confirmed') = (held_until IS NULL))`);
    await db.query(
      `CREATE INDEX allocation_runs_out ON allocation (held_until) WHERE freed_at IS NULL AND held_until IS NOT NULL`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM allocation WHERE state <> 'confirmed'`);
    await db.query(`
      ALTER TABLE allocation DROP COLUMN held_until, DROP COLUMN state`);
  }
}
