import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Account } from '../account/account.entity';
import type { Role } from '../role/role';

/* What planning owns is named, not imported: it stands on identity. */
/** A role in a fair, offered to whoever holds the link; taken once. */
@Entity('invitation')
@Unique(['fairId', 'tokenHash'])
@ForeignKey('Fair', ['fairId'], ['id'])
@ForeignKey('Exhibitor', ['fairId', 'exhibitorId'], ['fairId', 'id'])
@ForeignKey('Delegation', ['fairId', 'delegationId'], ['fairId', 'id'])
@Check(
  'invitation_role_known',
  `role IN ('organizer', 'official', 'exhibitor', 'gate', 'zone_staff', 'delegation_lead')`,
)
@Check('invitation_delegation_named', `(role = 'delegation_lead') = (delegation_id IS NOT NULL)`)
@Check('invitation_exhibitor_named', `(role = 'exhibitor') = (exhibitor_id IS NOT NULL)`)
@Check('invitation_token_hashed', 'octet_length(token_hash) = 32')
@Check('invitation_taken_by_someone', `(accepted_at IS NULL) = (accepted_by IS NULL)`)
@Check('invitation_ended_once', `accepted_at IS NULL OR withdrawn_at IS NULL`)
export class Invitation {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  role: Role;

  @Column('uuid', { nullable: true })
  exhibitorId: string | null;

  @Column('uuid', { nullable: true })
  delegationId: string | null;

  /** Whom it is meant for, as the inviter wrote it; may be empty. */
  @Column('text')
  forName: string;

  @Column('bytea')
  tokenHash: Buffer;

  @ForeignKey(() => Account)
  @Column('uuid')
  invitedBy: string;

  @Column('timestamptz')
  invitedAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @ForeignKey(() => Account)
  @Column('uuid', { nullable: true })
  acceptedBy: string | null;

  @Column('timestamptz', { nullable: true })
  acceptedAt: Date | null;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;
}
