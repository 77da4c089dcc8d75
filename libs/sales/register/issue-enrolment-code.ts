import { Injectable } from '@nestjs/common';
import { recordAudit } from '@phien/identity';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { EnrolmentCode } from './enrolment-code.entity';
import { enrolmentCodeHash, newEnrolmentCode } from './enrolment-code.rules';
import { findRegister, type AskedRegister } from './find-register';
import type { EnrolmentCodeDto } from './register.dto';

const LIVES_MS = 10 * 60_000;

/** A one-time code that lives ten real minutes; the fair's clock may be moved, a door's must not. */
@Injectable()
export class IssueEnrolmentCode {
  constructor(private readonly dataSource: DataSource) {}

  async run(asked: AskedRegister): Promise<EnrolmentCodeDto> {
    const { fairId, registerId, accountId } = asked;
    const code = newEnrolmentCode();
    const issuedAt = new Date();
    const expiresAt = new Date(issuedAt.getTime() + LIVES_MS);
    await inTransaction(this.dataSource, async (em) => {
      await findRegister(em, asked);
      await em.insert(EnrolmentCode, {
        fairId,
        codeHash: enrolmentCodeHash(code),
        registerId,
        issuedBy: accountId,
        issuedAt,
        expiresAt,
      });
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'enrolment_code_issued',
        subjectId: registerId,
      });
    });
    return { code, expiresAt };
  }
}
