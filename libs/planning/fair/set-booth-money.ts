import { Injectable } from '@nestjs/common';
import { recordAudit, type Caller } from '@phien/identity';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import type { BoothMoneyDto } from './fair.dto';
import { Fair } from './fair.entity';

/**
 * Chooses who sees the money of a single booth. Boards, lists and sockets ask each time; days that are
 * closed keep what held then.
 */
@Injectable()
export class SetBoothMoney {
  constructor(private readonly source: DataSource) {}

  run(caller: Caller, fairId: string, { visibleTo }: BoothMoneyDto): Promise<BoothMoneyDto> {
    return inTransaction(this.source, async (em) => {
      const fair = await em.getRepository(Fair).findOneOrFail({
        where: { id: fairId },
        lock: { mode: 'for_no_key_update' },
      });
      if (fair.boothMoneyVisibleTo !== visibleTo) {
        await em.getRepository(Fair).update({ id: fairId }, { boothMoneyVisibleTo: visibleTo });
        await recordAudit(em, {
          fairId,
          accountId: caller.accountId,
          action: 'booth_money_set',
          subjectId: fairId,
          detail: { before: fair.boothMoneyVisibleTo, after: visibleTo },
        });
      }
      return { visibleTo };
    });
  }
}
