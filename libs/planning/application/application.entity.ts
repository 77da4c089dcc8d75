import type { Language } from '@phien/kernel';
import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { ApplicationCall } from './application-call.entity';
import type { ApplicationContent } from './application-content.rules';
import type { ApplicationState } from './application-steps.rules';

/**
 * What somebody who wants to take part says. `content` is theirs to write until it is sent; `sent` is
 * what organizers read and decide on, so that nobody decides on a sentence that is half typed.
 */
@Entity('application')
@Unique(['fairId', 'codeHash'])
@Unique(['fairId', 'number'])
@Unique(['fairId', 'exhibitorId'])
@ForeignKey(() => ApplicationCall, ['fairId'], ['fairId'])
@ForeignKey(() => Exhibitor, ['fairId', 'exhibitorId'], ['fairId', 'id'])
@Check('application_code_hashed', `octet_length(code_hash) = 32`)
@Check(
  'application_state_known',
  `state IN ('draft', 'sent', 'asked_back', 'waiting', 'accepted', 'refused', 'withdrawn')`,
)
@Check('application_language_known', `language IN ('vi', 'en')`)
@Check('application_version_counted', `version >= 1`)
@Check(
  'application_content_bounded',
  `octet_length(content::text) <= 65536 AND octet_length(sent::text) <= 65536`,
)
@Check(
  'application_sent_whole',
  `(state = 'draft') = (sent IS NULL) AND num_nonnulls(sent, number, sent_at) IN (0, 3)`,
)
@Check('application_waits_in_order', `(state = 'waiting') = (waiting_order IS NOT NULL)`)
@Check('application_accepted_as', `(state = 'accepted') = (exhibitor_id IS NOT NULL)`)
export class Application {
  @PrimaryColumn('uuid') fairId: string;
  @PrimaryColumn('uuid') id: string;
  /** Of the code that its writer comes back with; the code itself is kept nowhere. */
  @Column('bytea') codeHash: Buffer;
  @Column('text') state: ApplicationState;
  /** Raised by everything that is done to it. */
  @Column('integer') version: number;
  /** In which its writer is answered. */
  @Column('text') language: Language;
  @Column('jsonb') content: ApplicationContent;
  @Column('jsonb', { nullable: true }) sent: ApplicationContent | null;
  /** Given when it is sent the first time: 1, 2, 3 … within the fair. */
  @Column('integer', { nullable: true }) number: number | null;
  /** On the waiting list the smallest comes first. */
  @Column('integer', { nullable: true }) waitingOrder: number | null;
  /** Whom it became. */
  @Column('uuid', { nullable: true }) exhibitorId: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') changedAt: Date;
  /** The last time. */
  @Column('timestamptz', { nullable: true }) sentAt: Date | null;
}
