import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import type { BoardClassDto, BoardQuery, BoardSplitsDto } from './board.dto';
import { readBoardFair } from './board-fair';
import { readQuestion } from './board-question.rules';
import { tooFewBooths } from './board.refusals';
import { revenueOf, salesBy, type DeclaredFigures } from './board.rules';
import { isDeclaredSplitSafe } from './disclosure.rules';
import type { BoardViewer } from './read-board';
import { hasFilter, ReadPeriodSales, type DaySales } from './read-period-sales';
import { firstDayOf, ownProvinceOn } from './read-board-map';
import { readSellers } from './read-sellers';
import { placesOf, provincesOf } from './splits.rules';

/* What was declared names no product. */
const UNCLASSIFIED = { dimension: 'class', key: 'unclassified' };

/** Declared sums as if they were sales without a number, to be added to what was measured. */
const asSales = (
  declared: readonly DeclaredFigures[],
  dimension: string,
  under?: { dimension: string; key: string },
): DaySales[] =>
  declared
    .filter((row) => row.dimension === dimension && row.declaredVnd > 0)
    .map(({ day, key, declaredVnd }) => ({
      day,
      dimension,
      key,
      ...under,
      salesCount: 0,
      salesVnd: declaredVnd,
      refundCount: 0,
      refundVnd: 0,
    }));

/**
 * Revenue by place of origin and by product class. Refuses as the board does; `too_few_booths` to
 * any viewer without the money of single booths who asks for a zone and an origin together.
 */
@Injectable()
export class ReadBoardSplits {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    private readonly readSales: ReadPeriodSales,
  ) {}

  async run(fairId: string, asked: BoardQuery, viewer: BoardViewer): Promise<BoardSplitsDto> {
    const question = readQuestion(asked);
    const now = this.clock.now();
    return this.source.transaction('REPEATABLE READ', async (em) => {
      const fair = await readBoardFair(em, fairId, question, now);
      const { period, filter } = fair;
      const mayNot = !viewer.mayReadBoothMoney;
      const byZone = filter.zoneIds.length > 0;
      if (mayNot && byZone && filter.origins.length > 0) throw tooFewBooths();
      const hidesPlaces = mayNot && byZone;
      const hidesClasses = mayNot && hasFilter(filter);
      const sales = await this.readSales.run(em, fairId, period, filter, ['exhibitor', 'class']);
      const isDeclaredTold =
        viewer.mayReadBoothMoney ||
        isDeclaredSplitSafe(
          await this.readSales.tableOfDeclared(em, fairId, period),
          hasFilter(filter),
        );
      const declared = await this.readSales.declared(em, fairId, period, filter, [
        'day',
        'exhibitor',
      ]);
      const sold = [...sales, ...asSales(declared, 'exhibitor')];
      const places = hidesPlaces
        ? []
        : placesOf(isDeclaredTold ? sold : sales, await readSellers(em, fairId), viewer);
      const { provinces, heat } = provincesOf(places, ownProvinceOn(firstDayOf(fair)));
      return {
        version: fair.version,
        asOf: fair.asOf.toISOString(),
        places,
        provinces,
        provinceHeat: heat,
        classes: hidesClasses
          ? []
          : await this.classes(em, [...sales, ...asSales(declared, 'day', UNCLASSIFIED)]),
        withheld: [
          ...(hidesPlaces ? (['places'] as const) : []),
          ...(hidesClasses ? (['classes'] as const) : []),
          ...(isDeclaredTold ? [] : (['declared'] as const)),
        ],
      };
    });
  }

  private async classes(em: EntityManager, sales: readonly DaySales[]): Promise<BoardClassDto[]> {
    const names = await em.query<{ code: string; nameVi: string; nameEn: string }[]>(
      `SELECT code, name_vi AS "nameVi", name_en AS "nameEn" FROM product_class`,
    );
    const nameOf = new Map(names.map((row) => [row.code, row]));
    return [...salesBy(sales, 'class').values()]
      .map((row) => ({
        code: row.key,
        nameVi: nameOf.get(row.key)?.nameVi ?? '',
        nameEn: nameOf.get(row.key)?.nameEn ?? '',
        revenueVnd: revenueOf(row),
        salesCount: row.salesCount,
      }))
      .sort((a, b) => b.revenueVnd - a.revenueVnd || (a.code < b.code ? -1 : 1));
  }
}
