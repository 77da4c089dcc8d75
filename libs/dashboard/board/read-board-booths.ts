import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { DataSource } from 'typeorm';
import type { BoardBoothsPageDto, BoardQuery } from './board.dto';
import { boothsOf, readBoardFair } from './board-fair';
import { readQuestion } from './board-question.rules';
import { declaredBy, nothingSold, revenueOf, salesBy } from './board.rules';
import { heatOf } from './heat.rules';
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
      const byBooth = salesBy(sales, 'booth');
      const declared = declaredBy(
        await this.readSales.declared(em, fairId, fair.period, fair.filter, ['booth']),
        'booth',
      );
      const declaredAt = (boothId: string) => declared.get(boothId)?.declaredVnd ?? 0;
      const sold = (boothId: string) => byBooth.get(boothId) ?? nothingSold;
      const isSelling = ({ id }: { id: string }) => sold(id).salesCount > 0;
      const selling = booths.filter(isSelling);
      const earning = booths.filter((booth) => isSelling(booth) || declaredAt(booth.id) > 0);
      const showsMoney = viewer.mayReadBoothMoney;
      const heatBy = (ranked: typeof booths, amountOf: (boothId: string) => number) =>
        heatOf(
          ranked.map(({ id }) => ({ boothId: id, amount: amountOf(id) })),
          showsMoney,
        );
      const revenue = heatBy(earning, (id) => revenueOf(sold(id)) + declaredAt(id));
      const count = heatBy(selling, (id) => sold(id).salesCount);
      const zoneCodes = new Map(fair.zones.map((zone) => [zone.id, zone.code]));
      const page: BoardBoothsPageDto = {
        version: fair.version,
        asOf: fair.asOf.toISOString(),
        showsMoney,
        booths: booths
          .filter(
            ({ id, exhibitorNames }) =>
              exhibitorNames.length > 0 || byBooth.has(id) || declared.has(id),
          )
          .map((booth) => ({
            boothId: booth.id,
            boothCode: booth.code,
            zoneCode: zoneCodes.get(booth.zoneId) ?? '',
            exhibitorNames: booth.exhibitorNames,
            revenue: revenue.standings.get(booth.id) ?? null,
            sales: count.standings.get(booth.id) ?? null,
          }))
          .sort(
            (a, b) =>
              (a.revenue?.rank ?? UNRANKED) - (b.revenue?.rank ?? UNRANKED) ||
              (a.boothCode < b.boothCode ? -1 : 1),
          ),
        heat: { revenue: revenue.classes, sales: count.classes },
      };
      return viewer.isPublic ? boothsForPassersBy(page) : page;
    });
  }
}
