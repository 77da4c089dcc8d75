import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { ReadSilence } from '@phien/sales';
import { FairCapacity } from '@phien/visitors';
import { DataSource, type EntityManager } from 'typeorm';
import type { DeclaredDimension } from '../fold/declared-rollup.entity';
import type { SalesDimension } from '../fold/sales-rollup.entity';
import type { BoardComparisonDto, BoardDto, BoardQuery } from './board.dto';
import { boothsOf, readBoardFair, type BoardFair } from './board-fair';
import { readQuestion } from './board-question.rules';
import { tooFewBooths } from './board.refusals';
import {
  declaredBy,
  periodFigures,
  type DayVisits,
  type DeclaredFigures,
  type GateOfFair,
} from './board.rules';
import { isCrowded, isDeclaredSplitSafe, isTableSafe } from './disclosure.rules';
import { forPassersBy } from './passers-by.rules';
import type { Period } from './period.rules';
import { readComparison } from './read-comparison';
import { hasFilter, ReadPeriodSales } from './read-period-sales';

export interface BoardViewer {
  mayReadBoothMoney: boolean;
  /** Anybody who passes by a wall: no exhibitor is named, nothing that is of one booth or two. */
  isPublic?: boolean;
}

/** Booths that declared more than nothing. */
const declaringCount = (declared: readonly DeclaredFigures[]) =>
  [...declaredBy(declared, 'booth').values()].filter(({ declaredVnd }) => declaredVnd > 0).length;

type Compared = Pick<BoardDto, 'revenue' | 'sales' | 'visits' | 'withheld'>;

const OF_A_DAY: SalesDimension[] = ['day', 'minute', 'zone', 'booth', 'origin', 'star'];
const OF_A_PERIOD = OF_A_DAY.filter((dimension) => dimension !== 'minute');
const DECLARED: DeclaredDimension[] = ['day', 'zone', 'booth', 'origin'];

/**
 * A fair's board of a day or a period, from rollups and the plan's names and all of it from one
 * snapshot, so that parts sum to totals. Refuses `day_invalid`, `period_invalid`, `origin_unknown`,
 * `fair_not_found`, `zone_unknown`, `too_few_booths`.
 */
