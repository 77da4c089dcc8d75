import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { Clock, isId } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { FeeNoticeDto } from './fee.dto';
import { feePayerNotFound } from './fee.refusals';
import { payersOfCaller } from './payers-of-caller';
import { readFairToday } from './fair-today';
import { readFeeNotices } from './read-fee-notices';
import { withoutContact } from './read-fee-standings';

/**
 * One fee notice that the caller may see; anyone else's is as if it did not exist. Refuses
 * `fair_not_found`, `fee_payer_not_found`.
 */
@Injectable()
export class ReadFeeNotice {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  run(caller: Caller, fairId: string, payerId: string): Promise<FeeNoticeDto> {
    return this.source.transaction('REPEATABLE READ', async (em) => {
      const setting = await readFairToday(em, fairId, this.clock.now());
      const seen = await payersOfCaller(em, caller, fairId);
      const isTheirs = isId(payerId) && (seen === null || seen.includes(payerId));
      const [notice] = isTheirs ? await readFeeNotices(em, setting, [payerId]) : [];
      if (!notice) throw feePayerNotFound();
      return seen === null ? notice : withoutContact(notice);
    });
  }
}
