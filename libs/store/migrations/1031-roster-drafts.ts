import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Lists of exhibitors that somebody brought and has not taken yet, and what came of those taken. Its
 * rows hold people's names and phones, so they go when it is taken or given up.
 */
export class RosterDrafts1760000001031 implements MigrationInterface {
  name = 'RosterDrafts1760000001031';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE roster_draft (
        fair_id uuid NOT NULL REFERENCES fair (id),
        id uuid NOT NULL,
        name text NOT NULL,
        sha256 bytea,
        copied_from uuid,
        rows jsonb,
        brought_by uuid NOT NULL REFERENCES account (id),
        brought_at timestamptz NOT NULL,
        taken_by uuid REFERENCES account (id),
        taken_at timestamptz,
        taken_as bytea,
        result jsonb,
        PRIMARY KEY (fair_id, id),
        CONSTRAINT roster_draft_named CHECK (length(name) BETWEEN 1 AND 200),
        CONSTRAINT roster_draft_of_one_source CHECK ((sha256 IS NULL) <> (copied_from IS NULL)),
        CONSTRAINT roster_draft_hashed CHECK (octet_length(sha256) = 32),
        CONSTRAINT roster_draft_taken_whole CHECK (num_nonnulls(taken_by, taken_at, taken_as, result) IN (0, 4)),
        CONSTRAINT roster_draft_rows_until_taken CHECK ((rows IS NULL) = (taken_at IS NOT NULL))
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE roster_draft`);
  }
}
