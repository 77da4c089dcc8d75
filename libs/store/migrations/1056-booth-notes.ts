import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What organizers note of a booth while they draw: "cột nhà ở góc", "giữ cho đoàn bạn". */
export class BoothNotes1760000001056 implements MigrationInterface {
  name = 'BoothNotes1760000001056';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE booth
        ADD COLUMN note text,
        ADD CONSTRAINT booth_note_length CHECK (length(note) BETWEEN 1 AND 300)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE booth DROP COLUMN note`);
  }
}
