import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Gates and their counters: cumulative per gate, counting device and epoch, never edited. */
export class Visitors1760000000500 implements MigrationInterface {
  name = 'Visitors1760000000500';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE gate (
        fair_id uuid NOT NULL REFERENCES fair (id),
        id uuid NOT NULL,
        code text NOT NULL,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        x_cm integer NOT NULL,
        y_cm integer NOT NULL,
        PRIMARY KEY (fair_id, id),
        UNIQUE (fair_id, code)
      )`);
    await db.query(`
      CREATE TABLE gate_count (
        fair_id uuid NOT NULL,
        gate_id uuid NOT NULL,
        device_id uuid NOT NULL,
        epoch integer NOT NULL,
        sequence bigint NOT NULL,
        id uuid NOT NULL,
        entries bigint NOT NULL,
        exits bigint NOT NULL,
        undone_entries bigint NOT NULL,
        undone_exits bigint NOT NULL,
        entries_added bigint NOT NULL,
        exits_added bigint NOT NULL,
        counted_by uuid NOT NULL REFERENCES account (id),
        counted_at timestamptz NOT NULL,
        received_at timestamptz NOT NULL,
        fair_day date NOT NULL,
        fair_minute smallint NOT NULL,
        PRIMARY KEY (fair_id, gate_id, device_id, epoch, sequence),
        UNIQUE (fair_id, id),
        FOREIGN KEY (fair_id, gate_id) REFERENCES gate (fair_id, id),
        CONSTRAINT gate_count_positive CHECK (epoch >= 1 AND sequence >= 1),
        CONSTRAINT gate_count_undone_fits CHECK (
          undone_entries BETWEEN 0 AND entries AND undone_exits BETWEEN 0 AND exits)
      )`);
    await db.query(`CREATE INDEX gate_count_day_idx ON gate_count (fair_id, fair_day)`);
    await db.query(
      `CREATE TRIGGER gate_count_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON gate_count
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE gate_count, gate`);
  }
}
