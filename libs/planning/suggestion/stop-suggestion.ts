import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock, isId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { readSuggestion } from './read-suggestions';
import type { SuggestionDto } from './suggestion.dto';
import { SuggestionBell } from './suggestion-bell';
import { Suggestion } from './suggestion.entity';
import { suggestionNotFound } from './suggestion.refusals';
import { UNDER_WAY } from './suggestion.rules';

/**
 * Ends a search with the best plan so far; one that nobody took up yet ends with none. Twice is once,
 * and what has ended stays as it ended. Refuses `suggestion_not_found`.
 */
@Injectable()
export class StopSuggestion {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly bell: SuggestionBell,
  ) {}

  async run({ accountId }: Caller, fairId: string, suggestionId: string): Promise<SuggestionDto> {
    if (!isId(fairId) || !isId(suggestionId)) throw suggestionNotFound();
    const which = { fairId, id: suggestionId };
    await inTransaction(this.source, async (em) => {
      const kept = await em.findOne(Suggestion, {
        where: which,
        select: { id: true, fairId: true, state: true, stopAskedAt: true },
        lock: { mode: 'pessimistic_write' },
      });
      if (!kept) throw suggestionNotFound();
      if (kept.stopAskedAt !== null || !UNDER_WAY.includes(kept.state)) return;
      const stopAskedAt = this.clock.now();
      await em.update(Suggestion, which, {
        stopAskedAt,
        ...(kept.state === 'waiting' && { state: 'unknown', endedAt: stopAskedAt }),
      });
      await recordAudit(em, {
        ...{ fairId, accountId, action: 'suggestion_stopped', subjectId: suggestionId },
      });
    });
    this.bell.ring(fairId);
    return readSuggestion(this.source.manager, fairId, suggestionId);
  }
}
