import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Post } from '../delivery/post';
import { ApplicationMailDto } from './application-mail.dto';
import { ApplicationMail } from './application-mail.entity';

/** How far the mails to the applicants of a fair are. */
@Injectable()
export class ReadApplicationMail {
  constructor(
    private readonly source: DataSource,
    private readonly post: Post,
  ) {}

  async run(fairId: string): Promise<ApplicationMailDto> {
    const mails = await this.source.manager.find(ApplicationMail, {
      where: { fairId },
      order: { applicationId: 'ASC', step: 'ASC' },
    });
    return {
      missingSettings: [...this.post.missing],
      mails: mails.map(({ applicationId, step, state, lastError, sentAt }) => ({
        applicationId,
        step,
        state,
        lastError,
        sentAt: sentAt?.toISOString() ?? null,
      })),
    };
  }
}
