import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Fair } from './fair.entity';

/**
 * Who proposed to seal a fair, and who else sealed it. While it is a proposal it may be taken back;
 * once sealed it never changes, and no fair is sealed without it: by triggers.
 */
@Entity('fair_seal')
@Check('fair_seal_by_two', `sealed_by <> proposed_by`)
@Check('fair_seal_whole', `(sealed_by IS NULL) = (sealed_at IS NULL)`)
export class FairSeal {
  @ForeignKey(() => Fair)
  @PrimaryColumn('uuid')
  fairId: string;

  @ForeignKey(() => Account)
  @Column('uuid')
  proposedBy: string;

  @Column('timestamptz')
  proposedAt: Date;

  @ForeignKey(() => Account)
  @Column('uuid', { nullable: true })
  sealedBy: string | null;

  @Column('timestamptz', { nullable: true })
  sealedAt: Date | null;
}
