import { Booth, Exhibitor, Fair } from '@phien/planning';
import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';

/** A till's place in the ledger: one phone at one booth, selling for one exhibitor. */
@Entity('register')
@Unique(['fairId', 'id', 'exhibitorId'])
@ForeignKey(() => Fair, ['fairId'], ['id'])
@ForeignKey(() => Exhibitor, ['fairId', 'exhibitorId'], ['fairId', 'id'])
@ForeignKey(() => Booth, ['fairId', 'boothId'], ['fairId', 'id'])
export class Register {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  exhibitorId: string;

  @Column('uuid')
  boothId: string;

  @Column('text')
  name: string;

  @Column('timestamptz')
  createdAt: Date;
}
