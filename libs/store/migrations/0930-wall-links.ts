import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Links by which walls show the board: of the secret only its hash, and who made and ended each. */
export class WallLinks1760000000930 implements MigrationInterface {
  name = 'WallLinks1760000000930';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE wall_link (
        fair_id uuid NOT NULL REFERENCES fair (id),
        id uuid NOT NULL,
        name text NOT NULL,
        audience text NOT NULL,
        language text NOT NULL,
        token_hash bytea NOT NULL,
        issued_by uuid NOT NULL REFERENCES account (id),
        issued_at timestamptz NOT NULL,
        seen_at timestamptz,
        revoked_by uuid REFERENCES account (id),
        revoked_at timestamptz,
        PRIMARY KEY (fair_id, id),
        CONSTRAINT wall_link_secret UNIQUE (fair_id, token_hash),
        CONSTRAINT wall_link_token_hashed CHECK (octet_length(token_hash) = 32),
        CONSTRAINT wall_link_named CHECK (length(name) BETWEEN 1 AND 60),
        CONSTRAINT wall_link_audience_known CHECK (audience IN ('officials', 'public')),
        CONSTRAINT wall_link_language_known CHECK (language IN ('vi', 'en')),
        CONSTRAINT wall_link_revoked_by_one CHECK ((revoked_by IS NULL) = (revoked_at IS NULL))
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE wall_link`);
  }
}
