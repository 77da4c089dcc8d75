import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { DataSource } from 'typeorm';
import type { BoardBoothsPageDto, BoardQuery } from './board.dto';
import { boothsOf, readBoardFair } from './board-fair';
import { readQuestion } from './board-question.rules';
import { declaredBy, salesBy } from './board.rules';
import { classesOf, earningOf, heatsOf } from './heat.rules';
import { boothsForPassersBy } from './passers-by.rules';
import type { BoardViewer } from './read-board';
import { ReadPeriodSales } from './read-period-sales';

const UNRANKED = Number.MAX_SAFE_INTEGER;

/**
 * Every booth of the filter that is given or has sold, with its rank and its class of
 * heat, by what was measured and declared or by the number of measured sales; money only for who may
 * see that of a single booth. Refuses as the board does, but never for too few booths: ranks are no money.
 */
@Injectable()
export class ReadBoardBooths {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    private readonly readSales: ReadPeriodSales,
  ) {}

  async run(fairId: string, asked: BoardQuery, viewer: BoardViewer): Promise<BoardBoothsPageDto> {
    const question = readQuestion(asked);
    const now = this.clock.now();
    return this.source.transaction('REPEATABLE READ', async (em) => {
      const fair = await readBoardFair(em, fairId, question, now);
      const booths = await boothsOf(em, fair);
      const sales = await this.readSales.run(em, fairId, fair.period, fair.filter, ['booth']);
      const declared = await this.readSales.declared(em, fairId, fair.period, fair.filter, [
        'booth',
      ]);
      const heard = new Set([
        ...salesBy(sales, 'booth').keys(),
        ...declaredBy(declared, 'booth').keys(),
      ]);
      const earning = earningOf(booths, sales, declared);
      const showsMoney = viewer.mayReadBoothMoney;
      const heat = heatsOf(earning, showsMoney);
      const zoneCodes = new Map(fair.zones.map((zone) => [zone.id, zone.code]));
      const page: BoardBoothsPageDto = {
        version: fair.version,
        asOf: fair.asOf.toISOString(),
        showsMoney,
        booths: booths
          .filter(({ id, exhibitorNames }) => exhibitorNames.length > 0 || heard.has(id))
          .map((booth) => ({
            boothId: booth.id,
            boothCode: booth.code,
            zoneCode: zoneCodes.get(booth.zoneId) ?? '',
            exhibitorNames: booth.exhibitorNames,
            revenue: heat.revenue.standings.get(booth.id) ?? null,
            sales: heat.sales.standings.get(booth.id) ?? null,
            density: heat.density.standings.get(booth.id) ?? null,
          }))
          .sort(
            (a, b) =>
              (a.revenue?.rank ?? UNRANKED) - (b.revenue?.rank ?? UNRANKED) ||
              (a.boothCode < b.boothCode ? -1 : 1),
          ),
        heat: classesOf(heat),
      };
      return viewer.isPublic ? boothsForPassersBy(page) : page;
    });
  }
}
