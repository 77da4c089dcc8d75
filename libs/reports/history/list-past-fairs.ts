import { Inject, Injectable } from '@nestjs/common';
import { Clock, fairMoment } from '@phien/kernel';
import { Fair, FairDay } from '@phien/planning';
import { DataSource } from 'typeorm';
import type { PastFairDto } from './past-fair.dto';
import { pastFairNotFound } from './past-fair.refusals';
import { readPastFairs } from './read-past-fairs';

/** Past fairs with their figures, sources and contradictions, and what our fair decided about them. */
@Injectable()
export class ListPastFairs {
  constructor(
    private readonly source: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async run(fairId: string): Promise<PastFairDto[]> {
    return readPastFairs(this.source.manager, { fairId, day: await this.dayOf(fairId) });
  }

  /** One of them. Refuses `past_fair_not_found`. */
  async one(fairId: string, code: string): Promise<PastFairDto> {
    const day = await this.dayOf(fairId);
    const [found] = await readPastFairs(this.source.manager, { fairId, day, code });
    if (!found) throw pastFairNotFound();
    return found;
  }

  private async dayOf(fairId: string): Promise<string> {
    const [first] = await this.source
      .getRepository(FairDay)
      .find({ where: { fairId }, order: { day: 'ASC' }, take: 1 });
    if (first) return first.day;
    const fair = await this.source.getRepository(Fair).findOneByOrFail({ id: fairId });
    return fairMoment(this.clock.now(), fair.timeZone, fair.dayCutMinutes).day;
  }
}
