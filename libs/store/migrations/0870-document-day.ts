import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The index of a day's documents serves only who names the day. On a table that was never analysed
 * a look-up by (fair_id, id) costs the same by any index that begins with fair_id; the planner took
 * this one and read the whole fair for each document, in triggers and foreign keys too.
 */
export class DocumentDay1760000000870 implements MigrationInterface {
  name = 'DocumentDay1760000000870';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX document_day_idx`);
    await db.query(
      `CREATE INDEX document_day_idx ON document (fair_id, fair_day) WHERE fair_day IS NOT NULL`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX document_day_idx`);
    await db.query(`CREATE INDEX document_day_idx ON document (fair_id, fair_day)`);
  }
}
