import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Second factors of accounts, and signatures under revisions. Once a day is signed, no revision of it
 * comes by itself: a trigger refuses one that nobody closed.
 */
export class Signatures1760000000960 implements MigrationInterface {
  name = 'Signatures1760000000960';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE second_factor (
        id uuid PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account (id),
        secret bytea,
        offered_at timestamptz NOT NULL,
        confirmed_at timestamptz,
        retired_at timestamptz,
        retired_by uuid REFERENCES account (id),
        CONSTRAINT second_factor_secret_length CHECK (octet_length(secret) = 20),
        CONSTRAINT second_factor_secret_kept CHECK ((secret IS NULL) = (retired_at IS NOT NULL)),
        CONSTRAINT second_factor_retired_once_confirmed
          CHECK (retired_at IS NULL OR confirmed_at IS NOT NULL),
        CONSTRAINT second_factor_retired_by_another
          CHECK (retired_by IS NULL OR (retired_at IS NOT NULL AND retired_by <> account_id))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX second_factor_of_account_idx ON second_factor (account_id) WHERE retired_at IS NULL`,
    );
    await db.query(`
      CREATE TABLE second_factor_use (
        second_factor_id uuid NOT NULL REFERENCES second_factor (id),
        step bigint NOT NULL,
        used_at timestamptz NOT NULL,
        PRIMARY KEY (second_factor_id, step)
      )`);
    await db.query(`ALTER TABLE closing ADD UNIQUE (fair_id, day, revision, hash)`);
    await db.query(`
      CREATE TABLE closing_signature (
        fair_id uuid NOT NULL,
        day date NOT NULL,
        revision integer NOT NULL,
        account_id uuid NOT NULL REFERENCES account (id),
        hash bytea NOT NULL,
        signer_name text NOT NULL,
        signed_at timestamptz NOT NULL,
        exception text,
        second_factor_id uuid,
        step bigint,
        PRIMARY KEY (fair_id, day, revision, account_id),
        FOREIGN KEY (fair_id, day, revision, hash)
          REFERENCES closing (fair_id, day, revision, hash),
        FOREIGN KEY (second_factor_id, step) REFERENCES second_factor_use (second_factor_id, step),
        CONSTRAINT closing_signature_code_once UNIQUE (fair_id, second_factor_id, step),
        CONSTRAINT closing_signature_proved_whole
          CHECK ((second_factor_id IS NULL) = (step IS NULL)),
        CONSTRAINT closing_signature_named CHECK (signer_name <> ''),
        CONSTRAINT closing_signature_exception_told CHECK (length(exception) BETWEEN 10 AND 500)
      )`);
    for (const facts of ['second_factor_use', 'closing_signature']) {
      await db.query(
        `CREATE TRIGGER ${facts}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${facts}
           FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
      );
    }
    await db.query(`
      CREATE FUNCTION refuse_closing_by_itself() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.closed_by IS NULL AND EXISTS (SELECT 1 FROM closing_signature
             WHERE fair_id = NEW.fair_id AND day = NEW.day) THEN
          RAISE EXCEPTION 'the day % is signed: its next revision takes a person and a reason', NEW.day
            USING ERRCODE = '23514', CONSTRAINT = 'closing_of_signed_day_by_person';
        END IF;
        RETURN NEW;
      END $$`);
    await db.query(
      `CREATE TRIGGER closing_of_signed_day BEFORE INSERT ON closing
         FOR EACH ROW EXECUTE FUNCTION refuse_closing_by_itself()`,
    );
    /* Whoever holds a document knows its hash and not its fair. As text, so that no look-up by a key takes these. */
    await db.query(`CREATE INDEX closing_by_hash_idx ON closing (encode(hash, 'hex'))`);
    await db.query(`CREATE INDEX report_by_hash_idx ON report (encode(sha256, 'hex'))`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX report_by_hash_idx, closing_by_hash_idx`);
    await db.query(`DROP TRIGGER closing_of_signed_day ON closing`);
    await db.query(`DROP FUNCTION refuse_closing_by_itself()`);
    await db.query(`DROP TABLE closing_signature`);
    await db.query(`ALTER TABLE closing DROP CONSTRAINT closing_fair_id_day_revision_hash_key`);
    await db.query(`DROP TABLE second_factor_use, second_factor`);
  }
}
