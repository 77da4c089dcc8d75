import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What booths say they sold outside a till: facts beside the documents, never among them. The links
 * by which a booth says it, the sums of it for the board, and what a closing froze of it.
 */
export class DeclaredSales1760000000900 implements MigrationInterface {
  name = 'DeclaredSales1760000000900';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE declare_link (
        fair_id uuid NOT NULL,
        id uuid NOT NULL,
        booth_id uuid NOT NULL,
        exhibitor_id uuid NOT NULL,
        token_hash bytea NOT NULL,
        issued_by uuid NOT NULL REFERENCES account (id),
        issued_at timestamptz NOT NULL,
        withdrawn_at timestamptz,
        PRIMARY KEY (fair_id, id),
        UNIQUE (fair_id, token_hash),
        CONSTRAINT declare_link_place UNIQUE (fair_id, id, booth_id, exhibitor_id),
        FOREIGN KEY (fair_id, booth_id) REFERENCES booth (fair_id, id),
        FOREIGN KEY (fair_id, exhibitor_id) REFERENCES exhibitor (fair_id, id),
        CONSTRAINT declare_link_token_hashed CHECK (octet_length(token_hash) = 32)
      )`);
    /* The chain is a foreign key to itself, as a register's is: no gap and no fork without any code. */
    await db.query(`
      CREATE TABLE declared_sale (
        fair_id uuid NOT NULL,
        id uuid NOT NULL,
        booth_id uuid NOT NULL,
        zone_id uuid NOT NULL,
        exhibitor_id uuid NOT NULL,
        fair_day date NOT NULL,
        revision integer NOT NULL,
        previous_revision integer,
        revises uuid,
        amount_vnd bigint NOT NULL,
        sales_count integer,
        source text NOT NULL,
        account_id uuid REFERENCES account (id),
        link_id uuid,
        register_id uuid,
        usual_vnd bigint,
        is_confirmed boolean NOT NULL,
        said_at timestamptz NOT NULL,
        declared_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, id),
        CONSTRAINT declared_sale_no_fork
          UNIQUE (fair_id, fair_day, booth_id, exhibitor_id, revision),
        CONSTRAINT declared_sale_place
          UNIQUE (fair_id, id, booth_id, exhibitor_id, fair_day, revision),
        FOREIGN KEY (fair_id, booth_id, zone_id) REFERENCES booth (fair_id, id, zone_id),
        FOREIGN KEY (fair_id, exhibitor_id) REFERENCES exhibitor (fair_id, id),
        CONSTRAINT declared_sale_extends_chain
          FOREIGN KEY (fair_id, revises, booth_id, exhibitor_id, fair_day, previous_revision)
          REFERENCES declared_sale (fair_id, id, booth_id, exhibitor_id, fair_day, revision),
        CONSTRAINT declared_sale_by_its_link FOREIGN KEY (fair_id, link_id, booth_id, exhibitor_id)
          REFERENCES declare_link (fair_id, id, booth_id, exhibitor_id),
        CONSTRAINT declared_sale_by_its_register FOREIGN KEY (fair_id, register_id, exhibitor_id)
          REFERENCES register (fair_id, id, exhibitor_id),
        CONSTRAINT declared_sale_revision_positive CHECK (revision >= 1),
        CONSTRAINT declared_sale_previous_is_one_less
          CHECK (previous_revision IS NOT DISTINCT FROM nullif(revision, 1) - 1),
        CONSTRAINT declared_sale_first_revises_none CHECK ((revises IS NULL) = (revision = 1)),
        CONSTRAINT declared_sale_amount_range CHECK (amount_vnd BETWEEN 0 AND 10000000000),
        CONSTRAINT declared_sale_count_range CHECK (sales_count BETWEEN 0 AND 100000),
        CONSTRAINT declared_sale_usual_range CHECK (usual_vnd BETWEEN 0 AND 10000000000),
        CONSTRAINT declared_sale_source_known CHECK (source IN
          ('booth_link', 'till', 'zone_staff', 'delegation_lead', 'organizer')),
        CONSTRAINT declared_sale_said_by_one CHECK (
          (link_id IS NOT NULL) = (source = 'booth_link') AND
          (register_id IS NOT NULL) = (source = 'till') AND
          (account_id IS NOT NULL) = (source IN ('zone_staff', 'delegation_lead', 'organizer'))),
        CONSTRAINT declared_sale_usual_when_asked CHECK (usual_vnd IS NULL OR is_confirmed)
      )`);
    await db.query(
      `CREATE TRIGGER declared_sale_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON declared_sale
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    );
    await db.query(`
      CREATE TABLE declared_rollup (
        fair_id uuid NOT NULL REFERENCES fair (id),
        day date NOT NULL,
        dimension text NOT NULL,
        key text NOT NULL,
        fact_count bigint NOT NULL,
        declared_count bigint NOT NULL,
        declared_vnd bigint NOT NULL,
        PRIMARY KEY (fair_id, day, dimension, key),
        CONSTRAINT declared_rollup_dimension_known CHECK (dimension IN
          ('day', 'zone', 'booth', 'exhibitor', 'origin', 'place', 'delegation'))
      ) WITH (fillfactor = 70)`);
    /* Which booths were heard from without selling: a few rows of a day, read by the board. */
    await db.query(
      `CREATE INDEX document_quiet_idx ON document (fair_id, fair_day, booth_id)
         WHERE kind IN ('shift_open', 'shift_close', 'cash_move')`,
    );
    await db.query(`
      ALTER TABLE closing
        ADD COLUMN declared_count bigint,
        ADD COLUMN declared_vnd bigint,
        ADD COLUMN declared_hash bytea,
        ADD CONSTRAINT closing_declared_whole CHECK (
          (declared_count IS NULL) = (declared_hash IS NULL) AND
          (declared_vnd IS NULL) = (declared_hash IS NULL)),
        ADD CONSTRAINT closing_declared_hash_length CHECK (octet_length(declared_hash) = 32)`);
    await db.query(`
      CREATE TABLE closing_declared (
        fair_id uuid NOT NULL,
        declared_id uuid NOT NULL,
        day date NOT NULL,
        revision integer NOT NULL,
        PRIMARY KEY (fair_id, declared_id),
        FOREIGN KEY (fair_id, day, revision) REFERENCES closing (fair_id, day, revision),
        FOREIGN KEY (fair_id, declared_id) REFERENCES declared_sale (fair_id, id)
      )`);
    await db.query(
      `CREATE INDEX closing_declared_day_idx ON closing_declared (fair_id, day, revision)`,
    );
    await db.query(
      `CREATE TRIGGER closing_declared_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON closing_declared
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE closing_declared`);
    await db.query(
      `ALTER TABLE closing DROP COLUMN declared_count, DROP COLUMN declared_vnd, DROP COLUMN declared_hash`,
    );
    await db.query(`DROP INDEX document_quiet_idx`);
    await db.query(`DROP TABLE declared_rollup, declared_sale, declare_link`);
  }
}
