import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { Clock, isId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { readSuggestion } from './read-suggestions';
import { SuggestionBell } from './suggestion-bell';
import type { SuggestionDto } from './suggestion.dto';
import { Suggestion } from './suggestion.entity';
import { suggestionNotFound } from './suggestion.refusals';

/** A stop that was asked for after the search ended is meant for the reasons. */
export const areReasonsStopped = ({
  stopAskedAt,
  endedAt,
}: Pick<Suggestion, 'stopAskedAt' | 'endedAt'>) =>
  stopAskedAt !== null && endedAt !== null && stopAskedAt > endedAt;

/**
 * Asks whoever works out reasons to end with those that are there. Twice is once, and a search is not
 * ended by it. Refuses `suggestion_not_found`.
 */
@Injectable()
export class StopReasons {
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
        select: { id: true, fairId: true, state: true, stopAskedAt: true, endedAt: true },
        lock: { mode: 'pessimistic_write' },
      });
      if (!kept) throw suggestionNotFound();
      if (kept.state !== 'explaining' || areReasonsStopped(kept)) return;
      await em.update(Suggestion, which, { stopAskedAt: this.clock.now() });
      await recordAudit(em, {
        ...{ fairId, accountId, action: 'suggestion_reasons_stopped', subjectId: suggestionId },
      });
    });
    this.bell.ring(fairId);
    return readSuggestion(this.source.manager, fairId, suggestionId);
  }
}
