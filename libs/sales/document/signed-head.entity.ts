import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Link } from './link.entity';

/** A head the phone signed: everything up to it is proven to come from that phone's key. */
@Entity('signed_head')
@ForeignKey(
  () => Link,
  ['fairId', 'registerId', 'epoch', 'sequence', 'hash'],
  ['fairId', 'registerId', 'epoch', 'sequence', 'hash'],
  { name: 'signed_head_of_link' },
)
export class SignedHead {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  registerId: string;

  @PrimaryColumn('integer')
  epoch: number;

  @PrimaryColumn('bigint')
  sequence: number;

  @Column('bytea')
  hash: Buffer;

  @Column('bytea')
  signature: Buffer;

  @Column('timestamptz')
  receivedAt: Date;
}
