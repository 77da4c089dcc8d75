import { Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { ApplicationVersionDto, OwnApplicationDto } from './application.dto';
import { findCall, holdCall } from './find-call';
import { describeOwn, OwnApplications, type OwnKey } from './own-applications';
import { checkStep, isRepeated, takeStep } from './take-step';

/** Takes one's application back; twice is once. Refuses `application_stands_else`, `application_changed`. */
@Injectable()
export class WithdrawApplication {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly own: OwnApplications,
  ) {}

  run(key: OwnKey, { version }: ApplicationVersionDto): Promise<OwnApplicationDto> {
    const at = this.clock.now();
    return inTransaction(this.source, async (em) => {
      const { fair } = await findCall(em, key.fairCode);
      await holdCall(em, fair.id);
      const found = await this.own.hold(em, key);
      const step = { action: 'withdraw', accountId: null, message: null } as const;
      if (!(await isRepeated(em, found.application, { ...step, version }))) {
        await checkStep(em, found.application, { ...step, version });
        await takeStep(em, found.application, { ...step, at });
      }
      return describeOwn(em, found);
    });
  }
}
