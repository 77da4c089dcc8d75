import { Account } from '@phien/identity';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Fair } from '../fair/fair.entity';

/** That a fair takes applications, and until when. Holding its row makes decisions take turns. */
@Entity('application_call')
@ForeignKey(() => Fair, ['fairId'], ['id'])
@ForeignKey(() => Account, ['changedBy'], ['id'])
export class ApplicationCall {
  @PrimaryColumn('uuid') fairId: string;
  /** YYYY-MM-DD in the fair's zone; the whole day still counts. */
  @Column('date') lastDay: string;
  /** Whether who waits is told their place in the line. */
  @Column('boolean') showsPlace: boolean;
  @Column('uuid') changedBy: string;
  @Column('timestamptz') changedAt: Date;
}
