import { Account } from '@phien/identity';
import { Fair } from '@phien/planning';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** How many visitors may be inside at once, as the fire and safety plan of the fair has it. */
@Entity('fair_capacity')
@Check('fair_capacity_range', 'visitors BETWEEN 1 AND 1000000')
export class FairCapacity {
  @ForeignKey(() => Fair)
  @PrimaryColumn('uuid')
  fairId: string;

  @Column('integer')
  visitors: number;

  @ForeignKey(() => Account)
  @Column('uuid')
  setBy: string;

  @Column('timestamptz')
  setAt: Date;
}
