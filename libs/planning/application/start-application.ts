import { Injectable } from '@nestjs/common';
import { WrongTries } from '@phien/identity';
import { Clock, newId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { applicationCodeHash, asApplicationCode } from './application-code.rules';
import { plainContent } from './application-content.rules';
import { OwnApplicationDto, StartApplicationDto } from './application.dto';
import { Application } from './application.entity';
import { applicationCodeWrong, tooManyApplications } from './application.refusals';
import { findCall } from './find-call';
import { describeOwn } from './own-applications';

const MOST_STARTED = 20;
const WITHIN_MS = 600_000;
/* Far above any fair, and what keeps a prankster from filling the disk. */
const MOST_OF_A_FAIR = 5_000;

/**
 * Begins an application under a code that the writer's browser made; the same code again answers what
 * lies under it. Refuses `applications_not_open`, `application_code_wrong`, `application_too_long`,
 * `too_many_applications`.
 */
@Injectable()
export class StartApplication {
  private readonly started = new WrongTries(tooManyApplications, MOST_STARTED, WITHIN_MS);

  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  run(fairCode: string, wanted: StartApplicationDto, from: string): Promise<OwnApplicationDto> {
    return inTransaction(this.source, async (em) => {
      const called = await findCall(em, fairCode);
      const fairId = called.fair.id;
      const code = asApplicationCode(wanted.code);
      if (code === null) throw applicationCodeWrong();
      const codeHash = applicationCodeHash(fairId, code);
      const now = this.clock.now();
      if (!(await em.existsBy(Application, { fairId, codeHash }))) {
        const content = plainContent(wanted.content);
        this.started.add(from);
        if ((await em.countBy(Application, { fairId })) >= MOST_OF_A_FAIR) {
          throw tooManyApplications();
        }
        await em
          .createQueryBuilder()
          .insert()
          .into(Application)
          .values({
            fairId,
            id: newId(),
            codeHash,
            state: 'draft',
            version: 1,
            language: wanted.language,
            content: content as object,
            sent: null,
            number: null,
            waitingOrder: null,
            exhibitorId: null,
            createdAt: now,
            changedAt: now,
            sentAt: null,
          })
          .orIgnore()
          .execute();
      }
      const application = await em.findOneByOrFail(Application, { fairId, codeHash });
      return describeOwn(em, { ...called, application });
    });
  }
}
