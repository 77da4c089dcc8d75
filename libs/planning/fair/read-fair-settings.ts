import { Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { DataSource } from 'typeorm';
import { FAIR_STATE_RULES, movesOf } from './fair-state.rules';
import { FairSettingsDto } from './fair.dto';
import { readFairNow } from './read-fair-now';

/** What of a fair can be changed now. Refuses `fair_not_found`. */
@Injectable()
export class ReadFairSettings {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  async run(fairId: string): Promise<FairSettingsDto> {
    const now = await readFairNow(this.source.manager, fairId, this.clock.now());
    return {
      version: now.fair.version,
      state: now.state,
      moves: movesOf(now),
      mayChange: FAIR_STATE_RULES[now.setState].changesFair,
      hasFacts: now.hasFacts,
      today: now.today,
      daysWithFacts: [...now.withFacts],
    };
  }
}
