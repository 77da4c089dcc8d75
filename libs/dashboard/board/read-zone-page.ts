import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { ReadSilence, type Silence } from '@phien/sales';
import { DataSource } from 'typeorm';
import type { BoardPeriodQuery } from './board.dto';
import { boothsOf, readBoardFair } from './board-fair';
import type { ZonePageDto } from './board-places.dto';
import { readQuestion, zonesNamed } from './board-question.rules';
import { declaredBy, nothingSold, revenueOf, salesBy } from './board.rules';
import { isDeclaredSplitSafe } from './disclosure.rules';
import { earningOf, heatsOf } from './heat.rules';
import type { BoardViewer } from './read-board';
import { ReadPeriodSales } from './read-period-sales';
import { placeLines } from './read-place-lines';

const UNRANKED = Number.MAX_SAFE_INTEGER;

/**
 * One zone in a day or a period, from the rollups: its figures as the board tells them by zone, its
 * hours, its booths by rank, and which of them were not heard from. Refuses `day_invalid`,
 * `period_invalid`, `fair_not_found`, `zone_unknown`.
 */
@Injectable()
export class ReadZonePage {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    private readonly readSales: ReadPeriodSales,
    private readonly readSilence: ReadSilence,
  ) {}

  async run(
    fairId: string,
    code: string,
    asked: BoardPeriodQuery,
    viewer: BoardViewer,
  ): Promise<ZonePageDto> {
    const question = readQuestion({ day: asked.day, from: asked.from, to: asked.to });
    const now = this.clock.now();
    const { tills } = await this.readSilence.run(fairId);
    return this.source.transaction('REPEATABLE READ', async (em) => {
      const fair = await readBoardFair(em, fairId, question, now);
      const { period, filter } = fair;
      const [zoneId] = zonesNamed(fair.zones, [code]);
      const zone = fair.zones.find(({ id }) => id === zoneId)!;
      const dimensions = ['day', 'zone', 'booth'] as const;
      const sales = await this.readSales.run(em, fairId, period, filter, dimensions);
      const declared = await this.readSales.declared(em, fairId, period, filter, dimensions);
      const isDeclaredTold =
        viewer.mayReadBoothMoney ||
        isDeclaredSplitSafe(await this.readSales.tableOfDeclared(em, fairId, period), false);
      const booths = (await boothsOf(em, fair)).filter((booth) => booth.zoneId === zone.id);
      const bySaid = declaredBy(declared, 'booth');
      const byBooth = salesBy(sales, 'booth');
      const heard = new Set([
        ...(await this.readSales.quietBooths(em, fairId, period)),
        ...byBooth.keys(),
        ...bySaid.keys(),
      ]);
      const figures = salesBy(sales, 'zone').get(zone.id) ?? nothingSold;
      const declaredOf = (dimension: 'day' | 'zone', key: string) =>
        isDeclaredTold ? (declaredBy(declared, dimension).get(key)?.declaredVnd ?? 0) : 0;
      const totalVnd = revenueOf(figures) + declaredOf('zone', zone.id);
      const fairVnd =
        revenueOf(salesBy(sales, 'day').get('') ?? nothingSold) + declaredOf('day', '');
      const heats = heatsOf(earningOf(booths, sales, declared), viewer.mayReadBoothMoney);
      const isGiven = ({ exhibitorNames }: (typeof booths)[number]) => exhibitorNames.length > 0;
      const since = silentSince(tills);
      return {
        version: fair.version,
        asOf: fair.asOf.toISOString(),
        timeZone: fair.timeZone,
        from: period.from,
        day: period.to,
        showsMoney: viewer.mayReadBoothMoney,
        zone: { code: zone.code, nameVi: zone.nameVi, nameEn: zone.nameEn },
        zoneId: zone.id,
        revenue: {
          totalVnd,
          measuredVnd: revenueOf(figures),
          declaredVnd: isDeclaredTold ? declaredOf('zone', zone.id) : null,
        },
        share: fairVnd > 0 ? totalVnd / fairVnd : null,
        sales: {
          count: figures.salesCount,
          averageVnd:
            figures.salesCount === 0 ? 0 : Math.round(figures.salesVnd / figures.salesCount),
          refundCount: figures.refundCount,
          refundVnd: figures.refundVnd,
        },
        booths: {
          selling: booths.filter(({ id }) => (byBooth.get(id)?.salesCount ?? 0) > 0).length,
          allocated: booths.filter(isGiven).length,
          heardFrom: booths.filter((booth) => isGiven(booth) && heard.has(booth.id)).length,
        },
        line: (await placeLines(em, fair, zone.id, null)).map(
          ({ day, hour, zoneVnd, zoneSales }) => ({
            day,
            hour,
            revenueVnd: zoneVnd,
            salesCount: zoneSales,
          }),
        ),
        rows: booths
          .filter((booth) => isGiven(booth) || heard.has(booth.id))
          .map((booth) => ({
            boothId: booth.id,
            boothCode: booth.code,
            exhibitorNames: booth.exhibitorNames,
            revenue: heats.revenue.standings.get(booth.id) ?? null,
            salesCount: heats.sales.standings.get(booth.id)?.amount ?? null,
            isHeard: heard.has(booth.id),
            silentSince: since.get(booth.code)?.toISOString() ?? null,
          }))
          .sort(
            (a, b) =>
              (a.revenue?.rank ?? UNRANKED) - (b.revenue?.rank ?? UNRANKED) ||
              (a.boothCode < b.boothCode ? -1 : 1),
          ),
        withheld: isDeclaredTold ? [] : ['declared'],
      };
    });
  }
}

/* By booth; of several silent tills of one the one that is so longest. */
function silentSince(tills: Silence['tills']): Map<string, Date> {
  const since = new Map<string, Date>();
  for (const till of tills) {
    const known = since.get(till.boothCode);
    if (till.since !== null && (known === undefined || till.since < known)) {
      since.set(till.boothCode, till.since);
    }
  }
  return since;
}
