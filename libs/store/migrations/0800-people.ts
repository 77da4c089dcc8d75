import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One-time links: to the first account of an install, to a role in a fair, to a new password. */
export class People1760000000800 implements MigrationInterface {
  name = 'People1760000000800';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE setup_link (
        token_hash bytea PRIMARY KEY,
        issued_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT setup_link_token_hashed CHECK (octet_length(token_hash) = 32)
      )`);
    await db.query(`
      CREATE TABLE reset_link (
        token_hash bytea PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account (id),
        issued_by uuid REFERENCES account (id),
        issued_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        CONSTRAINT reset_link_token_hashed CHECK (octet_length(token_hash) = 32)
      )`);
    await db.query(`CREATE INDEX reset_link_account_id_idx ON reset_link (account_id)`);
    await db.query(`
      CREATE TABLE invitation (
        fair_id uuid NOT NULL REFERENCES fair (id),
        id uuid NOT NULL,
        role text NOT NULL,
        exhibitor_id uuid,
        for_name text NOT NULL,
        token_hash bytea NOT NULL,
        invited_by uuid NOT NULL REFERENCES account (id),
        invited_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        accepted_by uuid REFERENCES account (id),
        accepted_at timestamptz,
        withdrawn_at timestamptz,
        PRIMARY KEY (fair_id, id),
        UNIQUE (fair_id, token_hash),
        FOREIGN KEY (fair_id, exhibitor_id) REFERENCES exhibitor (fair_id, id),
        CONSTRAINT invitation_role_known CHECK (role IN ('organizer', 'official', 'exhibitor', 'gate')),
        CONSTRAINT invitation_exhibitor_named CHECK ((role = 'exhibitor') = (exhibitor_id IS NOT NULL)),
        CONSTRAINT invitation_token_hashed CHECK (octet_length(token_hash) = 32),
        CONSTRAINT invitation_taken_by_someone CHECK ((accepted_at IS NULL) = (accepted_by IS NULL)),
        CONSTRAINT invitation_ended_once CHECK (accepted_at IS NULL OR withdrawn_at IS NULL)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE invitation, reset_link, setup_link`);
  }
}
