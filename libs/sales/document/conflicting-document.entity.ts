import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RegisterEpoch } from '../register/register-epoch.entity';

/** Other bytes under a number or an id that is taken: kept, never counted. */
@Entity('conflicting_document')
@ForeignKey(
  () => RegisterEpoch,
  ['fairId', 'registerId', 'epoch'],
  ['fairId', 'registerId', 'epoch'],
)
export class ConflictingDocument {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  registerId: string;

  @PrimaryColumn('integer')
  epoch: number;

  @PrimaryColumn('bigint')
  sequence: number;

  @PrimaryColumn('bytea')
  hash: Buffer;

  @Column('uuid')
  documentId: string;

  @Column('bytea')
  canonical: Buffer;

  @Column('timestamptz')
  receivedAt: Date;
}
