import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { tryEnd, type MailFailure } from '../delivery/delivery.rules';
import { concluded, sendInTurn, type Try } from '../delivery/mail-round';
import { Post } from '../delivery/post';
import { ApplicationMail } from './application-mail.entity';
import {
  stepMessageId,
  writeStepMail,
  type StepName,
  type StepSubject,
} from './application-mail.rules';

/** A mail that this process alone may send now. */
interface Claimed extends Try {
  name: StepName;
}

type Addressed = Omit<StepSubject, 'link'> & { fairCode: string; to: string; toName: string };

/**
 * Mails applicants what was done with their applications, as far as Postgres says it is due: run twice
 * or by several workers each step goes once. Goes as the mail of closings goes (`SendClosingMail`): a try
 * is written down before the network is asked, and without settings everything waits.
 */
@Injectable()
export class SendApplicationMail {
  private readonly log = new Logger(SendApplicationMail.name);

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly post: Post,
  ) {}

  /** Answers how many mails went. */
  async run(isStopped: () => boolean = () => false): Promise<number> {
    await this.noteDue();
    if (this.post.settings === null) return 0;
    return sendInTurn({
      isStopped,
      claim: () => this.claim(),
      send: (claimed) => this.send(claimed.name),
      conclude: (claimed, failure) => this.conclude(claimed, failure),
    });
  }

  private async noteDue(): Promise<void> {
    await this.source.query(
      `INSERT INTO application_mail (fair_id, application_id, step, state, tries, next_try_at)
       SELECT s.fair_id, s.application_id, s.number, 'waiting', 0, $1
         FROM application_step s
         JOIN application a ON a.fair_id = s.fair_id AND a.id = s.application_id
        WHERE a.sent ->> 'mail' IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM application_mail m
                WHERE m.fair_id = s.fair_id AND m.application_id = s.application_id AND m.step = s.number)
       ON CONFLICT DO NOTHING`,
      [this.clock.now()],
    );
  }

  private claim(): Promise<Claimed | null> {
    const now = this.clock.now();
    return inTransaction(this.source, async (em) => {
      const [name] = await em.query<StepName[]>(
        `SELECT fair_id AS "fairId", application_id AS "applicationId", step
           FROM application_mail WHERE state = 'waiting' AND next_try_at <= $1
          ORDER BY next_try_at, fair_id, application_id, step
          LIMIT 1 FOR UPDATE SKIP LOCKED`,
        [now],
      );
      if (!name) return null;
      const { tries: before } = await em.findOneByOrFail(ApplicationMail, name);
      const begun = { tries: before + 1, nextTryAt: tryEnd(now) };
      await em.update(ApplicationMail, name, begun);
      return { name, ...begun };
    });
  }

  private async send(name: StepName): Promise<void> {
    const publicUrl = this.post.settings?.publicUrl ?? '';
    const [found] = await this.source.query<Addressed[]>(
      `SELECT f.code AS "fairCode", f.name_vi AS "fairNameVi", f.name_en AS "fairNameEn",
              f.is_demo AS "isDemo", a.language, a.number, s.action, s.message,
              a.sent ->> 'mail' AS "to", a.sent ->> 'representative' AS "toName"
         FROM application_step s
         JOIN application a ON a.fair_id = s.fair_id AND a.id = s.application_id
         JOIN fair f ON f.id = s.fair_id
        WHERE s.fair_id = $1 AND s.application_id = $2 AND s.number = $3`,
      [name.fairId, name.applicationId, name.step],
    );
    if (!found) throw new Error('the step is not there');
    const { fairCode, to, toName, ...subject } = found;
    await this.post.send({
      ...writeStepMail({ ...subject, link: `${publicUrl}/apply/${fairCode}` }),
      messageId: stepMessageId(name, publicUrl),
      to: { name: toName, address: to },
    });
  }

  private async conclude(claimed: Claimed, failure: MailFailure | null): Promise<void> {
    const { name } = claimed;
    const { of, after } = concluded(claimed, failure, this.clock.now());
    if (failure !== null) this.log.warn(`a mail to an applicant did not go: ${failure.message}`);
    await this.source.getRepository(ApplicationMail).update({ ...name, ...of }, after);
  }
}
