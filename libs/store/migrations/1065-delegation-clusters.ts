import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which place a delegation stands for, whom to call about it, and which booths are kept for it. */
export class DelegationClusters1760000001065 implements MigrationInterface {
  name = 'DelegationClusters1760000001065';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE delegation
        ADD COLUMN country_code text,
        ADD COLUMN place_set text,
        ADD COLUMN place_code text,
        ADD COLUMN contact_person text,
        ADD COLUMN contact_phone text,
        ADD COLUMN contact_mail text,
        ADD FOREIGN KEY (place_set, place_code) REFERENCES place (set, code),
        ADD CONSTRAINT delegation_country_shape CHECK (country_code ~ '^[A-Z]{2}$'),
        ADD CONSTRAINT delegation_place_whole CHECK (
          num_nonnulls(place_set, place_code) = CASE WHEN country_code = 'VN' THEN 2 ELSE 0 END),
        ADD CONSTRAINT delegation_contact_person_length CHECK (length(contact_person) BETWEEN 1 AND 200),
        ADD CONSTRAINT delegation_contact_phone_shape CHECK (contact_phone ~ '^[+]?[0-9][0-9 .()-]{5,24}$'),
        ADD CONSTRAINT delegation_contact_mail_shape CHECK (
          contact_mail ~ '^[^@ ]+@[^@ ]+$' AND length(contact_mail) <= 254)`);
    await db.query(`
      CREATE TABLE delegation_booth (
        fair_id uuid NOT NULL,
        booth_id uuid NOT NULL,
        delegation_id uuid NOT NULL,
        PRIMARY KEY (fair_id, booth_id),
        FOREIGN KEY (fair_id, booth_id) REFERENCES booth (fair_id, id),
        FOREIGN KEY (fair_id, delegation_id) REFERENCES delegation (fair_id, id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE delegation_booth`);
    await db.query(`
      ALTER TABLE delegation
        DROP COLUMN contact_mail, DROP COLUMN contact_phone, DROP COLUMN contact_person,
        DROP COLUMN place_code, DROP COLUMN place_set, DROP COLUMN country_code`);
  }
}
