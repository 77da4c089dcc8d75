import { Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { FairDay } from './fair-day.entity';
import { daysToCome } from './fair-schedule.rules';
import { Fair } from './fair.entity';
import { holdFair, readFairNow } from './read-fair-now';
import { rowOfDay } from './write-fair';

/**
 * Writes on the days of every fair with an open end, each once however many workers do. None after
 * somebody ended it. Answers how many days were added.
 */
@Injectable()
export class WriteDaysToCome {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<number> {
    const fairs = await this.source
      .getRepository(Fair)
      .find({ select: { id: true }, where: { hasOpenEnd: true, state: 'published' } });
    let added = 0;
    for (const { id: fairId } of fairs) {
      added += await inTransaction(this.source, async (em) => {
        await holdFair(em, fairId);
        const now = await readFairNow(em, fairId, this.clock.now());
        if (!now.fair.hasOpenEnd || now.setState !== 'published') return 0;
        const coming = daysToCome(now.days, now.today);
        const rows = coming.map((day) => rowOfDay(fairId, day));
        if (rows.length > 0) await em.insert(FairDay, rows);
        return rows.length;
      });
    }
    return added;
  }
}
