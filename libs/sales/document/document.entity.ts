import { Booth } from '@phien/planning';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { Register } from '../register/register.entity';
import { Link } from './link.entity';

/** A booked document: the columns are filled from the link's bytes and never edited. */
@Entity('document')
@Unique(['fairId', 'id', 'exhibitorId'])
@Index('document_one_void', ['fairId', 'originalId'], { unique: true, where: `kind = 'void'` })
@Index('document_original_idx', ['fairId', 'originalId'], { where: 'original_id IS NOT NULL' })
@Index('document_shift_idx', ['fairId', 'registerId', 'epoch', 'sequence'], {
  where: `kind IN ('shift_open', 'shift_close')`,
})
@Index('document_day_idx', ['fairId', 'fairDay'], { where: 'fair_day IS NOT NULL' })
@Index('document_quiet_idx', ['fairId', 'fairDay', 'boothId'], {
  where: `kind IN ('shift_open', 'shift_close', 'cash_move')`,
})
@ForeignKey(() => Link, ['fairId', 'id'], ['fairId', 'documentId'])
@ForeignKey(
  () => Register,
  ['fairId', 'registerId', 'exhibitorId'],
  ['fairId', 'id', 'exhibitorId'],
)
@ForeignKey(() => Booth, ['fairId', 'boothId', 'zoneId'], ['fairId', 'id', 'zoneId'])
@ForeignKey(
  () => Document,
  ['fairId', 'originalId', 'exhibitorId'],
  ['fairId', 'id', 'exhibitorId'],
)
@Check(
  'document_kind_known',
  `kind IN ('sale', 'refund', 'void', 'shift_open', 'shift_close', 'cash_move')`,
)
@Check(
  'document_sign',
  `CASE kind
     WHEN 'sale' THEN total_vnd >= 0 AND original_id IS NULL
     WHEN 'refund' THEN total_vnd <= 0 AND original_id IS NOT NULL
     WHEN 'void' THEN total_vnd <= 0 AND original_id IS NOT NULL
     ELSE total_vnd = 0 AND original_id IS NULL END`,
)
@Check(
  'document_cash_fields',
  `(float_vnd IS NOT NULL) = (kind = 'shift_open') AND (counted_vnd IS NOT NULL) = (kind = 'shift_close') AND (cash_moved_vnd IS NOT NULL) = (kind = 'cash_move')`,
)
@Check('document_minute_range', 'fair_minute BETWEEN 0 AND 2159')
export class Document {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  registerId: string;

  @Column('integer')
  epoch: number;

  @Column('bigint')
  sequence: number;

  @Column('text')
  kind: string;

  @Column('uuid')
  exhibitorId: string;

  @Column('uuid')
  boothId: string;

  @Column('uuid')
  zoneId: string;

  @Column('uuid')
  shiftId: string;

  @Column('uuid', { nullable: true })
  originalId: string | null;

  @Column('text')
  cashier: string;

  @Column('bigint')
  totalVnd: number;

  @Column('bigint', { nullable: true })
  floatVnd: number | null;

  @Column('bigint', { nullable: true })
  countedVnd: number | null;

  @Column('bigint', { nullable: true })
  cashMovedVnd: number | null;

  @Column('timestamptz')
  tillAt: Date;

  /** The till's time by the offset it knew, no earlier than its last contact, no later than received. */
  @Column('timestamptz')
  correctedAt: Date;

  @Column('timestamptz')
  receivedAt: Date;

  @Column('date')
  fairDay: string;

  @Column('smallint')
  fairMinute: number;

  @Column('text', { array: true })
  flags: string[];
}
