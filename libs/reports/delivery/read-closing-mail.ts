import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ClosingMailDto, DeliveryDto, RecipientDto } from './delivery.dto';
import { LINK_DAYS } from './delivery.rules';
import { Post } from './post';

const MOST_DELIVERIES = 100;

/** Who is mailed the closings of a fair, and what became of the newest mails. */
@Injectable()
export class ReadClosingMail {
  constructor(
    private readonly source: DataSource,
    private readonly post: Post,
  ) {}

  async run(fairId: string): Promise<ClosingMailDto> {
    const recipients = await this.source.query<RecipientDto[]>(
      `SELECT r.id, r.name, r.address, r.language, a.name AS "addedByName", r.added_at AS "addedAt"
         FROM mail_recipient r JOIN account a ON a.id = r.added_by
        WHERE r.fair_id = $1 AND r.ended_at IS NULL
        ORDER BY r.added_at, r.id`,
      [fairId],
    );
    const deliveries = await this.source.query<DeliveryDto[]>(
      `SELECT d.day, d.revision, r.id AS "recipientId", r.name, r.address,
              r.ended_at IS NOT NULL AS "isEnded", d.state, d.tries, d.next_try_at AS "nextTryAt",
              d.last_error AS "lastError", d.sent_at AS "sentAt"
         FROM mail_delivery d
         JOIN mail_recipient r ON r.fair_id = d.fair_id AND r.id = d.recipient_id
        WHERE d.fair_id = $1
        ORDER BY d.day DESC, d.revision DESC, r.added_at, r.id
        LIMIT $2`,
      [fairId, MOST_DELIVERIES],
    );
    return {
      missingSettings: [...this.post.missing],
      linkDays: LINK_DAYS,
      recipients,
      deliveries,
    };
  }
}
