import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lots: a list that is frozen first, a seed that is said aloud, one outcome for ever. */
export class Draws1760000001040 implements MigrationInterface {
  name = 'Draws1760000001040';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE draw (
        fair_id uuid NOT NULL REFERENCES fair (id),
        id uuid NOT NULL,
        title text NOT NULL,
        kind text NOT NULL,
        list text NOT NULL,
        list_hash text NOT NULL,
        seal text NOT NULL,
        prepared_by uuid NOT NULL REFERENCES account (id),
        prepared_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, id),
        CONSTRAINT draw_kind_known CHECK (kind IN ('order', 'places')),
        CONSTRAINT draw_title_length CHECK (length(title) BETWEEN 1 AND 120),
        CONSTRAINT draw_list_hash_of_list CHECK (list_hash = encode(sha256(convert_to(list, 'UTF8')), 'hex')),
        CONSTRAINT draw_seal_in_list CHECK (
          seal ~ '^[0-9a-f]{64}$' AND position('seal ' || encode(sha256(convert_to(seal, 'UTF8')), 'hex') IN list) > 0)
      )`);
    await db.query(`
      CREATE TABLE draw_outcome (
        fair_id uuid NOT NULL,
        draw_id uuid NOT NULL,
        seed text NOT NULL,
        lots jsonb NOT NULL,
        drawn_by uuid NOT NULL REFERENCES account (id),
        drawn_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, draw_id),
        FOREIGN KEY (fair_id, draw_id) REFERENCES draw (fair_id, id),
        CONSTRAINT draw_outcome_seed_length CHECK (length(seed) BETWEEN 4 AND 100)
      )`);
    await db.query(`
      CREATE TABLE draw_withdrawal (
        fair_id uuid NOT NULL,
        draw_id uuid NOT NULL,
        reason text NOT NULL,
        withdrawn_by uuid NOT NULL REFERENCES account (id),
        withdrawn_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, draw_id),
        FOREIGN KEY (fair_id, draw_id) REFERENCES draw (fair_id, id),
        CONSTRAINT draw_withdrawal_reasoned CHECK (length(btrim(reason)) BETWEEN 1 AND 200)
      )`);
    for (const facts of ['draw', 'draw_outcome', 'draw_withdrawal']) {
      await db.query(
        `CREATE TRIGGER ${facts}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${facts}
           FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
      );
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE draw_withdrawal, draw_outcome, draw`);
  }
}
