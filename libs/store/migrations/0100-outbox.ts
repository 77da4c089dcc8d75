import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The outbox: one row per fact and reader, deleted by its reader in the transaction that used it. */
export class Outbox1760000000100 implements MigrationInterface {
  name = 'Outbox1760000000100';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE EXTENSION IF NOT EXISTS btree_gist`);
    await db.query(`
      CREATE TABLE outbox (
        fair_id uuid NOT NULL,
        n bigserial NOT NULL,
        reader text NOT NULL,
        topic text NOT NULL,
        subject_id uuid NOT NULL,
        PRIMARY KEY (fair_id, n)
      )`);
    await db.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = '23514', CONSTRAINT = 'append_only';
      END $$`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP FUNCTION refuse_change()`);
    await db.query(`DROP TABLE outbox`);
  }
}
