import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is mailed each closing of a fair, how far each mail is, and the links that mails hold. */
export class ClosingMail1760000000965 implements MigrationInterface {
  name = 'ClosingMail1760000000965';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE mail_recipient (
        fair_id uuid NOT NULL REFERENCES fair (id),
        id uuid NOT NULL,
        name text NOT NULL,
        address text NOT NULL,
        language text NOT NULL,
        added_by uuid NOT NULL REFERENCES account (id),
        added_at timestamptz NOT NULL,
        ended_by uuid REFERENCES account (id),
        ended_at timestamptz,
        PRIMARY KEY (fair_id, id),
        CONSTRAINT mail_recipient_named
          CHECK (length(name) BETWEEN 1 AND 120 AND name !~ '[[:cntrl:]]'),
        CONSTRAINT mail_recipient_address_plain
          CHECK (address ~ '^[!-~]+@[!-~]+$' AND address = lower(address) AND length(address) <= 254),
        CONSTRAINT mail_recipient_language_known CHECK (language IN ('vi', 'en')),
        CONSTRAINT mail_recipient_ended_by_one CHECK ((ended_by IS NULL) = (ended_at IS NULL))
      )`);
    await db.query(
      `CREATE UNIQUE INDEX mail_recipient_living ON mail_recipient (fair_id, address)
        WHERE ended_at IS NULL`,
    );
    await db.query(`
      CREATE TABLE mail_delivery (
        fair_id uuid NOT NULL,
        day date NOT NULL,
        revision integer NOT NULL,
        recipient_id uuid NOT NULL,
        state text NOT NULL,
        tries smallint NOT NULL,
        next_try_at timestamptz,
        last_error text,
        sent_at timestamptz,
        PRIMARY KEY (fair_id, day, revision, recipient_id),
        FOREIGN KEY (fair_id, day, revision) REFERENCES closing (fair_id, day, revision),
        FOREIGN KEY (fair_id, recipient_id) REFERENCES mail_recipient (fair_id, id),
        CONSTRAINT mail_delivery_state_known CHECK (state IN ('waiting', 'sent', 'failed')),
        CONSTRAINT mail_delivery_tries_counted CHECK (tries >= 0),
        CONSTRAINT mail_delivery_waits_until CHECK ((state = 'waiting') = (next_try_at IS NOT NULL)),
        CONSTRAINT mail_delivery_sent_once CHECK ((state = 'sent') = (sent_at IS NOT NULL)),
        CONSTRAINT mail_delivery_says_why CHECK (state <> 'failed' OR last_error IS NOT NULL)
      )`);
    await db.query(`
      CREATE TABLE mail_link (
        fair_id uuid NOT NULL,
        token_hash bytea NOT NULL,
        day date NOT NULL,
        revision integer NOT NULL,
        recipient_id uuid NOT NULL,
        issued_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, token_hash),
        FOREIGN KEY (fair_id, day, revision, recipient_id)
          REFERENCES mail_delivery (fair_id, day, revision, recipient_id),
        CONSTRAINT mail_link_token_hashed CHECK (octet_length(token_hash) = 32),
        CONSTRAINT mail_link_expires CHECK (expires_at > issued_at)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE mail_link, mail_delivery, mail_recipient`);
  }
}
