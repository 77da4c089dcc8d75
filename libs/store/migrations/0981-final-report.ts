import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people write into the report on a fair, field by field, and the frame that it is printed in.
 * Both are facts in the order of their revisions: a figure of the ledger that somebody replaced stays
 * on record with who did it and when.
 */
export class FinalReport1760000000981 implements MigrationInterface {
  name = 'FinalReport1760000000981';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE final_field_entry (
        fair_id uuid NOT NULL REFERENCES fair (id),
        field text NOT NULL,
        revision integer NOT NULL,
        state text NOT NULL,
        name_vi text,
        name_en text,
        text_vi text,
        text_en text,
        written_by uuid NOT NULL REFERENCES account (id),
        written_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, field, revision),
        CONSTRAINT final_field_entry_revision_positive CHECK (revision >= 1),
        CONSTRAINT final_field_entry_field_shape CHECK (field ~ '^([a-z_]{3,40}|own-[0-9a-f-]{36})$'),
        CONSTRAINT final_field_entry_state_known CHECK (state IN ('typed', 'from_ledger', 'left_out')),
        CONSTRAINT final_field_entry_own_named CHECK (
          (name_vi IS NOT NULL) = (field LIKE 'own-%') AND (name_en IS NOT NULL) = (field LIKE 'own-%') AND
          length(name_vi) BETWEEN 1 AND 200 AND length(name_en) BETWEEN 1 AND 200),
        CONSTRAINT final_field_entry_own_is_typed
          CHECK (field NOT LIKE 'own-%' OR state <> 'from_ledger'),
        CONSTRAINT final_field_entry_text_where_typed CHECK (
          (text_vi IS NOT NULL) = (state = 'typed') AND (text_en IS NOT NULL) = (state = 'typed') AND
          length(text_vi) BETWEEN 1 AND 4000 AND length(text_en) <= 4000)
      )`);
    await db.query(`
      CREATE TABLE final_report_frame (
        fair_id uuid NOT NULL REFERENCES fair (id),
        language text NOT NULL,
        revision integer NOT NULL,
        name text,
        bytes bytea,
        sha256 bytea,
        brought_by uuid NOT NULL REFERENCES account (id),
        brought_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, language, revision),
        CONSTRAINT final_report_frame_revision_positive CHECK (revision >= 1),
        CONSTRAINT final_report_frame_language_known CHECK (language IN ('vi', 'en')),
        CONSTRAINT final_report_frame_whole CHECK (
          (name IS NULL) = (bytes IS NULL) AND (sha256 IS NULL) = (bytes IS NULL)),
        CONSTRAINT final_report_frame_hash_of_bytes CHECK (sha256 = sha256(bytes)),
        CONSTRAINT final_report_frame_size CHECK (octet_length(bytes) <= 600000)
      )`);
    for (const table of ['final_field_entry', 'final_report_frame']) {
      await db.query(
        `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
           FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
      );
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE final_report_frame, final_field_entry`);
  }
}
