import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Delegation } from '../exhibitor/delegation.entity';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { Fair } from '../fair/fair.entity';

/** Who owes fees, an exhibitor or a delegation, and the reference its transfers carry for ever. */
@Entity('fee_payer')
@Unique(['fairId', 'reference'])
@Unique(['fairId', 'exhibitorId'])
@Unique(['fairId', 'delegationId'])
@ForeignKey(() => Fair, ['fairId'], ['id'])
@ForeignKey(() => Exhibitor, ['fairId', 'exhibitorId'], ['fairId', 'id'])
@ForeignKey(() => Delegation, ['fairId', 'delegationId'], ['fairId', 'id'])
@Check('fee_payer_is_one', `num_nonnulls(exhibitor_id, delegation_id) = 1`)
@Check('fee_payer_reference_shape', `reference ~ '^PH[2-9A-HJ-NP-Z]{6}$'`)
export class FeePayer {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { nullable: true }) exhibitorId: string | null;
  @Column('uuid', { nullable: true }) delegationId: string | null;
  @Column('text') reference: string;
}
