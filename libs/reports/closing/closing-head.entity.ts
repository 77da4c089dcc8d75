import { Link } from '@phien/sales';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Closing } from './closing.entity';

/** Where one register's chain stood when the day was closed, and how far the phone had signed it. */
@Entity('closing_head')
@ForeignKey(() => Closing, ['fairId', 'day', 'revision'], ['fairId', 'day', 'revision'])
@ForeignKey(
  () => Link,
  ['fairId', 'registerId', 'epoch', 'sequence', 'hash'],
  ['fairId', 'registerId', 'epoch', 'sequence', 'hash'],
  { name: 'closing_head_of_link' },
)
export class ClosingHead {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('date') day: string;
  @PrimaryColumn('integer') revision: number;
  @PrimaryColumn('uuid') registerId: string;
  @PrimaryColumn('integer') epoch: number;
  @Column('bigint') sequence: number;
  @Column('bytea') hash: Buffer;
  /** The last number the phone signed; null when it has not signed any. */
  @Column('bigint', { nullable: true }) signedSequence: number | null;
}
