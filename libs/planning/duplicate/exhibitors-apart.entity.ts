import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Exhibitor } from '../exhibitor/exhibitor.entity';

/** Somebody said that these two are two: they are not shown as one again. */
@Entity('exhibitors_apart')
@ForeignKey(() => Exhibitor, ['fairId', 'lowId'], ['fairId', 'id'])
@ForeignKey(() => Exhibitor, ['fairId', 'highId'], ['fairId', 'id'])
@Check('exhibitors_apart_in_order', `low_id < high_id`)
export class ExhibitorsApart {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') lowId: string;
  @PrimaryColumn('uuid') highId: string;
  @ForeignKey(() => Account)
  @Column('uuid')
  saidBy: string;
  @Column('timestamptz') saidAt: Date;
}
