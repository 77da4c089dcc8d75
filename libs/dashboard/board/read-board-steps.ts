import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import type { BoardQuery, BoardStepsDto } from './board.dto';
import { boothsOf, readBoardFair, type BoardFair } from './board-fair';
import { readQuestion } from './board-question.rules';
import { oneDayOnly } from './board.refusals';
import { revenueOf } from './board.rules';
import { hoursToTell, type SoldInHour } from './disclosure.rules';
import { classesOf, earningOf, heatsOf } from './heat.rules';
import type { BoardViewer } from './read-board';
import { ReadPeriodSales } from './read-period-sales';
import { coursesOf, hoursOver, readBoothHour, type BoothHour } from './steps.rules';

const WHOLE_FAIR = { zoneIds: [], origins: [] };

/**
 * What every booth of the filter had sold by each hour of a day, in the classes of the whole day;
 * amounts only for who may see the money of single booths. For others hours are left out that would
 * tell it, and the same whatever the filter. Refuses as the board does, and `one_day_only`.
 */
@Injectable()
export class ReadBoardSteps {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    private readonly readSales: ReadPeriodSales,
  ) {}

  async run(fairId: string, asked: BoardQuery, viewer: BoardViewer): Promise<BoardStepsDto> {
    const question = readQuestion(asked);
    const now = this.clock.now();
    return this.source.transaction('REPEATABLE READ', async (em) => {
      const fair = await readBoardFair(em, fairId, question, now);
      const { period, filter, moment } = fair;
      if (period.from !== period.to) throw oneDayOnly();
      const booths = await boothsOf(em, fair);
      const earning = earningOf(
        booths,
        await this.readSales.run(em, fairId, period, filter, ['booth']),
        await this.readSales.declared(em, fairId, period, filter, ['booth']),
      );
      const whole = await this.hours(em, fair, WHOLE_FAIR);
      const hours = hoursOver(whole, moment.day === period.to ? moment.minute : null);
      const told = viewer.mayReadBoothMoney
        ? hours
        : hoursToTell(hours, await this.placed(em, fair, whole));
      const sold =
        filter.origins.length === 0
          ? whole
          : await this.hours(em, fair, { zoneIds: [], origins: filter.origins });
      return {
        version: fair.version,
        asOf: fair.asOf.toISOString(),
        day: period.to,
        showsMoney: viewer.mayReadBoothMoney,
        untilMinute: told.map((hour) => (hour + 1) * 60),
        isMerged: told.length < hours.length,
        booths: coursesOf(
          earning,
          sold,
          told,
          classesOf(heatsOf(earning, true)),
          viewer.mayReadBoothMoney,
        ),
        heat: classesOf(heatsOf(earning, viewer.mayReadBoothMoney)),
      };
    });
  }

  private async hours(
    em: EntityManager,
    { fairId, period }: BoardFair,
    filter: { zoneIds: string[]; origins: string[] },
  ): Promise<BoothHour[]> {
    const sales = await this.readSales.run(em, fairId, period, filter, ['booth_hour']);
    return sales.map((row) => ({
      ...readBoothHour(row.key),
      salesCount: row.salesCount,
      revenueVnd: revenueOf(row),
    }));
  }

  /* Where each hour's money was made: the rollups know the booth, and who sold that day at it. */
  private async placed(
    em: EntityManager,
    { fairId, period }: BoardFair,
    hours: readonly BoothHour[],
  ): Promise<SoldInHour[]> {
    const booths = await em.query<{ boothId: string; zoneId: string; origins: string[] }[]>(
      `SELECT b.id AS "boothId", b.zone_id AS "zoneId", array_agg(DISTINCT e.origin) AS origins
         FROM sales_rollup s
         JOIN exhibitor e ON e.fair_id = s.fair_id AND e.id = s.key::uuid
         JOIN register r ON r.fair_id = e.fair_id AND r.exhibitor_id = e.id
         JOIN booth b ON b.fair_id = r.fair_id AND b.id = r.booth_id
        WHERE s.fair_id = $1 AND s.day = $2 AND s.dimension = 'exhibitor'
        GROUP BY b.id, b.zone_id`,
      [fairId, period.to],
    );
    const placeOf = new Map(booths.map((booth) => [booth.boothId, booth]));
    return hours.map(({ hour, boothId }) => {
      const { zoneId = '', origins = [] } = placeOf.get(boothId) ?? {};
      return { hour, boothId, zoneId, origin: origins.length === 1 ? (origins[0] ?? '') : '' };
    });
  }
}
