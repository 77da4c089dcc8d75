import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { Clock, fairMoment } from '@phien/kernel';
import { DataSource, In } from 'typeorm';
import { stateOn } from './fair-days.rules';
import { FairDay } from './fair-day.entity';
import { FairSummaryDto } from './fair.dto';
import { Fair } from './fair.entity';

/** The fairs the caller has a role in, the latest first. */
@Injectable()
export class ListFairs {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(caller: Caller): Promise<FairSummaryDto[]> {
    const ids = [...new Set(caller.grants.map(({ fairId }) => fairId))];
    if (ids.length === 0) return [];
    const [fairs, spans] = await Promise.all([
      this.source.getRepository(Fair).findBy({ id: In(ids) }),
      this.source
        .getRepository(FairDay)
        .createQueryBuilder('day')
        .select('day.fairId', 'fairId')
        .addSelect('min(day.day)', 'firstDay')
        .addSelect('max(day.day)', 'lastDay')
        .where('day.fairId IN (:...ids)', { ids })
        .groupBy('day.fairId')
        .getRawMany<{ fairId: string; firstDay: string; lastDay: string }>(),
    ]);
    const spanOf = new Map(spans.map((span) => [span.fairId, span]));
    const now = this.clock.now();
    return fairs
      .map(({ id, code, nameVi, nameEn, state, isDemo, timeZone, dayCutMinutes }) => {
        const { firstDay = null, lastDay = null } = spanOf.get(id) ?? {};
        const today = fairMoment(now, timeZone, dayCutMinutes).day;
        return {
          id,
          code,
          nameVi,
          nameEn,
          state: stateOn(today, { state, firstDay, lastDay }),
          isDemo,
          firstDay,
          lastDay,
        };
      })
      .sort((a, b) => (b.lastDay ?? '').localeCompare(a.lastDay ?? ''));
  }
}
