import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../account/account.entity';
import type { Role } from './role';

/* What planning owns is named, not imported: it stands on identity, and the arrow goes one way. */
/**
 * What an account may do in one fair. An exhibitor's account stands for one exhibitor there, a
 * delegation's lead for one delegation; the zones of zone staff are rows of `role_zone`.
 */
@Entity('role_grant')
@ForeignKey('Fair', ['fairId'], ['id'])
@ForeignKey('Exhibitor', ['fairId', 'exhibitorId'], ['fairId', 'id'])
@ForeignKey('Delegation', ['fairId', 'delegationId'], ['fairId', 'id'])
@Check(
  'role_grant_role_known',
  `role IN ('organizer', 'official', 'exhibitor', 'gate', 'zone_staff', 'delegation_lead')`,
)
@Check('role_grant_delegation_named', `(role = 'delegation_lead') = (delegation_id IS NOT NULL)`)
@Check('role_grant_exhibitor_named', `(role = 'exhibitor') = (exhibitor_id IS NOT NULL)`)
export class RoleGrant {
  @PrimaryColumn('uuid')
  fairId: string;

  @Index()
  @ForeignKey(() => Account)
  @PrimaryColumn('uuid')
  accountId: string;

  @PrimaryColumn('text')
  role: Role;

  @Column('uuid', { nullable: true })
  exhibitorId: string | null;

  @Column('uuid', { nullable: true })
  delegationId: string | null;

  @Column('timestamptz')
  grantedAt: Date;
}
