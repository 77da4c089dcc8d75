import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { ApplicationDto, ApplicationVersionDto } from './application.dto';
import { describeApplication } from './describe-application';
import { nextOf } from './find-call';
import { checkStep, holdApplication, isRepeated, takeStep } from './take-step';

/**
 * Puts an application at the end of the waiting list; twice is once. Refuses `application_not_found`,
 * `application_stands_else`, `application_changed`.
 */
@Injectable()
export class PutOnWaitingList {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  run(
    { accountId }: Caller,
    { fairId, applicationId }: { fairId: string; applicationId: string },
    { version }: ApplicationVersionDto,
  ): Promise<ApplicationDto> {
    const step = { action: 'wait', accountId, message: null } as const;
    return inTransaction(this.source, async (em) => {
      const application = await holdApplication(em, fairId, applicationId);
      if (!(await isRepeated(em, application, { ...step, version }))) {
        await checkStep(em, application, { ...step, version });
        application.waitingOrder = await nextOf(em, fairId, 'waiting_order');
        await takeStep(em, application, { ...step, at: this.clock.now() });
      }
      return describeApplication(em, fairId, applicationId);
    });
  }
}
