import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Fair } from '../fair/fair.entity';

/** A locality that comes with its sellers and shares out a number of booths among them. */
@Entity('delegation')
@ForeignKey(() => Fair, ['fairId'], ['id'])
@Check('delegation_quota_range', `quota >= 0`)
export class Delegation {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') id: string;
  @Column('text') nameVi: string;
  @Column('text') nameEn: string;
  /** Booths it may share out; null while not decided, or never published. */
  @Column('smallint', { nullable: true }) quota: number | null;
}
