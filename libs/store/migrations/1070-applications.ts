import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Applications to take part in a fair: until when, what each says, its files, and every step that was
 * taken with it.
 */
export class Applications1760000001070 implements MigrationInterface {
  name = 'Applications1760000001070';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE application_call (
        fair_id uuid NOT NULL REFERENCES fair (id),
        last_day date NOT NULL,
        shows_place boolean NOT NULL,
        changed_by uuid NOT NULL REFERENCES account (id),
        changed_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id)
      )`);
    await db.query(`
      CREATE TABLE application (
        fair_id uuid NOT NULL REFERENCES application_call (fair_id),
        id uuid NOT NULL,
        code_hash bytea NOT NULL,
        state text NOT NULL,
        version integer NOT NULL,
        language text NOT NULL,
        content jsonb NOT NULL,
        sent jsonb,
        number integer,
        waiting_order integer,
        exhibitor_id uuid,
        created_at timestamptz NOT NULL,
        changed_at timestamptz NOT NULL,
        sent_at timestamptz,
        PRIMARY KEY (fair_id, id),
        UNIQUE (fair_id, code_hash),
        UNIQUE (fair_id, number),
        UNIQUE (fair_id, exhibitor_id),
        FOREIGN KEY (fair_id, exhibitor_id) REFERENCES exhibitor (fair_id, id),
        CONSTRAINT application_code_hashed CHECK (octet_length(code_hash) = 32),
        CONSTRAINT application_state_known CHECK (
          state IN ('draft', 'sent', 'asked_back', 'waiting', 'accepted', 'refused', 'withdrawn')),
        CONSTRAINT application_language_known CHECK (language IN ('vi', 'en')),
        CONSTRAINT application_version_counted CHECK (version >= 1),
        CONSTRAINT application_content_bounded CHECK (
          octet_length(content::text) <= 65536 AND octet_length(sent::text) <= 65536),
        CONSTRAINT application_sent_whole CHECK (
          (state = 'draft') = (sent IS NULL) AND num_nonnulls(sent, number, sent_at) IN (0, 3)),
        CONSTRAINT application_waits_in_order CHECK ((state = 'waiting') = (waiting_order IS NOT NULL)),
        CONSTRAINT application_accepted_as CHECK ((state = 'accepted') = (exhibitor_id IS NOT NULL))
      )`);
    await db.query(`
      CREATE TABLE application_file (
        fair_id uuid NOT NULL,
        application_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        media_type text NOT NULL,
        byte_count integer NOT NULL,
        bytes bytea NOT NULL,
        sha256 bytea NOT NULL,
        added_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, application_id, id),
        UNIQUE (fair_id, application_id, sha256),
        FOREIGN KEY (fair_id, application_id) REFERENCES application (fair_id, id),
        CONSTRAINT application_file_named CHECK (length(name) BETWEEN 1 AND 120),
        CONSTRAINT application_file_type_known CHECK (
          media_type IN ('application/pdf', 'image/jpeg', 'image/png')),
        CONSTRAINT application_file_bounded CHECK (
          byte_count BETWEEN 1 AND 5242880 AND byte_count = octet_length(bytes)),
        CONSTRAINT application_file_hash_of_bytes CHECK (sha256 = sha256(bytes))
      )`);
    await db.query(`
      CREATE TABLE application_step (
        fair_id uuid NOT NULL,
        application_id uuid NOT NULL,
        number integer NOT NULL,
        action text NOT NULL,
        state text NOT NULL,
        message text,
        changed text[] NOT NULL,
        account_id uuid REFERENCES account (id),
        at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, application_id, number),
        FOREIGN KEY (fair_id, application_id) REFERENCES application (fair_id, id),
        CONSTRAINT application_step_numbered CHECK (number >= 1),
        CONSTRAINT application_step_action_known CHECK (
          action IN ('send', 'withdraw', 'accept', 'ask_back', 'refuse', 'wait')),
        CONSTRAINT application_step_message_length CHECK (length(message) BETWEEN 1 AND 2000),
        CONSTRAINT application_step_says_why CHECK (
          message IS NOT NULL OR action NOT IN ('ask_back', 'refuse')),
        CONSTRAINT application_step_by_whom CHECK (
          (account_id IS NULL) = (action IN ('send', 'withdraw')))
      )`);
    await db.query(
      `CREATE TRIGGER application_step_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON application_step
         FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE application_step, application_file, application, application_call`);
  }
}
