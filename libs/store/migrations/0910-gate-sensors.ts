import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People counters at the gates, each with a key of its own. What they count stands where the clickers'
 * counts do, in the same kind of counter: a count is by an account or by a sensor, never by both.
 */
export class GateSensors1760000000910 implements MigrationInterface {
  name = 'GateSensors1760000000910';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE gate_sensor (
        fair_id uuid NOT NULL,
        id uuid NOT NULL,
        gate_id uuid NOT NULL,
        name text NOT NULL,
        key bytea NOT NULL,
        added_by uuid NOT NULL REFERENCES account (id),
        added_at timestamptz NOT NULL,
        revoked_by uuid REFERENCES account (id),
        revoked_at timestamptz,
        PRIMARY KEY (fair_id, id),
        CONSTRAINT gate_sensor_place UNIQUE (fair_id, id, gate_id),
        FOREIGN KEY (fair_id, gate_id) REFERENCES gate (fair_id, id),
        CONSTRAINT gate_sensor_key_length CHECK (octet_length(key) = 32),
        CONSTRAINT gate_sensor_named CHECK (length(name) BETWEEN 1 AND 60),
        CONSTRAINT gate_sensor_revoked_by_one CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
      )`);
    await db.query(`
      ALTER TABLE gate_count
        ALTER COLUMN counted_by DROP NOT NULL,
        ADD COLUMN sensor_id uuid,
        ADD CONSTRAINT gate_count_at_its_gate FOREIGN KEY (fair_id, sensor_id, gate_id)
          REFERENCES gate_sensor (fair_id, id, gate_id),
        ADD CONSTRAINT gate_count_by_one CHECK ((counted_by IS NULL) <> (sensor_id IS NULL)),
        ADD CONSTRAINT gate_count_sensor_is_device CHECK (sensor_id = device_id)`);
    await db.query(`DROP INDEX gate_count_day_idx`);
    await db.query(
      `CREATE INDEX gate_count_day_idx
         ON gate_count (fair_id, fair_day, gate_id, entries_added, exits_added, sensor_id, fair_minute)`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX gate_count_day_idx`);
    await db.query(
      `CREATE INDEX gate_count_day_idx ON gate_count (fair_id, fair_day, gate_id, entries_added, exits_added)`,
    );
    await db.query(
      `ALTER TABLE gate_count DROP COLUMN sensor_id, ALTER COLUMN counted_by SET NOT NULL`,
    );
    await db.query(`DROP TABLE gate_sensor`);
  }
}
