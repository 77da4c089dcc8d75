import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Exhibitors that stood there twice: who was merged into whom, and of whom somebody said they are two. */
export class ExhibitorMerges1760000001060 implements MigrationInterface {
  name = 'ExhibitorMerges1760000001060';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE exhibitor_merge (
        fair_id uuid NOT NULL REFERENCES fair (id),
        merged_id uuid NOT NULL,
        kept_id uuid NOT NULL,
        kept_name text NOT NULL,
        merged_name text NOT NULL,
        merged jsonb NOT NULL,
        moved jsonb NOT NULL,
        merged_by uuid NOT NULL REFERENCES account (id),
        merged_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, merged_id),
        CONSTRAINT exhibitor_merge_of_two CHECK (merged_id <> kept_id)
      )`);
    await db.query(
      `CREATE TRIGGER exhibitor_merge_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON exhibitor_merge
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    );
    await db.query(`
      CREATE TABLE exhibitors_apart (
        fair_id uuid NOT NULL,
        low_id uuid NOT NULL,
        high_id uuid NOT NULL,
        said_by uuid NOT NULL REFERENCES account (id),
        said_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, low_id, high_id),
        FOREIGN KEY (fair_id, low_id) REFERENCES exhibitor (fair_id, id),
        FOREIGN KEY (fair_id, high_id) REFERENCES exhibitor (fair_id, id),
        CONSTRAINT exhibitors_apart_in_order CHECK (low_id < high_id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE exhibitors_apart, exhibitor_merge`);
  }
}
