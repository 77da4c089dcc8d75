import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../account/account.entity';
import type { Role } from './role';

/* Fair and Exhibitor are named, not imported: planning stands on identity, and the arrow goes one way. */
/** What an account may do in one fair; an exhibitor's account stands for one exhibitor there. */
@Entity('role_grant')
@ForeignKey('Fair', ['fairId'], ['id'])
@ForeignKey('Exhibitor', ['fairId', 'exhibitorId'], ['fairId', 'id'])
@Check('role_grant_role_known', `role IN ('organizer', 'official', 'exhibitor', 'gate')`)
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

  @Column('timestamptz')
  grantedAt: Date;
}
