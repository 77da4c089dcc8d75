import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Delegation } from '../exhibitor/delegation.entity';
import { Booth } from '../plan/booth.entity';

/**
 * A booth that is kept for a delegation: all of them are its cluster. The key is the booth, so two
 * delegations cannot be promised the same one. Who stands there is told by allocations alone.
 */
@Entity('delegation_booth')
@ForeignKey(() => Booth, ['fairId', 'boothId'], ['fairId', 'id'])
@ForeignKey(() => Delegation, ['fairId', 'delegationId'], ['fairId', 'id'])
export class DelegationBooth {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') boothId: string;
  @Column('uuid') delegationId: string;
}
