import { Injectable } from '@nestjs/common';
import { Clock } from '@phien/kernel';
import { DataSource, type EntityManager } from 'typeorm';
import { FAIR_STATE_RULES, movesOf } from './fair-state.rules';
import { FairSettingsDto } from './fair.dto';
import { readFairIn } from './read-fair';
import { readFairNow } from './read-fair-now';

/** What of a fair can be changed now. Refuses `fair_not_found`. */
@Injectable()
export class ReadFairSettings {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** All of one moment: who types over the fair does it under the version beside it. */
  run(fairId: string): Promise<FairSettingsDto> {
    return this.source.transaction('REPEATABLE READ', (em) => this.readIn(em, fairId));
  }

  private async readIn(em: EntityManager, fairId: string): Promise<FairSettingsDto> {
    const at = this.clock.now();
    const now = await readFairNow(em, fairId, at);
    return {
      fair: await readFairIn(em, fairId, at),
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
