import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { applicationCodeHash, newApplicationCode } from './application-code.rules';
import { ApplicationCodeDto } from './application.dto';
import { Application } from './application.entity';
import { holdApplication } from './take-step';

/**
 * A new code for somebody who lost theirs; the old one opens nothing any more. Whoever asks makes sure
 * by phone who it is. Refuses `application_not_found`.
 */
@Injectable()
export class RenewApplicationCode {
  constructor(private readonly source: DataSource) {}

  run({ accountId }: Caller, fairId: string, applicationId: string): Promise<ApplicationCodeDto> {
    const code = newApplicationCode();
    return inTransaction(this.source, async (em) => {
      await holdApplication(em, fairId, applicationId);
      const codeHash = applicationCodeHash(fairId, code);
      await em.update(Application, { fairId, id: applicationId }, { codeHash });
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'application_code_renewed',
        subjectId: applicationId,
      });
      return { code };
    });
  }
}
