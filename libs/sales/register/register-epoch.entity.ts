import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Register } from './register.entity';

/**
 * One enrolment of a register: its key, and the chain that starts from it. A superseded epoch's
 * documents count; a revoked epoch's are linked and set aside. A phone whose chain was taken goes on
 * in a further epoch, which its old key asks for.
 */
@Entity('register_epoch')
@Unique(['fairId', 'registerId', 'epoch', 'genesis'])
@ForeignKey(() => Register, ['fairId', 'registerId'], ['fairId', 'id'])
@ForeignKey(
  () => RegisterEpoch,
  ['fairId', 'registerId', 'phoneEpoch'],
  ['fairId', 'registerId', 'epoch'],
)
@Check('register_epoch_positive', 'epoch >= 1')
@Check('register_epoch_phone_first', 'phone_epoch <= epoch')
@Check(
  'register_epoch_genesis_of_key',
  `genesis = sha256(convert_to(fair_id::text || ':' || register_id::text || ':' || epoch::text || ':' || encode(public_key, 'hex'), 'UTF8'))`,
)
export class RegisterEpoch {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  registerId: string;

  @PrimaryColumn('integer')
  epoch: number;

  /** The enrolment by code that this one goes back to: the same phone. Its own, mostly. */
  @Column('integer')
  phoneEpoch: number;

  @Column('bytea')
  publicKey: Buffer;

  @Column('bytea')
  genesis: Buffer;

  @Column('text')
  deviceName: string;

  @Column('timestamptz')
  enrolledAt: Date;

  @Column('timestamptz', { nullable: true })
  supersededAt: Date | null;

  @Column('timestamptz', { nullable: true })
  revokedAt: Date | null;
}
