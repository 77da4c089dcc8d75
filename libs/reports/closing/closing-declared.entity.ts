import { DeclaredSale } from '@phien/sales';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Closing } from './closing.entity';

/** Which revision counted a declared fact first; as `ClosingDocument` is for documents. */
@Entity('closing_declared')
@Index('closing_declared_day_idx', ['fairId', 'day', 'revision'])
@ForeignKey(() => Closing, ['fairId', 'day', 'revision'], ['fairId', 'day', 'revision'])
@ForeignKey(() => DeclaredSale, ['fairId', 'declaredId'], ['fairId', 'id'])
export class ClosingDeclared {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') declaredId: string;
  @Column('date') day: string;
  @Column('integer') revision: number;
}
