import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A phone whose chain was taken goes on in an epoch of its own. `phone_epoch` is the enrolment by
 * code that an epoch goes back to: the same phone, dated and revoked as one.
 */
export class PhoneEpochs1760000000875 implements MigrationInterface {
  name = 'PhoneEpochs1760000000875';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE register_epoch ADD COLUMN phone_epoch integer`);
    await db.query(`UPDATE register_epoch SET phone_epoch = epoch`);
    await db.query(`
      ALTER TABLE register_epoch
        ALTER COLUMN phone_epoch SET NOT NULL,
        ADD FOREIGN KEY (fair_id, register_id, phone_epoch)
          REFERENCES register_epoch (fair_id, register_id, epoch),
        ADD CONSTRAINT register_epoch_phone_first CHECK (phone_epoch <= epoch)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE register_epoch DROP COLUMN phone_epoch`);
  }
}
