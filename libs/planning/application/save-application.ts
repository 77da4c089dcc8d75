import { Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { isSameContent, plainContent } from './application-content.rules';
import { isOpenToWrite } from './application-steps.rules';
import { OwnApplicationDto, SaveApplicationDto } from './application.dto';
import { Application } from './application.entity';
import { applicationChanged, applicationStandsElse } from './application.refusals';
import { describeOwn, OwnApplications, type OwnKey } from './own-applications';

/**
 * Keeps what was typed so far, right or wrong, after the deadline too; the same twice is once. Refuses
 * `application_too_long`, `application_stands_else`, `application_changed` when another device wrote
 * meanwhile, and what opens no application.
 */
@Injectable()
export class SaveApplication {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly own: OwnApplications,
  ) {}

  run(key: OwnKey, { version, language, content }: SaveApplicationDto): Promise<OwnApplicationDto> {
    return inTransaction(this.source, async (em) => {
      const found = await this.own.hold(em, key);
      const { application } = found;
      const typed = plainContent(content);
      if (!isOpenToWrite(application.state)) throw applicationStandsElse(application.state, null);
      if (!isSameContent(application.content, typed) || application.language !== language) {
        if (application.version !== version) throw applicationChanged();
        application.content = typed;
        application.language = language;
        application.version += 1;
        application.changedAt = this.clock.now();
        await em.save(Application, application);
      }
      return describeOwn(em, found);
    });
  }
}
