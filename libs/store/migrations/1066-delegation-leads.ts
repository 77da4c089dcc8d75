import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What whoever leads a delegation may do by themselves, and until when. */
export class DelegationLeads1760000001066 implements MigrationInterface {
  name = 'DelegationLeads1760000001066';

  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `ALTER TABLE delegation ADD COLUMN lead_gives_booths boolean NOT NULL DEFAULT false`,
    );
    await db.query(`ALTER TABLE fair ADD COLUMN leads_until date`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE fair DROP COLUMN leads_until`);
    await db.query(`ALTER TABLE delegation DROP COLUMN lead_gives_booths`);
  }
}
