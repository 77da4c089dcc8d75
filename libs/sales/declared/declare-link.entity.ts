import { Account } from '@phien/identity';
import { Booth, Exhibitor } from '@phien/planning';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/**
 * A link by which an exhibitor declares for one booth, for as long as nobody withdraws it. Several
 * may live at once: one printed at the booth, one sent to a phone.
 */
@Entity('declare_link')
@Unique(['fairId', 'tokenHash'])
@Unique('declare_link_place', ['fairId', 'id', 'boothId', 'exhibitorId'])
@ForeignKey(() => Booth, ['fairId', 'boothId'], ['fairId', 'id'])
@ForeignKey(() => Exhibitor, ['fairId', 'exhibitorId'], ['fairId', 'id'])
@Check('declare_link_token_hashed', 'octet_length(token_hash) = 32')
export class DeclareLink {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  boothId: string;

  @Column('uuid')
  exhibitorId: string;

  @Column('bytea')
  tokenHash: Buffer;

  @ForeignKey(() => Account)
  @Column('uuid')
  issuedBy: string;

  @Column('timestamptz')
  issuedAt: Date;

  @Column('timestamptz', { nullable: true })
  withdrawnAt: Date | null;
}
