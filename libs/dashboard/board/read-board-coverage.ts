import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { ReadSilence } from '@phien/sales';
import { DataSource } from 'typeorm';
import type { BoardCoverageDto, BoardQuery } from './board.dto';
import { boothsOf, readBoardFair } from './board-fair';
import { readQuestion } from './board-question.rules';
import { heardBooths } from './board.rules';
import { ReadPeriodSales } from './read-period-sales';

/**
 * The booths of a board's question that were not heard from, and the phones that are silent with an
 * open shift: to every viewer of the board, for it tells no money. Refuses as the board does.
 */
@Injectable()
export class ReadBoardCoverage {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    private readonly readSales: ReadPeriodSales,
    private readonly readSilence: ReadSilence,
  ) {}

  async run(fairId: string, asked: BoardQuery): Promise<BoardCoverageDto> {
    const question = readQuestion(asked);
    const { tills } = await this.readSilence.run(fairId);
    return this.source.transaction('REPEATABLE READ', async (em) => {
      const fair = await readBoardFair(em, fairId, question, this.clock.now());
      const { period, filter } = fair;
      const booths = (await boothsOf(em, fair)).filter((booth) => booth.exhibitorNames.length > 0);
      const heard = heardBooths(
        await this.readSales.quietBooths(em, fairId, period),
        await this.readSales.run(em, fairId, period, filter, ['booth']),
        await this.readSales.declared(em, fairId, period, filter, ['booth']),
      );
      const zoneCodes = new Map(fair.zones.map((zone) => [zone.id, zone.code]));
      return {
        asOf: fair.asOf.toISOString(),
        allocated: booths.length,
        silentBooths: booths
          .filter(({ id }) => !heard.has(id))
          .map((booth) => ({
            boothId: booth.id,
            boothCode: booth.code,
            zoneCode: zoneCodes.get(booth.zoneId) ?? '',
            exhibitorNames: booth.exhibitorNames,
          }))
          .sort((a, b) => a.boothCode.localeCompare(b.boothCode, 'en', { numeric: true })),
        silentTills: tills.map((till) => ({ ...till, since: till.since?.toISOString() ?? null })),
      };
    });
  }
}
