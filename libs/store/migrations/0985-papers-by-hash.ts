import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever holds a paper or a file of one looks it up by its hash, without an account. */
export class PapersByHash1760000000985 implements MigrationInterface {
  name = 'PapersByHash1760000000985';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX paper_by_hash ON paper (content_hash)`);
    await db.query(`CREATE INDEX paper_file_by_hash ON paper_file (sha256)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX paper_by_hash, paper_file_by_hash`);
  }
}
