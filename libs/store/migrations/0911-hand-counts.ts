import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Quarters of an hour counted by hand beside a clicker or a sensor: facts, struck out by further facts. */
export class HandCounts1760000000911 implements MigrationInterface {
  name = 'HandCounts1760000000911';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE hand_count (
        fair_id uuid NOT NULL,
        id uuid NOT NULL,
        gate_id uuid NOT NULL,
        method text NOT NULL,
        fair_day date NOT NULL,
        from_minute smallint NOT NULL,
        entries integer NOT NULL,
        counted_by uuid NOT NULL REFERENCES account (id),
        started_at timestamptz NOT NULL,
        received_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, id),
        FOREIGN KEY (fair_id, gate_id) REFERENCES gate (fair_id, id),
        CONSTRAINT hand_count_method_known CHECK (method IN ('clicker', 'sensor')),
        CONSTRAINT hand_count_entries_range CHECK (entries BETWEEN 0 AND 20000),
        CONSTRAINT hand_count_over CHECK (started_at <= received_at - interval '15 minutes')
      )`);
    await db.query(`
      CREATE TABLE hand_count_struck (
        fair_id uuid NOT NULL,
        hand_count_id uuid NOT NULL,
        reason text NOT NULL,
        struck_by uuid NOT NULL REFERENCES account (id),
        struck_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, hand_count_id),
        FOREIGN KEY (fair_id, hand_count_id) REFERENCES hand_count (fair_id, id),
        CONSTRAINT hand_count_struck_reasoned CHECK (length(reason) BETWEEN 1 AND 200)
      )`);
    for (const table of ['hand_count', 'hand_count_struck']) {
      await db.query(
        `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
           FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
      );
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE hand_count_struck, hand_count`);
  }
}
