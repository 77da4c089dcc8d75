import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { FeeNoticeDto } from './fee.dto';
import { payersOfCaller } from './payers-of-caller';
import { readFairToday } from './fair-today';
import { readFeeNotices } from './read-fee-notices';
import { withoutContact } from './read-fee-standings';

/**
 * The fee notices of the exhibitors that the caller stands for and the delegations it leads; none for
 * an organizer, who has the list of all. Refuses `fair_not_found`.
 */
@Injectable()
export class ListOwnFeeNotices {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  run(caller: Caller, fairId: string): Promise<FeeNoticeDto[]> {
    return this.source.transaction('REPEATABLE READ', async (em) => {
      const setting = await readFairToday(em, fairId, this.clock.now());
      const own = (await payersOfCaller(em, caller, fairId)) ?? [];
      return (await readFeeNotices(em, setting, own)).map(withoutContact);
    });
  }
}
