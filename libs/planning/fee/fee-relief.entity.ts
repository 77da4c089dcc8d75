import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Delegation } from '../exhibitor/delegation.entity';
import { Exhibitor, type ExhibitorKind } from '../exhibitor/exhibitor.entity';
import { Fair } from '../fair/fair.entity';

export const RELIEF_GROUNDS = ['ocop', 'kind', 'exhibitor', 'delegation'] as const;
export type ReliefGround = (typeof RELIEF_GROUNDS)[number];

/**
 * Why an exhibitor does not pay for its booth itself: it is free (an OCOP product, its kind, by hand)
 * or its delegation pays. Withdrawn, never edited.
 */
@Entity('fee_relief')
@ForeignKey(() => Fair, ['fairId'], ['id'])
@ForeignKey(() => Exhibitor, ['fairId', 'exhibitorId'], ['fairId', 'id'])
@ForeignKey(() => Delegation, ['fairId', 'delegationId'], ['fairId', 'id'])
@Check(
  'fee_relief_ground_named',
  `ground IN ('ocop', 'kind', 'exhibitor', 'delegation') AND (ground = 'ocop') = (min_star IS NOT NULL) AND (ground = 'kind') = (exhibitor_kind IS NOT NULL) AND (ground = 'exhibitor') = (exhibitor_id IS NOT NULL) AND (ground = 'delegation') = (delegation_id IS NOT NULL)`,
)
@Check('fee_relief_star_range', `min_star BETWEEN 3 AND 5`)
@Check('fee_relief_reasoned', `length(btrim(reason)) BETWEEN 1 AND 300`)
@Check('fee_relief_withdrawal_whole', `(withdrawn_by IS NULL) = (withdrawn_at IS NULL)`)
export class FeeRelief {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') ground: ReliefGround;
  /** A product of at least so many OCOP stars makes its exhibitor free. */
  @Column('smallint', { nullable: true }) minStar: number | null;
  @Column('text', { nullable: true }) exhibitorKind: ExhibitorKind | null;
  @Column('uuid', { nullable: true }) exhibitorId: string | null;
  /** It pays for the exhibitors that come with it. */
  @Column('uuid', { nullable: true }) delegationId: string | null;
  /** Who decided it, by which paper; it stands on the notice. */
  @Column('text') reason: string;
  @ForeignKey(() => Account)
  @Column('uuid')
  givenBy: string;
  @Column('timestamptz') givenAt: Date;
  @ForeignKey(() => Account)
  @Column('uuid', { nullable: true })
  withdrawnBy: string | null;
  @Column('timestamptz', { nullable: true }) withdrawnAt: Date | null;
}