@Injectable()
export class ReadBoard {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    private readonly readSales: ReadPeriodSales,
    private readonly readSilence: ReadSilence,
  ) {}

  async run(fairId: string, asked: BoardQuery, viewer: BoardViewer): Promise<BoardDto> {
    const question = readQuestion(asked);
    const now = this.clock.now();
    const { silentCount, silentSince } = await this.readSilence.run(fairId);
    return this.source.transaction('REPEATABLE READ', async (em) => {
      const fair = await readBoardFair(em, fairId, question, now);
      const { period, filter } = fair;
      const withheld = await this.withheld(em, fair, period, viewer);
      if (withheld === 'all') throw tooFewBooths();
      const declared = await this.readSales.declared(em, fairId, period, filter, DECLARED);
      const figures = periodFigures(
        {
          period,
          filter,
          sales: await this.readSales.run(
            em,
            fairId,
            period,
            filter,
            period.from === period.to ? OF_A_DAY : OF_A_PERIOD,
          ),
          declared,
          quietBoothIds: await this.readSales.quietBooths(em, fairId, period),
          visits: await this.visits(em, fairId, period),
          zones: fair.zones,
          booths: await boothsOf(em, fair),
          gates: await this.gates(em, fairId),
          capacity: (await em.findOneBy(FairCapacity, { fairId }))?.visitors ?? null,
          withheld,
        },
        viewer,
      );
      const board: BoardDto = {
        fairId,
        day: period.to,
        from: period.from,
        filter: { zones: question.zoneCodes, origins: question.origins },
        version: fair.version,
        asOf: fair.asOf.toISOString(),
        fair: {
          code: fair.code,
          nameVi: fair.nameVi,
          nameEn: fair.nameEn,
          isDemo: fair.isDemo,
          timeZone: fair.timeZone,
          days: fair.days,
          zones: fair.zones
            .filter(({ isSelling, hasBooths }) => isSelling || hasBooths)
            .map(({ code, nameVi, nameEn }) => ({ code, nameVi, nameEn })),
        },
        ...figures,
        comparison: await this.comparison(em, fair, { ...figures, withheld }, viewer),
        withheld,
        clock: { isMoved: this.clock.isMoved, speed: this.clock.speed },
        tills: { silentCount, silentSince: silentSince?.toISOString() ?? null },
        reconciliation: {
          checkedAt: fair.checkedAt?.toISOString() ?? null,
          differenceCount: fair.differenceCount,
        },
      };
      return viewer.isPublic ? forPassersBy(board, declaringCount(declared)) : board;
    });
  }

  /* Whoever may not see the money of single booths gets no split fine enough to compute it from. */
  private async withheld(
    em: EntityManager,
    { fairId, filter }: BoardFair,
    period: Period,
    { mayReadBoothMoney }: BoardViewer,
  ): Promise<BoardDto['withheld'] | 'all'> {
    if (mayReadBoothMoney) return [];
    const declared = await this.withheldDeclared(em, fairId, period, filter);
    if (!hasFilter(filter)) return declared;
    const cells = await this.readSales.tableOfBooths(em, fairId, period);
    const isSafe = isTableSafe(cells);
    const byZone = filter.zoneIds.length > 0;
    const byOrigin = filter.origins.length > 0;
    if (byZone && byOrigin) {
      return isSafe && isCrowded(cells, filter) ? ['stars', ...declared] : 'all';
    }
    if (isSafe) return ['stars', ...declared];
    return byZone ? ['origins', 'stars', ...declared] : ['zones', 'stars', ...declared];
  }

  /* With a filter the splits of the other kind cross it, so the whole table must hold. */
  private async withheldDeclared(
    em: EntityManager,
    fairId: string,
    period: Period,
    filter: BoardFair['filter'],
  ): Promise<'declared'[]> {
    const cells = await this.readSales.tableOfDeclared(em, fairId, period);
    return isDeclaredSplitSafe(cells, hasFilter(filter)) ? [] : ['declared'];
  }

  private async comparison(
    em: EntityManager,
    fair: BoardFair,
    { revenue, sales, visits, withheld }: Compared,
    viewer: BoardViewer,
  ): Promise<BoardComparisonDto | null> {
    const mayTellDeclared = async (period: Period) =>
      viewer.mayReadBoothMoney ||
      !hasFilter(fair.filter) ||
      (!withheld.includes('declared') &&
        (await this.withheldDeclared(em, fair.fairId, period, fair.filter)).length === 0);
    const compared = await readComparison(em, this.readSales, fair, mayTellDeclared, {
      revenueVnd: revenue.totalVnd,
      measuredVnd: revenue.measuredVnd,
      salesCount: sales.count,
      entries: visits.entries,
    });
    if (compared === null) return null;
    const { period, ...comparison } = compared;
    return (await this.withheld(em, fair, period, viewer)) === 'all' ? null : comparison;
  }

  private visits(em: EntityManager, fairId: string, { from, to }: Period): Promise<DayVisits[]> {
    return em.query<DayVisits[]>(
      `SELECT day::text, dimension, key, entries, exits FROM visits_rollup
        WHERE fair_id = $1 AND day BETWEEN $2 AND $3 AND (dimension <> 'minute' OR $2 = $3)`,
      [fairId, from, to],
    );
  }

  private gates(em: EntityManager, fairId: string): Promise<GateOfFair[]> {
    return em.query<GateOfFair[]>(
      `SELECT id, code, name_vi AS "nameVi", name_en AS "nameEn"
         FROM gate WHERE fair_id = $1 ORDER BY length(code), code`,
      [fairId],
    );
  }
}
