import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Workbooks beside the PDFs, the state of a file on its way, and a bound for the grace of a fair. */
export class ReportFiles1760000000860 implements MigrationInterface {
  name = 'ReportFiles1760000000860';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE report DROP CONSTRAINT report_format_known`);
    await db.query(
      `ALTER TABLE report ADD CONSTRAINT report_format_known CHECK (format IN ('pdf', 'xlsx'))`,
    );
    await db.query(`
      CREATE TABLE wanted_report (
        fair_id uuid NOT NULL,
        day date NOT NULL,
        revision integer NOT NULL,
        kind text NOT NULL,
        language text NOT NULL,
        format text NOT NULL,
        percent smallint,
        failed_code text,
        tried_at timestamptz,
        PRIMARY KEY (fair_id, day, revision, kind, language, format),
        FOREIGN KEY (fair_id, day, revision) REFERENCES closing (fair_id, day, revision),
        CONSTRAINT wanted_report_percent CHECK (percent BETWEEN 0 AND 100)
      )`);
    await db.query(`
      ALTER TABLE fair ADD CONSTRAINT fair_closing_grace_range
        CHECK (closing_grace_minutes BETWEEN 0 AND 720)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE fair DROP CONSTRAINT fair_closing_grace_range`);
    await db.query(`DROP TABLE wanted_report`);
    await db.query(`ALTER TABLE report DROP CONSTRAINT report_format_known`);
    await db.query(
      `ALTER TABLE report ADD CONSTRAINT report_format_known CHECK (format IN ('pdf'))`,
    );
  }
}
