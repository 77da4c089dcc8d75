import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Fair } from '../fair/fair.entity';

/** How many steps the fair's plan has taken; raised last in the step's own transaction. */
@Entity('plan_version')
export class PlanVersion {
  @ForeignKey(() => Fair)
  @PrimaryColumn('uuid')
  fairId: string;

  @Column('bigint')
  version: number;
}
