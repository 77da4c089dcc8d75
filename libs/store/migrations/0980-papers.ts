import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Documents of a fair besides the report of a closed day: what a paper says is frozen when it is asked
 * for the first time, and its files are made of that alone. The same facts are the same paper
 * (`basis_hash`), so asking twice makes no second one. The report of a day gets a file of plain lines.
 */
export class Papers1760000000980 implements MigrationInterface {
  name = 'Papers1760000000980';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE report DROP CONSTRAINT report_format_known`);
    await db.query(
      `ALTER TABLE report ADD CONSTRAINT report_format_known CHECK (format IN ('pdf', 'xlsx', 'csv'))`,
    );
    await db.query(`
      CREATE TABLE paper (
        fair_id uuid NOT NULL REFERENCES fair (id),
        id uuid NOT NULL,
        kind text NOT NULL,
        exhibitor_id uuid,
        day date,
        subject text NOT NULL,
        edition integer NOT NULL,
        is_provisional boolean NOT NULL,
        as_of timestamptz NOT NULL,
        content jsonb NOT NULL,
        content_hash bytea NOT NULL,
        basis_hash bytea NOT NULL,
        ordered_by uuid NOT NULL REFERENCES account (id),
        PRIMARY KEY (fair_id, id),
        UNIQUE (fair_id, subject, edition),
        UNIQUE (fair_id, basis_hash),
        FOREIGN KEY (fair_id, exhibitor_id) REFERENCES exhibitor (fair_id, id),
        CONSTRAINT paper_kind_known
          CHECK (kind IN ('statement', 'sales_export', 'late_list', 'final_report')),
        CONSTRAINT paper_exhibitor_named
          CHECK ((exhibitor_id IS NOT NULL) = (kind IN ('statement', 'sales_export'))),
        CONSTRAINT paper_of_the_whole_fair CHECK (kind <> 'final_report' OR day IS NULL),
        CONSTRAINT paper_subject_whole CHECK (subject = kind || ':' ||
          coalesce(exhibitor_id::text, 'all') || ':' || coalesce(to_char(day, 'YYYY-MM-DD'), 'fair')),
        CONSTRAINT paper_edition_positive CHECK (edition >= 1),
        CONSTRAINT paper_hash_length
          CHECK (octet_length(content_hash) = 32 AND octet_length(basis_hash) = 32)
      )`);
    const file = `
      fair_id uuid NOT NULL,
      paper_id uuid NOT NULL,
      language text NOT NULL,
      format text NOT NULL,
      PRIMARY KEY (fair_id, paper_id, language, format),
      FOREIGN KEY (fair_id, paper_id) REFERENCES paper (fair_id, id)`;
    await db.query(`
      CREATE TABLE paper_file (${file},
        bytes bytea NOT NULL,
        sha256 bytea NOT NULL,
        made_at timestamptz NOT NULL,
        CONSTRAINT paper_file_language_known CHECK (language IN ('vi', 'en')),
        CONSTRAINT paper_file_format_known CHECK (format IN ('pdf', 'xlsx', 'csv', 'docx')),
        CONSTRAINT paper_file_hash_of_bytes CHECK (sha256 = sha256(bytes))
      )`);
    await db.query(`
      CREATE TABLE wanted_paper (${file},
        percent smallint,
        failed_code text,
        tried_at timestamptz,
        CONSTRAINT wanted_paper_percent CHECK (percent BETWEEN 0 AND 100)
      )`);
    for (const table of ['paper', 'paper_file']) {
      await db.query(
        `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
           FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
      );
    }
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE wanted_paper, paper_file, paper`);
    await db.query(`ALTER TABLE report DROP CONSTRAINT report_format_known`);
    await db.query(
      `ALTER TABLE report ADD CONSTRAINT report_format_known CHECK (format IN ('pdf', 'xlsx'))`,
    );
  }
}
