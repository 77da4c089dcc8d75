import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { DataSource, In } from 'typeorm';
import { FairDay } from './fair-day.entity';
import { FairSummaryDto } from './fair.dto';
import { Fair } from './fair.entity';

/** The fairs the caller has a role in, the latest first. */
@Injectable()
export class ListFairs {
  constructor(private readonly source: DataSource) {}

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
    return fairs
      .map(({ id, code, nameVi, nameEn, state, isDemo }) => ({
        id,
        code,
        nameVi,
        nameEn,
        state,
        isDemo,
        firstDay: spanOf.get(id)?.firstDay ?? null,
        lastDay: spanOf.get(id)?.lastDay ?? null,
      }))
      .sort((a, b) => (b.lastDay ?? '').localeCompare(a.lastDay ?? ''));
  }
}
