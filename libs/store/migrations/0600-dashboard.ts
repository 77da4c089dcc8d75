import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the board reads: sums of facts by day and dimension, thrown away and rebuilt at will. */
export class Dashboard1760000000600 implements MigrationInterface {
  name = 'Dashboard1760000000600';

  async up(db: QueryRunner): Promise<void> {
    /* Few rows, raised several times a second: room on the page keeps each raise out of the index. */
    await db.query(`
      CREATE TABLE sales_rollup (
        fair_id uuid NOT NULL REFERENCES fair (id),
        day date NOT NULL,
        dimension text NOT NULL,
        key text NOT NULL,
        sales_count bigint NOT NULL,
        sales_vnd bigint NOT NULL,
        refund_count bigint NOT NULL,
        refund_vnd bigint NOT NULL,
        PRIMARY KEY (fair_id, day, dimension, key),
        CONSTRAINT sales_rollup_dimension_known CHECK (dimension IN
          ('day', 'minute', 'zone', 'booth', 'exhibitor', 'origin', 'place', 'delegation', 'class', 'star', 'method'))
      ) WITH (fillfactor = 70)`);
    await db.query(`
      CREATE TABLE visits_rollup (
        fair_id uuid NOT NULL REFERENCES fair (id),
        day date NOT NULL,
        dimension text NOT NULL,
        key text NOT NULL,
        entries bigint NOT NULL,
        exits bigint NOT NULL,
        PRIMARY KEY (fair_id, day, dimension, key),
        CONSTRAINT visits_rollup_dimension_known CHECK (dimension IN ('day', 'minute', 'gate'))
      ) WITH (fillfactor = 70)`);
    await db.query(`
      CREATE TABLE board_version (
        fair_id uuid PRIMARY KEY REFERENCES fair (id),
        version bigint NOT NULL,
        folded_at timestamptz NOT NULL
      )`);
    await db.query(`
      CREATE TABLE reconciliation (
        fair_id uuid PRIMARY KEY REFERENCES fair (id),
        checked_at timestamptz NOT NULL,
        took_ms integer NOT NULL,
        difference_count integer NOT NULL,
        differences jsonb NOT NULL
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE reconciliation, board_version, visits_rollup, sales_rollup`);
  }
}
