import { Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource, type EntityManager, MoreThan } from 'typeorm';
import { firstOf } from '../form/field-faults.rules';
import {
  changedFields,
  faultsOfContent,
  tidied,
  type ApplicationContent,
} from './application-content.rules';
import { ApplicationFile } from './application-file.entity';
import { ApplicationVersionDto, OwnApplicationDto } from './application.dto';
import { Application } from './application.entity';
import { applicationsClosed } from './application.refusals';
import { findCall, holdCall, isCallOpen, nextOf } from './find-call';
import { describeOwn, OwnApplications, type OwnKey } from './own-applications';
import { readApplicationWorld } from './read-application-world';
import { checkStep, isRepeated, takeStep } from './take-step';

/**
 * Sends what was saved to the organizers; twice is once. Refuses `application_stands_else`,
 * `application_changed`, `applications_closed` (one that was asked back is taken late too), and every
 * field that is wrong, in `errors`.
 */
@Injectable()
export class SendApplication {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly own: OwnApplications,
  ) {}

  run(key: OwnKey, { version }: ApplicationVersionDto): Promise<OwnApplicationDto> {
    const now = this.clock.now();
    return inTransaction(this.source, async (em) => {
      const called = await findCall(em, key.fairCode);
      await holdCall(em, called.fair.id);
      const found = await this.own.hold(em, key);
      const { application } = found;
      const step = { action: 'send', accountId: null, message: null } as const;
      if (!(await isRepeated(em, application, { ...step, version }))) {
        await checkStep(em, application, { ...step, version });
        if (application.state === 'draft' && !isCallOpen(called, now)) {
          throw applicationsClosed(called.call.lastDay);
        }
        const content = tidied(application.content);
        const world = await readApplicationWorld(em, application.fairId);
        const refusal = firstOf(faultsOfContent(content, world));
        if (refusal) throw refusal;
        const changed = await changedSince(em, application, content);
        application.number ??= await nextOf(em, application.fairId, 'number');
        application.content = content;
        application.sent = content;
        application.sentAt = now;
        await takeStep(em, application, { ...step, at: now, changed }, { changed });
      }
      return describeOwn(em, found);
    });
  }
}

async function changedSince(
  em: EntityManager,
  { fairId, id: applicationId, sent, sentAt }: Application,
  content: ApplicationContent,
): Promise<string[]> {
  if (sent === null || sentAt === null) return [];
  const hasNewFile = await em.existsBy(ApplicationFile, {
    fairId,
    applicationId,
    addedAt: MoreThan(sentAt),
  });
  return [...changedFields(sent, content), ...(hasNewFile ? ['files'] : [])];
}
