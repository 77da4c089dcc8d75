import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@phien/identity';
import { Clock } from '@phien/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import type {
  BoardDayDto,
  BoardEarlierDto,
  EarlierFairDto,
  EarlierFairQuery,
  SameDaysDto,
} from './board.dto';
import { readBoardFair, type BoardFair } from './board-fair';
import { earlierFairUnknown } from './board.refusals';
import { readQuestion } from './board-question.rules';
import { changeOf, sameDays } from './period.rules';
import { declaredSum, periodSums } from './period-sums';
import { ReadPeriodSales } from './read-period-sales';

const NO_FILTER = { zoneIds: [], origins: [] };

/**
 * A fair's key figures beside the same days of an earlier fair of this house, of both fairs whole:
 * zones are not the same ones. Only a fair that the caller may read is a base, and that sold here: of one
 * that is only on record nothing is known, which is no 0. No demo is the base of a real one, and no fair of
 * another kind. The last of the same series, else the one that ended last, unless another is asked for. Refuses as the board does, and `earlier_fair_unknown`.
 */
@Injectable()
export class ReadEarlierFair {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    private readonly readSales: ReadPeriodSales,
  ) {}

  async run(caller: Caller, fairId: string, asked: EarlierFairQuery): Promise<BoardEarlierDto> {
    const { base: wanted, ...period } = asked;
    const question = readQuestion(period);
    return this.source.transaction('REPEATABLE READ', async (em) => {
      const fair = await readBoardFair(em, fairId, question, this.clock.now());
      const choices = await this.fairsBefore(em, caller, fair);
      const base = wanted ? choices.find(({ fairId: id }) => id === wanted) : choices[0];
      if (wanted && !base) throw earlierFairUnknown(wanted);
      return {
        asOf: fair.asOf.toISOString(),
        base: base ?? null,
        choices,
        comparison: base ? await this.compare(em, fair, base.fairId) : null,
      };
    });
  }

  private fairsBefore(
    em: EntityManager,
    caller: Caller,
    fair: BoardFair,
  ): Promise<EarlierFairDto[]> {
    const readable = caller.grants
      .filter(({ role }) => role === 'organizer' || role === 'official')
      .map(({ fairId }) => fairId);
    const firstDay = fair.days[0]?.day;
    return em.query<EarlierFairDto[]>(
      `SELECT f.id AS "fairId", f.code, f.name_vi AS "nameVi", f.name_en AS "nameEn",
              min(d.day)::text AS "firstDay", max(d.day)::text AS "lastDay"
         FROM fair f JOIN fair_day d ON d.fair_id = f.id AND d.is_open
         JOIN fair own ON own.id = $2 AND own.kind = f.kind
        WHERE f.id = ANY($1) AND f.id <> $2 AND (NOT f.is_demo OR $4)
          AND EXISTS (SELECT 1 FROM sales_rollup s WHERE s.fair_id = f.id)
        GROUP BY f.id, own.id HAVING max(d.day) < $3
        ORDER BY f.series <> '' AND f.series = own.series DESC, max(d.day) DESC, f.id`,
      [readable, fair.fairId, firstDay ?? fair.moment.day, fair.isDemo],
    );
  }

  private async compare(
    em: EntityManager,
    fair: BoardFair,
    baseId: string,
  ): Promise<SameDaysDto | null> {
    const baseDays = await em.query<Pick<BoardDayDto, 'day' | 'isOpen'>[]>(
      `SELECT day::text, is_open AS "isOpen" FROM fair_day WHERE fair_id = $1`,
      [baseId],
    );
    const same = sameDays(fair.period, fair.days, baseDays, fair.moment);
    if (same === null) return null;
    const isMeasuredOnly = same.base.upToMinute !== null;
    const sums = async (fairId: string, period: typeof same.base) => {
      const measured = await periodSums(em, this.readSales, fairId, period, NO_FILTER);
      const declaredVnd = isMeasuredOnly
        ? 0
        : await declaredSum(em, this.readSales, fairId, period, NO_FILTER);
      return { ...measured, revenueVnd: measured.measuredVnd + declaredVnd };
    };
    const own = await sums(fair.fairId, same.own);
    const base = await sums(baseId, same.base);
    return {
      ...same.base,
      firstNumber: same.firstNumber,
      lastNumber: same.lastNumber,
      isMeasuredOnly,
      ownRevenueVnd: own.revenueVnd,
      ownSalesCount: own.salesCount,
      ownEntries: own.entries,
      revenueVnd: base.revenueVnd,
      salesCount: base.salesCount,
      entries: base.entries,
      revenueChange: changeOf(own.revenueVnd, base.revenueVnd),
      salesChange: changeOf(own.salesCount, base.salesCount),
      entriesChange: changeOf(own.entries, base.entries),
    };
  }
}
