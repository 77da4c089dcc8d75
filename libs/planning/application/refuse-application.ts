import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { ApplicationDto, ApplicationMessageDto } from './application.dto';
import { describeApplication } from './describe-application';
import { checkStep, holdApplication, isRepeated, messageOf, takeStep } from './take-step';

/**
 * Refuses an application, with the reason that its writer reads; twice is once. Refuses
 * `application_message_wrong`, `application_not_found`, `application_stands_else`,
 * `application_changed`.
 */
@Injectable()
export class RefuseApplication {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(
    { accountId }: Caller,
    { fairId, applicationId }: { fairId: string; applicationId: string },
    { version, message }: ApplicationMessageDto,
  ): Promise<ApplicationDto> {
    const step = { action: 'refuse', accountId, message: messageOf(message) } as const;
    return inTransaction(this.source, async (em) => {
      const application = await holdApplication(em, fairId, applicationId);
      if (!(await isRepeated(em, application, { ...step, version }))) {
        await checkStep(em, application, { ...step, version });
        await takeStep(em, application, { ...step, at: this.clock.now() });
      }
      return describeApplication(em, fairId, applicationId);
    });
  }
}
