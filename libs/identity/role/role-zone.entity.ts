import { Check, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RoleGrant } from './role-grant.entity';

/* Zone is named, not imported: planning stands on identity. */
/** A zone whose booths an account of zone staff looks after. */
@Entity('role_zone')
@ForeignKey(() => RoleGrant, ['fairId', 'accountId', 'role'], ['fairId', 'accountId', 'role'], {
  onDelete: 'CASCADE',
})
@ForeignKey('Zone', ['fairId', 'zoneId'], ['fairId', 'id'])
@Check('role_zone_of_zone_staff', `role = 'zone_staff'`)
export class RoleZone {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  accountId: string;

  @PrimaryColumn('text')
  role: 'zone_staff';

  @PrimaryColumn('uuid')
  zoneId: string;
}
