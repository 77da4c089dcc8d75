import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What exhibitors are asked to show, such as a food safety certificate, and what they showed. */
export class Dossiers1760000001061 implements MigrationInterface {
  name = 'Dossiers1760000001061';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE dossier_kind (
        fair_id uuid NOT NULL REFERENCES fair (id),
        id uuid NOT NULL,
        name_vi text NOT NULL,
        name_en text NOT NULL,
        is_for_all boolean NOT NULL,
        exhibitor_kinds text[] NOT NULL,
        class_codes text[] NOT NULL,
        warn_days smallint NOT NULL,
        retired_at timestamptz,
        PRIMARY KEY (fair_id, id),
        CONSTRAINT dossier_kind_named CHECK (
          length(btrim(name_vi)) BETWEEN 1 AND 120 AND length(btrim(name_en)) BETWEEN 1 AND 120),
        CONSTRAINT dossier_kind_exhibitor_kinds_known CHECK (exhibitor_kinds <@ ARRAY[
          'enterprise', 'cooperative', 'cooperativeGroup', 'household', 'facility', 'farm', 'tradePromotion', 'locality']),
        CONSTRAINT dossier_kind_warn_days_range CHECK (warn_days BETWEEN 0 AND 365)
      )`);
    await db.query(`
      CREATE TABLE dossier_item (
        fair_id uuid NOT NULL,
        id uuid NOT NULL,
        exhibitor_id uuid NOT NULL,
        kind_id uuid NOT NULL,
        number text,
        issuer text,
        issued_on date,
        expires_on date,
        added_by uuid NOT NULL REFERENCES account (id),
        added_at timestamptz NOT NULL,
        removed_by uuid REFERENCES account (id),
        removed_at timestamptz,
        PRIMARY KEY (fair_id, id),
        FOREIGN KEY (fair_id, exhibitor_id) REFERENCES exhibitor (fair_id, id),
        FOREIGN KEY (fair_id, kind_id) REFERENCES dossier_kind (fair_id, id),
        CONSTRAINT dossier_item_number_length CHECK (length(number) BETWEEN 1 AND 100),
        CONSTRAINT dossier_item_issuer_length CHECK (length(issuer) BETWEEN 1 AND 200),
        CONSTRAINT dossier_item_days_in_order CHECK (issued_on <= expires_on),
        CONSTRAINT dossier_item_removed_by_someone CHECK ((removed_at IS NULL) = (removed_by IS NULL))
      )`);
    await db.query(`
      CREATE TABLE dossier_file (
        fair_id uuid NOT NULL,
        item_id uuid NOT NULL,
        media_type text NOT NULL,
        bytes bytea NOT NULL,
        sha256 bytea NOT NULL,
        added_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, item_id),
        FOREIGN KEY (fair_id, item_id) REFERENCES dossier_item (fair_id, id),
        CONSTRAINT dossier_file_type_known CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png')),
        CONSTRAINT dossier_file_bounded CHECK (octet_length(bytes) BETWEEN 1 AND 5242880),
        CONSTRAINT dossier_file_hash_of_bytes CHECK (sha256 = sha256(bytes))
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE dossier_file, dossier_item, dossier_kind`);
  }
}
