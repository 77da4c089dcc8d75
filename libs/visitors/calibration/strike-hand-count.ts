import { Injectable } from '@nestjs/common';
import { recordAudit, type Caller } from '@phien/identity';
import { Clock, isId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import type { StrikeHandCountDto } from './calibration.dto';
import { handCountNotFound } from './calibration.refusals';
import { HandCountStruck } from './hand-count-struck.entity';
import { HandCount } from './hand-count.entity';

/** Takes a hand count out of the calibration; it stays on record. Twice is once. Refuses `hand_count_not_found`. */
@Injectable()
export class StrikeHandCount {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(
    { accountId }: Caller,
    { fairId, handCountId }: { fairId: string; handCountId: string },
    wanted: StrikeHandCountDto,
  ): Promise<void> {
    if (!isId(handCountId)) throw handCountNotFound();
    const reason = wanted.reason.normalize('NFC').trim();
    await inTransaction(this.source, async (em) => {
      if (!(await em.existsBy(HandCount, { fairId, id: handCountId }))) throw handCountNotFound();
      const struck = await em
        .createQueryBuilder()
        .insert()
        .into(HandCountStruck)
        .values({ fairId, handCountId, reason, struckBy: accountId, struckAt: this.clock.now() })
        .orIgnore()
        .returning('reason')
        .execute();
      if ((struck.raw as unknown[]).length === 0) return;
      await recordAudit(em, {
        fairId,
        accountId,
        action: 'hand_count_struck',
        subjectId: handCountId,
        detail: { reason },
      });
    });
  }
}
