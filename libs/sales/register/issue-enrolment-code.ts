import { Injectable } from '@nestjs/common';
import { recordAudit } from '@phien/identity';
import { Fair, FAIR_STATE_RULES, fairIsDraft } from '@phien/planning';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { EnrolmentCode } from './enrolment-code.entity';
import { enrolmentCodeHash, newEnrolmentCode } from './enrolment-code.rules';
import { findRegister, type AskedRegister } from './find-register';
import type { EnrolmentCodeDto } from './register.dto';

const LIVES_MS = 10 * 60_000;

/**
 * A one-time code that lives ten real minutes; the fair's clock may be moved, a door's must not.
 * Refuses what `findRegister` refuses, `fair_is_draft`.
 */
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
      const fair = await em.findOneByOrFail(Fair, { id: fairId });
      if (!FAIR_STATE_RULES[fair.state].isPublic) throw fairIsDraft();
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
