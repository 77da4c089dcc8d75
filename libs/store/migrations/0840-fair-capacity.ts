import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many may be inside at once; and the sums of a day at its gates, read from the index alone. */
export class FairCapacity1760000000840 implements MigrationInterface {
  name = 'FairCapacity1760000000840';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fair_capacity (
        fair_id uuid NOT NULL REFERENCES fair (id),
        visitors integer NOT NULL,
        set_by uuid NOT NULL REFERENCES account (id),
        set_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id),
        CONSTRAINT fair_capacity_range CHECK (visitors BETWEEN 1 AND 1000000)
      )`);
    await db.query(`DROP INDEX gate_count_day_idx`);
    await db.query(
      `CREATE INDEX gate_count_day_idx ON gate_count (fair_id, fair_day, gate_id, entries_added, exits_added)`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX gate_count_day_idx`);
    await db.query(`CREATE INDEX gate_count_day_idx ON gate_count (fair_id, fair_day)`);
    await db.query(`DROP TABLE fair_capacity`);
  }
}
