import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { ReadTills } from '@phien/sales';
import { DataSource, type EntityManager } from 'typeorm';
import type { BoardPeriodQuery } from './board.dto';
import { boothsOf, readBoardFair, type BoardFair } from './board-fair';
import type { BoothPageDto, BoothPartDto, BoothRankDto, BoothTillDto } from './board-places.dto';
import { readQuestion } from './board-question.rules';
import { boothUnknown } from './board.refusals';
import { revenueOf, salesBy, nothingSold } from './board.rules';
import { earningOf, heatsOf, type Heat } from './heat.rules';
import type { BoardViewer } from './read-board';
import { ReadPeriodSales } from './read-period-sales';
import { placeLines } from './read-place-lines';

/**
 * One booth in a day or a period, from the rollups: who stood there, its ranks, its tills now, and
 * for who may see the money of a single booth its figures. Refuses `day_invalid`, `period_invalid`,
 * `fair_not_found`, `booth_unknown`.
 */
@Injectable()
export class ReadBoothPage {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    private readonly readSales: ReadPeriodSales,
    private readonly readTills: ReadTills,
  ) {}

  async run(
    fairId: string,
    code: string,
    asked: BoardPeriodQuery,
    viewer: BoardViewer,
  ): Promise<BoothPageDto> {
    const question = readQuestion({ day: asked.day, from: asked.from, to: asked.to });
    const now = this.clock.now();
    return this.source.transaction('REPEATABLE READ', async (em) => {
      const fair = await readBoardFair(em, fairId, question, now);
      const { period, filter } = fair;
      const booths = await boothsOf(em, fair);
      const booth = booths.find((each) => each.code === code);
      const zone = fair.zones.find(({ id }) => id === booth?.zoneId);
      if (!booth || !zone) throw boothUnknown(code);
      const sales = await this.readSales.run(em, fairId, period, filter, ['booth']);
      const declared = await this.readSales.declared(em, fairId, period, filter, ['booth']);
      const earning = earningOf(booths, sales, declared);
      const showsMoney = viewer.mayReadBoothMoney;
      const heats = heatsOf(earning, showsMoney);
      const zoneMates = new Set(
        booths.filter(({ zoneId }) => zoneId === zone.id).map(({ id }) => id),
      );
      const inZone = heatsOf(
        earning.filter(({ boothId }) => zoneMates.has(boothId)),
        showsMoney,
      );
      const sold = salesBy(sales, 'booth').get(booth.id);
      const said = await this.said(em, fair, booth.id);
      const quiet = await this.readSales.quietBooths(em, fairId, period);
      const measured = sold ?? nothingSold;
      return {
        version: fair.version,
        asOf: fair.asOf.toISOString(),
        timeZone: fair.timeZone,
        from: period.from,
        day: period.to,
        showsMoney,
        zone: { code: zone.code, nameVi: zone.nameVi, nameEn: zone.nameEn },
        boothId: booth.id,
        boothCode: booth.code,
        areaCm2: booth.areaCm2,
        exhibitorNames: booth.exhibitorNames,
        isHeard: sold !== undefined || said.facts > 0 || quiet.includes(booth.id),
        tills: await this.tills(em, fairId, booth.id, showsMoney),
        revenueRank: rankIn(heats.revenue, booth.id),
        salesRank: rankIn(heats.sales, booth.id),
        densityRank: rankIn(heats.density, booth.id),
        zoneRank: rankIn(inZone.revenue, booth.id),
        ...(showsMoney
          ? {
              revenue: {
                totalVnd: revenueOf(measured) + said.vnd,
                measuredVnd: revenueOf(measured),
                declaredVnd: said.vnd,
              },
              sales: {
                count: measured.salesCount,
                averageVnd:
                  measured.salesCount === 0
                    ? 0
                    : Math.round(measured.salesVnd / measured.salesCount),
                refundCount: measured.refundCount,
                refundVnd: measured.refundVnd,
              },
              corrections: {
                refundCount: measured.refundCount,
                refundVnd: measured.refundVnd,
                declaredAgain: said.facts - said.standing,
              },
              ...(await this.parts(em, fair, booth.id)),
            }
          : {
              revenue: null,
              sales: null,
              corrections: null,
              stars: [],
              classes: [],
              methods: [],
            }),
        line: (await placeLines(em, fair, zone.id, booth.id)).map((row) =>
          showsMoney ? row : { ...row, boothVnd: null, boothSales: null },
        ),
      };
    });
  }

  private async tills(
    em: EntityManager,
    fairId: string,
    boothId: string,
    showsMoney: boolean,
  ): Promise<BoothTillDto[]> {
    const tills = await this.readTills.atBooth(em, fairId, boothId);
    return tills.map(({ registerName, exhibitorName, state, since, unsentCount }) => ({
      name: registerName,
      exhibitorName,
      state,
      since,
      unsentCount: showsMoney ? unsentCount : null,
    }));
  }

  /* A correction is a fact more, and leaves as many standing as before. */
  private async said(em: EntityManager, { fairId, period }: BoardFair, boothId: string) {
    const [row] = await em.query<{ facts: number; standing: number; vnd: number }[]>(
      `SELECT coalesce(sum(fact_count), 0)::bigint AS facts,
              coalesce(sum(declared_count), 0)::bigint AS standing,
              coalesce(sum(declared_vnd), 0)::bigint AS vnd
         FROM declared_rollup
        WHERE fair_id = $1 AND day BETWEEN $2 AND $3 AND dimension = 'booth' AND key = $4`,
      [fairId, period.from, period.to, boothId],
    );
    return row ?? { facts: 0, standing: 0, vnd: 0 };
  }

  private async parts(em: EntityManager, { fairId, period }: BoardFair, boothId: string) {
    const rows = await em.query<(BoothPartDto & { dimension: string })[]>(
      `SELECT s.dimension, p.part AS key, coalesce(c.name_vi, '') AS "nameVi",
              coalesce(c.name_en, '') AS "nameEn",
              sum(s.sales_vnd + s.refund_vnd)::bigint AS "revenueVnd",
              sum(s.sales_count)::bigint AS "salesCount"
         FROM sales_rollup s
        CROSS JOIN LATERAL (SELECT substr(s.key, length($4) + 2) AS part) p
         LEFT JOIN product_class c ON s.dimension = 'booth_class' AND c.code = p.part
        WHERE s.fair_id = $1 AND s.day BETWEEN $2 AND $3
          AND s.dimension IN ('booth_star', 'booth_class', 'booth_method')
          AND starts_with(s.key, $4 || ' ')
        GROUP BY s.dimension, p.part, c.name_vi, c.name_en
        ORDER BY "revenueVnd" DESC, p.part`,
      [fairId, period.from, period.to, boothId],
    );
    const of = (dimension: string) =>
      rows
        .filter((row) => row.dimension === dimension)
        .map(({ dimension: _, ...part }): BoothPartDto => part);
    return {
      stars: of('booth_star'),
      classes: of('booth_class'),
      methods: of('booth_method'),
    };
  }
}

function rankIn({ standings }: Heat, boothId: string): BoothRankDto | null {
  const standing = standings.get(boothId);
  return standing ? { ...standing, of: standings.size } : null;
}
