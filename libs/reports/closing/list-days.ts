import { Inject, Injectable } from '@nestjs/common';
import { Clock, fairMoment } from '@phien/kernel';
import { Fair } from '@phien/planning';
import { DataSource } from 'typeorm';
import type { DayStateDto } from './closing.dto';
import { dayState } from './closing.rules';
import { readDays } from './read-days';

/**
 * Every day of a fair, and every day outside them with something booked, each with its latest
 * revision and what waits for the next one.
 */
@Injectable()
export class ListDays {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(fairId: string): Promise<DayStateDto[]> {
    const fair = await this.source.getRepository(Fair).findOneByOrFail({ id: fairId });
    const today = fairMoment(this.clock.now(), fair.timeZone, fair.dayCutMinutes).day;
    const days = await readDays(this.source.manager, fairId);
    return days.map(({ isComplete, closedAt, ...day }) => ({
      ...day,
      closedAt: closedAt?.toISOString() ?? null,
      state: dayState(
        day.day,
        today,
        isComplete === null ? null : { isComplete },
        day.waitingDocumentCount,
      ),
    }));
  }
}
