import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which figure of which revision was given to the press: facts, struck out by further facts. */
export class PressFigures1760000000961 implements MigrationInterface {
  name = 'PressFigures1760000000961';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE press_figure (
        fair_id uuid NOT NULL,
        id uuid NOT NULL,
        day date NOT NULL,
        revision integer NOT NULL,
        figure text NOT NULL,
        value bigint NOT NULL,
        told_as text NOT NULL,
        told_to text NOT NULL,
        told_by text NOT NULL,
        told_at timestamptz NOT NULL,
        noted_by uuid NOT NULL REFERENCES account (id),
        noted_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, id),
        FOREIGN KEY (fair_id, day, revision) REFERENCES closing (fair_id, day, revision),
        CONSTRAINT press_figure_known CHECK (figure IN
          ('revenue', 'measured', 'declared', 'sales', 'visits', 'booths_heard')),
        CONSTRAINT press_figure_told_as_length CHECK (length(told_as) BETWEEN 1 AND 200),
        CONSTRAINT press_figure_told_to_length CHECK (length(told_to) BETWEEN 1 AND 200),
        CONSTRAINT press_figure_told_by_length CHECK (length(told_by) BETWEEN 1 AND 200),
        CONSTRAINT press_figure_told_before_noted CHECK (told_at <= noted_at)
      )`);
    await db.query(`
      CREATE TABLE press_figure_struck (
        fair_id uuid NOT NULL,
        press_figure_id uuid NOT NULL,
        reason text NOT NULL,
        struck_by uuid NOT NULL REFERENCES account (id),
        struck_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, press_figure_id),
        FOREIGN KEY (fair_id, press_figure_id) REFERENCES press_figure (fair_id, id),
        CONSTRAINT press_figure_struck_reasoned CHECK (length(reason) BETWEEN 1 AND 200)
      )`);
    for (const facts of ['press_figure', 'press_figure_struck']) {
      await db.query(
        `CREATE TRIGGER ${facts}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${facts}
           FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
      );
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE press_figure_struck, press_figure`);
  }
}
