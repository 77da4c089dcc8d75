import { Injectable, Logger } from '@nestjs/common';
import { linkTokenHash, newFairLinkToken } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { readClosings } from '../closing/read-closings';
import { writeClosingMail } from './closing-mail';
import {
  FILES_AWAITED_MINUTES,
  linkEnd,
  MAILED_FORMATS,
  messageId,
  tryEnd,
  type DeliveryName,
  type MailFailure,
} from './delivery.rules';
import { MailDelivery } from './mail-delivery.entity';
import { MailLink } from './mail-link.entity';
import { MailRecipient } from './mail-recipient.entity';
import { concluded, sendInTurn, type Try } from './mail-round';
import { Post } from './post';

/** A mail that this process alone may send now. */
interface Claimed extends Try {
  name: DeliveryName;
  recipient: MailRecipient;
  token: string;
  linkEndsAt: Date;
}

/**
 * Mails closings to the people their fair chose, as far as Postgres says they are due: run twice or
 * by several workers each mail goes once. Only what was closed after a person was chosen goes to them.
 * A server without the settings for mail notes what is due, and lets it wait.
 *
 * A try is written down before the network is asked: killed on the way, it is made again some minutes
 * later, with the same message id.
 */
@Injectable()
export class SendClosingMail {
  private readonly log = new Logger(SendClosingMail.name);

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
      send: (claimed) => this.send(claimed),
      conclude: (claimed, failure) => this.conclude(claimed, failure),
    });
  }

  /* Files that do not make themselves are wanted first, so that a mail's link has something to open. */
  private async noteDue(): Promise<void> {
    const due = `
      FROM closing c
      JOIN mail_recipient r ON r.fair_id = c.fair_id AND r.ended_at IS NULL AND r.added_at <= c.closed_at
      WHERE NOT EXISTS (SELECT 1 FROM mail_delivery d
              WHERE d.fair_id = c.fair_id AND d.day = c.day AND d.revision = c.revision
                AND d.recipient_id = r.id)`;
    await this.source.query(
      `INSERT INTO wanted_report (fair_id, day, revision, kind, language, format)
       SELECT DISTINCT x.fair_id, x.day, x.revision, 'end_of_day', x.language, f.format
         FROM (SELECT c.fair_id, c.day, c.revision, r.language ${due}) x
         CROSS JOIN unnest($1::text[]) AS f (format)
        WHERE x.language <> 'vi' AND NOT EXISTS (SELECT 1 FROM report p
              WHERE p.fair_id = x.fair_id AND p.day = x.day AND p.revision = x.revision
                AND p.kind = 'end_of_day' AND p.language = x.language AND p.format = f.format)
       ON CONFLICT DO NOTHING`,
      [MAILED_FORMATS],
    );
    await this.source.query(
      `INSERT INTO mail_delivery (fair_id, day, revision, recipient_id, state, tries, next_try_at)
       SELECT c.fair_id, c.day, c.revision, r.id, 'waiting', 0, $1 ${due}
          AND (c.closed_at <= $1::timestamptz - make_interval(mins => $2)
            OR (SELECT count(*) FROM report p
                 WHERE p.fair_id = c.fair_id AND p.day = c.day AND p.revision = c.revision
                   AND p.kind = 'end_of_day' AND p.language = r.language
                   AND p.format = ANY($3)) >= cardinality($3::text[]))
       ON CONFLICT DO NOTHING`,
      [this.clock.now(), FILES_AWAITED_MINUTES, MAILED_FORMATS],
    );
  }

  private claim(): Promise<Claimed | null> {
    const now = this.clock.now();
    return inTransaction(this.source, async (em) => {
      const [name] = await em.query<DeliveryName[]>(
        `SELECT d.fair_id AS "fairId", d.day, d.revision, d.recipient_id AS "recipientId"
           FROM mail_delivery d
           JOIN mail_recipient r ON r.fair_id = d.fair_id AND r.id = d.recipient_id
          WHERE d.state = 'waiting' AND d.next_try_at <= $1 AND r.ended_at IS NULL
          ORDER BY d.next_try_at, d.fair_id, d.day, d.revision, d.recipient_id
          LIMIT 1 FOR UPDATE OF d SKIP LOCKED`,
        [now],
      );
      if (!name) return null;
      const { tries: before } = await em.findOneByOrFail(MailDelivery, name);
      const { fairId, recipientId } = name;
      const recipient = await em.findOneByOrFail(MailRecipient, { fairId, id: recipientId });
      const token = newFairLinkToken(fairId);
      const linkEndsAt = linkEnd(now);
      const tries = before + 1;
      const nextTryAt = tryEnd(now);
      await em.update(MailDelivery, name, { tries, nextTryAt });
      await em.insert(MailLink, {
        ...name,
        tokenHash: linkTokenHash(token),
        issuedAt: now,
        expiresAt: linkEndsAt,
      });
      return { name, tries, nextTryAt, recipient, token, linkEndsAt };
    });
  }

  private async send({ name, recipient, token, linkEndsAt }: Claimed): Promise<void> {
    const { fairId, day, revision } = name;
    const publicUrl = this.post.settings?.publicUrl ?? '';
    const [closing] = await readClosings(this.source.manager, { fairId, day, revision });
    if (!closing) throw new Error('the closing is not there');
    await this.post.send({
      ...writeClosingMail({
        closing,
        language: recipient.language,
        name: recipient.name,
        link: `${publicUrl}/mail?key=${token}`,
        linkEndsAt,
      }),
      messageId: messageId(name, publicUrl),
      to: { name: recipient.name, address: recipient.address },
    });
  }

  private async conclude(claimed: Claimed, failure: MailFailure | null): Promise<void> {
    const { name } = claimed;
    const { of, after } = concluded(claimed, failure, this.clock.now());
    if (failure !== null) this.log.warn(`a mail of ${name.day} did not go: ${failure.message}`);
    await this.source.getRepository(MailDelivery).update({ ...name, ...of }, after);
  }
}
