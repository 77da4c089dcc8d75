import { Injectable } from '@nestjs/common';
import { inTransaction } from '@phien/store';
import { DataSource, IsNull } from 'typeorm';
import { recordAudit } from '../audit/record-audit';
import { RoleGrant } from '../role/role-grant.entity';
import type { Caller } from '../session/caller.dto';
import { SecondFactorCodes } from './second-factor-codes';
import { SecondFactor } from './second-factor.entity';
import { secondFactorNotOffered, secondFactorThere } from './second-factor.refusals';

/**
 * Confirms the phone that was offered, by the first code it shows; every fair in which the account
 * may sign has it in its log. Refuses `too_many_wrong_codes`, `second_factor_not_offered`,
 * `second_factor_there`, `code_wrong`, `code_used`.
 */
@Injectable()
export class ConfirmSecondFactor {
  constructor(
    private readonly source: DataSource,
    private readonly codes: SecondFactorCodes,
  ) {}

  async run({ accountId }: Caller, code: string): Promise<void> {
    const tryId = await this.codes.count(accountId);
    await inTransaction(this.source, async (em) => {
      const factor = await em.findOne(SecondFactor, {
        where: { accountId, retiredAt: IsNull() },
        lock: { mode: 'pessimistic_write' },
      });
      if (factor === null) throw secondFactorNotOffered();
      if (factor.confirmedAt !== null) throw secondFactorThere();
      await this.codes.take(em, factor, { code, tryId });
      await em.update(SecondFactor, { id: factor.id }, { confirmedAt: new Date() });
      for (const { fairId } of await em.findBy(RoleGrant, { accountId, role: 'official' })) {
        await recordAudit(em, {
          fairId,
          accountId,
          action: 'second_factor_set_up',
          subjectId: accountId,
        });
      }
    });
  }
}
