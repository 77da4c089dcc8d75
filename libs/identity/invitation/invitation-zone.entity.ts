import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Invitation } from './invitation.entity';

/* Zone is named, not imported: planning stands on identity. */
/** A zone that invited zone staff will look after. */
@Entity('invitation_zone')
@ForeignKey(() => Invitation, ['fairId', 'invitationId'], ['fairId', 'id'])
@ForeignKey('Zone', ['fairId', 'zoneId'], ['fairId', 'id'])
export class InvitationZone {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  invitationId: string;

  @PrimaryColumn('uuid')
  zoneId: string;
}
