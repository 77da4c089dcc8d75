import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Document } from './document.entity';
import { SetAside } from './set-aside.entity';

export const VERDICTS = ['accepted', 'refused'] as const;
export type Verdict = (typeof VERDICTS)[number];

/**
 * What an organizer decided of a document that was set aside: once for ever. An accepted one is
 * booked; a refused one can never be, by a trigger on both tables.
 */
@Entity('set_aside_decision')
@ForeignKey(() => SetAside, ['fairId', 'documentId'], ['fairId', 'documentId'])
@ForeignKey(() => Document, ['fairId', 'bookedId'], ['fairId', 'id'])
@ForeignKey(() => Account, ['decidedBy'], ['id'])
@Check('set_aside_decision_verdict_known', `verdict IN ('accepted', 'refused')`)
@Check('set_aside_decision_reason_given', `btrim(reason) <> '' AND length(reason) <= 500`)
@Check(
  'set_aside_decision_accepted_is_booked',
  `booked_id IS NOT DISTINCT FROM CASE WHEN verdict = 'accepted' THEN document_id END`,
)
export class SetAsideDecision {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  documentId: string;

  @Column('text')
  verdict: Verdict;

  @Column('text')
  reason: string;

  @Column('uuid')
  decidedBy: string;

  @Column('timestamptz')
  decidedAt: Date;

  /** The document itself when it was accepted, so that a foreign key proves that it is booked. */
  @Column('uuid', { nullable: true })
  bookedId: string | null;
}
