import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Priority points of exhibitors, each time with the reason; the last of them holds. */
export class ExhibitorPoints1760000001081 implements MigrationInterface {
  name = 'ExhibitorPoints1760000001081';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE exhibitor_points (
        fair_id uuid NOT NULL REFERENCES fair (id),
        id uuid NOT NULL,
        exhibitor_id uuid NOT NULL,
        revision integer NOT NULL,
        points integer NOT NULL,
        reason text NOT NULL,
        set_by uuid NOT NULL REFERENCES account (id),
        set_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, id),
        UNIQUE (fair_id, exhibitor_id, revision),
        FOREIGN KEY (fair_id, exhibitor_id) REFERENCES exhibitor (fair_id, id),
        CONSTRAINT exhibitor_points_revision CHECK (revision >= 1),
        CONSTRAINT exhibitor_points_range CHECK (points BETWEEN 0 AND 1000),
        CONSTRAINT exhibitor_points_reasoned CHECK (length(btrim(reason)) BETWEEN 1 AND 200)
      )`);
    await db.query(
      `CREATE TRIGGER exhibitor_points_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON exhibitor_points
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE exhibitor_points`);
  }
}
