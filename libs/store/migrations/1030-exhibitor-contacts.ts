import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom an organizer calls about an exhibitor: personal data, for the fair's organizers alone. */
export class ExhibitorContacts1760000001030 implements MigrationInterface {
  name = 'ExhibitorContacts1760000001030';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE exhibitor
        ADD COLUMN representative text,
        ADD COLUMN contact_phone text,
        ADD CONSTRAINT exhibitor_representative_length CHECK (length(representative) BETWEEN 1 AND 200),
        ADD CONSTRAINT exhibitor_contact_phone_shape CHECK (contact_phone ~ '^[+]?[0-9][0-9 .()-]{5,24}$')`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE exhibitor DROP COLUMN contact_phone, DROP COLUMN representative`);
  }
}
