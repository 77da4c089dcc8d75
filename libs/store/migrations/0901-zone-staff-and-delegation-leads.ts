import type { MigrationInterface, QueryRunner } from 'typeorm';

const ROLES_BEFORE = `('organizer', 'official', 'exhibitor', 'gate')`;
const ROLES = `('organizer', 'official', 'exhibitor', 'gate', 'zone_staff', 'delegation_lead')`;

/** Two roles that look after booths of others: staff of some zones, and whoever leads a delegation. */
export class ZoneStaffAndDelegationLeads1760000000901 implements MigrationInterface {
  name = 'ZoneStaffAndDelegationLeads1760000000901';

  async up(db: QueryRunner): Promise<void> {
    for (const table of ['role_grant', 'invitation']) {
      await db.query(`
        ALTER TABLE ${table}
          DROP CONSTRAINT ${table}_role_known,
          ADD COLUMN delegation_id uuid,
          ADD FOREIGN KEY (fair_id, delegation_id) REFERENCES delegation (fair_id, id),
          ADD CONSTRAINT ${table}_role_known CHECK (role IN ${ROLES}),
          ADD CONSTRAINT ${table}_delegation_named
            CHECK ((role = 'delegation_lead') = (delegation_id IS NOT NULL))`);
    }
    await db.query(`
      CREATE TABLE role_zone (
        fair_id uuid NOT NULL,
        account_id uuid NOT NULL,
        role text NOT NULL,
        zone_id uuid NOT NULL,
        PRIMARY KEY (fair_id, account_id, role, zone_id),
        FOREIGN KEY (fair_id, account_id, role)
          REFERENCES role_grant (fair_id, account_id, role) ON DELETE CASCADE,
        FOREIGN KEY (fair_id, zone_id) REFERENCES zone (fair_id, id),
        CONSTRAINT role_zone_of_zone_staff CHECK (role = 'zone_staff')
      )`);
    await db.query(`
      CREATE TABLE invitation_zone (
        fair_id uuid NOT NULL,
        invitation_id uuid NOT NULL,
        zone_id uuid NOT NULL,
        PRIMARY KEY (fair_id, invitation_id, zone_id),
        FOREIGN KEY (fair_id, invitation_id) REFERENCES invitation (fair_id, id),
        FOREIGN KEY (fair_id, zone_id) REFERENCES zone (fair_id, id)
      )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE invitation_zone, role_zone`);
    for (const table of ['role_grant', 'invitation']) {
      await db.query(`
        ALTER TABLE ${table}
          DROP CONSTRAINT ${table}_role_known,
          DROP COLUMN delegation_id,
          ADD CONSTRAINT ${table}_role_known CHECK (role IN ${ROLES_BEFORE})`);
    }
  }
}
