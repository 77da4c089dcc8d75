import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who stands in a fair stands there on all of its days. Allocations kept the days as they were when the
 * booth was given; since a fair's days can be moved, and go on where its end is open, they hold for the
 * whole fair. What was freed and what two people sealed stays as it is.
 */
export class AllocationsOfWholeFairs1760000001095 implements MigrationInterface {
  name = 'AllocationsOfWholeFairs1760000001095';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE allocation a SET during = '[,)' FROM fair f
       WHERE f.id = a.fair_id AND f.state <> 'sealed' AND a.freed_at IS NULL AND a.during <> '[,)'`);
  }

  /* A booth that is given for every day is given for those that were. */
  async down(): Promise<void> {}
}
