import { Injectable } from '@nestjs/common';
import { Caller, recordAudit } from '@phien/identity';
import { isId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { DataSource } from 'typeorm';
import { readSuggestion } from './read-suggestions';
import { SuggestionBell } from './suggestion-bell';
import type { SuggestionDto } from './suggestion.dto';
import { Suggestion } from './suggestion.entity';
import { suggestionNotFound } from './suggestion.refusals';

/**
 * Ends working out reasons: those that are there are kept by whoever works them out. Twice is once,
 * and a search is not ended by it. Refuses `suggestion_not_found`.
 */
@Injectable()
export class StopReasons {
  constructor(
    private readonly source: DataSource,
    private readonly bell: SuggestionBell,
  ) {}

  async run({ accountId }: Caller, fairId: string, suggestionId: string): Promise<SuggestionDto> {
    if (!isId(fairId) || !isId(suggestionId)) throw suggestionNotFound();
    const which = { fairId, id: suggestionId };
    await inTransaction(this.source, async (em) => {
      const kept = await em.findOne(Suggestion, {
        where: which,
        select: { id: true, fairId: true, state: true },
        lock: { mode: 'pessimistic_write' },
      });
      if (!kept) throw suggestionNotFound();
      if (kept.state !== 'explaining') return;
      await em.update(Suggestion, which, { state: 'found' });
      await recordAudit(em, {
        ...{ fairId, accountId, action: 'suggestion_reasons_stopped', subjectId: suggestionId },
      });
    });
    this.bell.ring(fairId);
    return readSuggestion(this.source.manager, fairId, suggestionId);
  }
}
