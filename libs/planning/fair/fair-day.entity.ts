import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Fair } from './fair.entity';

/** A day of the fair in its own zone. A fair may be closed on a day inside its range. */
@Entity('fair_day')
@ForeignKey(() => Fair, ['fairId'], ['id'])
@Check('fair_day_hours', `opens_at < closes_at`)
@Check('fair_day_opening_uncounted', `NOT (is_open AND is_opening)`)
export class FairDay {
  @PrimaryColumn('uuid') fairId: string;
  /** 'YYYY-MM-DD' in the fair's zone. */
  @PrimaryColumn('date') day: string;
  /** Local wall time, as Postgres writes it: 'HH:MM:SS'. */
  @Column('time') opensAt: string;
  @Column('time') closesAt: string;
  @Column('boolean', { default: true }) isOpen: boolean;
  /** The opening evening: sold on, and not counted as a day. */
  @Column('boolean', { default: false }) isOpening: boolean;
  @Column('text', { default: '' }) noteVi: string;
  @Column('text', { default: '' }) noteEn: string;
}
