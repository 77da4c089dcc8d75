import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, sessions, roles by fair, tries to sign in, and the audit log. */
export class Identity1760000000200 implements MigrationInterface {
  name = 'Identity1760000000200';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE account (
        id uuid PRIMARY KEY,
        login text NOT NULL UNIQUE,
        name text NOT NULL,
        password_hash text NOT NULL,
        may_open_fairs boolean NOT NULL DEFAULT false,
        is_demo boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL,
        disabled_at timestamptz,
        CONSTRAINT account_login_folded CHECK (login = lower(btrim(login)) AND login <> '')
      )`);
    await db.query(`
      CREATE TABLE session (
        token_hash bytea PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES account (id),
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        user_agent text NOT NULL DEFAULT '',
        CONSTRAINT session_token_hashed CHECK (octet_length(token_hash) = 32)
      )`);
    await db.query(`CREATE INDEX session_account_id_idx ON session (account_id)`);
    await db.query(`
      CREATE TABLE sign_in_try (
        id uuid PRIMARY KEY,
        login text NOT NULL,
        at timestamptz NOT NULL,
        succeeded boolean NOT NULL
      )`);
    await db.query(`CREATE INDEX sign_in_try_login_at_idx ON sign_in_try (login, at)`);
    await db.query(`
      CREATE TABLE role_grant (
        fair_id uuid NOT NULL,
        account_id uuid NOT NULL REFERENCES account (id),
        role text NOT NULL,
        exhibitor_id uuid,
        granted_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, account_id, role),
        CONSTRAINT role_grant_role_known CHECK (role IN ('organizer', 'official', 'exhibitor', 'gate')),
        CONSTRAINT role_grant_exhibitor_named CHECK ((role = 'exhibitor') = (exhibitor_id IS NOT NULL))
      )`);
    await db.query(`CREATE INDEX role_grant_account_id_idx ON role_grant (account_id)`);
    await db.query(`
      CREATE TABLE audit_entry (
        id uuid PRIMARY KEY,
        fair_id uuid,
        account_id uuid REFERENCES account (id),
        at timestamptz NOT NULL,
        action text NOT NULL,
        subject_id text NOT NULL,
        detail jsonb NOT NULL DEFAULT '{}'
      )`);
    await db.query(`CREATE INDEX audit_entry_fair_id_at_idx ON audit_entry (fair_id, at)`);
    await db.query(
      `CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE audit_entry, role_grant, sign_in_try, session, account`);
  }
}
