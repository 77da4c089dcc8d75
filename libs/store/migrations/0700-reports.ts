import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A closed day: revisions that never change, what each froze, and the files made of them. */
export class Reports1760000000700 implements MigrationInterface {
  name = 'Reports1760000000700';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE closing (
        fair_id uuid NOT NULL REFERENCES fair (id),
        day date NOT NULL,
        revision integer NOT NULL,
        closed_at timestamptz NOT NULL,
        closed_by uuid REFERENCES account (id),
        reason text NOT NULL,
        is_complete boolean NOT NULL,
        document_count bigint NOT NULL,
        total_vnd bigint NOT NULL,
        entries bigint NOT NULL,
        documents_hash bytea NOT NULL,
        figures jsonb NOT NULL,
        hash bytea NOT NULL,
        PRIMARY KEY (fair_id, day, revision),
        CONSTRAINT closing_revision_positive CHECK (revision >= 1),
        CONSTRAINT closing_hash_length CHECK (octet_length(hash) = 32 AND octet_length(documents_hash) = 32)
      )`);
    await db.query(`
      CREATE TABLE closing_head (
        fair_id uuid NOT NULL,
        day date NOT NULL,
        revision integer NOT NULL,
        register_id uuid NOT NULL,
        epoch integer NOT NULL,
        sequence bigint NOT NULL,
        hash bytea NOT NULL,
        signed_sequence bigint,
        PRIMARY KEY (fair_id, day, revision, register_id, epoch),
        FOREIGN KEY (fair_id, day, revision) REFERENCES closing (fair_id, day, revision),
        CONSTRAINT closing_head_of_link FOREIGN KEY (fair_id, register_id, epoch, sequence, hash)
          REFERENCES link (fair_id, register_id, epoch, sequence, hash)
      )`);
    await db.query(`
      CREATE TABLE closing_document (
        fair_id uuid NOT NULL,
        document_id uuid NOT NULL,
        day date NOT NULL,
        revision integer NOT NULL,
        PRIMARY KEY (fair_id, document_id),
        FOREIGN KEY (fair_id, day, revision) REFERENCES closing (fair_id, day, revision),
        FOREIGN KEY (fair_id, document_id) REFERENCES document (fair_id, id)
      )`);
    await db.query(
      `CREATE INDEX closing_document_day_idx ON closing_document (fair_id, day, revision)`,
    );
    await db.query(`
      CREATE TABLE report (
        fair_id uuid NOT NULL,
        day date NOT NULL,
        revision integer NOT NULL,
        kind text NOT NULL,
        language text NOT NULL,
        format text NOT NULL,
        bytes bytea NOT NULL,
        sha256 bytea NOT NULL,
        made_at timestamptz NOT NULL,
        PRIMARY KEY (fair_id, day, revision, kind, language, format),
        FOREIGN KEY (fair_id, day, revision) REFERENCES closing (fair_id, day, revision),
        CONSTRAINT report_kind_known CHECK (kind IN ('end_of_day')),
        CONSTRAINT report_language_known CHECK (language IN ('vi', 'en')),
        CONSTRAINT report_format_known CHECK (format IN ('pdf')),
        CONSTRAINT report_hash_of_bytes CHECK (sha256 = sha256(bytes))
      )`);
    for (const facts of ['closing', 'closing_head', 'closing_document', 'report']) {
      await db.query(
        `CREATE TRIGGER ${facts}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${facts}
           FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
      );
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE report, closing_document, closing_head, closing`);
  }
}
