import { Column, Entity, Generated, PrimaryColumn } from 'typeorm';

/**
 * News that must travel upwards: "this fact is new to this reader". Written with the fact, deleted
 * by the reader in the transaction that used it; so nobody counts a fact twice or not at all.
 */
@Entity('outbox')
export class OutboxRow {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('bigint')
  @Generated('increment')
  n: number;

  @Column('text')
  reader: string;

  @Column('text')
  topic: string;

  @Column('uuid')
  subjectId: string;
}
