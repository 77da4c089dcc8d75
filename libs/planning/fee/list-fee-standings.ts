import { Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { FeeStandingsDto } from './fee.dto';
import { readFairToday } from './fair-today';
import { readFeeStandings } from './read-fee-standings';

/** All who owe, or owed, fees at a fair, by name. Refuses `fair_not_found`. */
@Injectable()
export class ListFeeStandings {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(fairId: string): Promise<FeeStandingsDto> {
    const { manager } = this.source;
    const { today } = await readFairToday(manager, fairId, this.clock.now());
    return { today, standings: await readFeeStandings(manager, { fairId, today }) };
  }
}
