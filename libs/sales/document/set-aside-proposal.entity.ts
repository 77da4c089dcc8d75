import { Account } from '@phien/identity';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { SetAside } from './set-aside.entity';

/** After its fair was sealed: who first said that a document set aside should count, and why. */
@Entity('set_aside_proposal')
@ForeignKey(() => SetAside, ['fairId', 'documentId'], ['fairId', 'documentId'])
@ForeignKey(() => Account, ['proposedBy'], ['id'])
@Check('set_aside_proposal_reasoned', `btrim(reason) <> '' AND length(reason) <= 500`)
export class SetAsideProposal {
  @PrimaryColumn('uuid')
  fairId: string;

  @PrimaryColumn('uuid')
  documentId: string;

  @Column('text')
  reason: string;

  @Column('uuid')
  proposedBy: string;

  @Column('timestamptz')
  proposedAt: Date;
}
