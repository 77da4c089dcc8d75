import { Injectable } from '@nestjs/common';
import { Caller, fairNotFound, recordAudit } from '@phien/identity';
import { Clock, isFairDay, isId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { Fair } from '../fair/fair.entity';
import { fairIsDraft, fairIsOver } from '../fair/fair.refusals';
import { ApplicationCall } from './application-call.entity';
import { ApplicationCallDto, SetApplicationCallDto } from './application.dto';
import { applicationDayWrong } from './application.refusals';
import { isCallOpen } from './find-call';

/**
 * Opens a fair to applications until the end of a day, or says another day. Refuses
 * `application_day_wrong`, `fair_not_found`, `fair_is_draft`, `fair_is_over`.
 */
@Injectable()
export class SetApplicationCall {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(
    { accountId }: Caller,
    fairId: string,
    { lastDay, showsPlace }: SetApplicationCallDto,
  ): Promise<ApplicationCallDto> {
    if (!isFairDay(lastDay)) throw applicationDayWrong();
    const now = this.clock.now();
    return inTransaction(this.source, async (em) => {
      const fair = isId(fairId) ? await em.findOneBy(Fair, { id: fairId }) : null;
      if (!fair) throw fairNotFound();
      if (fair.state === 'draft') throw fairIsDraft();
      if (fair.state === 'closed' || fair.state === 'sealed') throw fairIsOver();
      const before = await em.findOneBy(ApplicationCall, { fairId });
      const call = { fairId, lastDay, showsPlace, changedBy: accountId, changedAt: now };
      if (before?.lastDay !== lastDay || before.showsPlace !== showsPlace) {
        await em.upsert(ApplicationCall, call, ['fairId']);
        await recordAudit(em, {
          fairId,
          accountId,
          action: 'application_call_set',
          subjectId: fairId,
          detail: { lastDay, showsPlace, lastDayBefore: before?.lastDay ?? null },
        });
      }
      return { lastDay, showsPlace, isOpen: isCallOpen({ fair, call }, now) };
    });
  }
}
