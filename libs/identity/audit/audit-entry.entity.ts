import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Account } from '../account/account.entity';

/** Who did what that others must be able to ask about later. Append-only by a trigger. */
@Entity('audit_entry')
@Index(['fairId', 'at'])
export class AuditEntry {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { nullable: true })
  fairId: string | null;

  @ForeignKey(() => Account)
  @Column('uuid', { nullable: true })
  accountId: string | null;

  @Column('timestamptz')
  at: Date;

  @Column('text')
  action: string;

  @Column('text')
  subjectId: string;

  @Column('jsonb', { default: {} })
  detail: Record<string, unknown>;
}
