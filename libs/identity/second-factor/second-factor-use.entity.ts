import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { SecondFactor } from './second-factor.entity';

/** A code that was taken, by its half minute: the key is what makes it good for once. Append-only. */
@Entity('second_factor_use')
export class SecondFactorUse {
  @ForeignKey(() => SecondFactor)
  @PrimaryColumn('uuid')
  secondFactorId: string;

  /** Half minutes since 1970. */
  @PrimaryColumn('bigint')
  step: number;

  @Column('timestamptz')
  usedAt: Date;
}
