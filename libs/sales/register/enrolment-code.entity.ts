import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Register } from './register.entity';

/** A one-time code that turns a phone into a register; only its hash is kept. */
@Entity('enrolment_code')
@ForeignKey(() => Register, ['fairId', 'registerId'], ['fairId', 'id'])
@ForeignKey(() => Account, ['issuedBy'], ['id'])
@Check('enrolment_code_hashed', 'octet_length(code_hash) = 32')
export class EnrolmentCode {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('bytea')
  @Index()
  codeHash: Buffer;

  @Column('uuid')
  registerId: string;

  @Column('uuid')
  issuedBy: string;

  @Column('timestamptz')
  issuedAt: Date;

  @Column('timestamptz')
  expiresAt: Date;

  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;
}
