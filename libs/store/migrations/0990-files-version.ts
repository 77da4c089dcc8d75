import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How often what is told of a fair's files has changed, for screens that show how far they are. */
export class FilesVersion1760000000990 implements MigrationInterface {
  name = 'FilesVersion1760000000990';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE files_version (
        fair_id uuid PRIMARY KEY REFERENCES fair (id),
        version bigint NOT NULL
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE files_version`);
  }
}
