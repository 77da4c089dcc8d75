import { Injectable } from '@nestjs/common';
import { isId } from '@phien/kernel';
import { recordAudit } from '@phien/identity';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { EnrolmentCode } from './enrolment-code.entity';
import { enrolmentCodeHash, newEnrolmentCode } from './enrolment-code.rules';
import type { EnrolmentCodeDto } from './register.dto';
import { Register } from './register.entity';
import { registerNotFound } from './register.refusals';

const LIVES_MS = 10 * 60_000;

/** A one-time code that lives ten real minutes; the fair's clock may be moved, a door's must not. */
@Injectable()
export class IssueEnrolmentCode {
  constructor(private readonly dataSource: DataSource) {}

  async run(asked: {
    fairId: string;
    registerId: string;
    accountId: string;
  }): Promise<EnrolmentCodeDto> {
    const { fairId, registerId, accountId } = asked;
    if (!isId(registerId)) throw registerNotFound();
    const code = newEnrolmentCode();
    const issuedAt = new Date();
    const expiresAt = new Date(issuedAt.getTime() + LIVES_MS);
    await inTransaction(this.dataSource, async (em) => {
      if (!(await em.existsBy(Register, { fairId, id: registerId }))) throw registerNotFound();
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
