import { ENGINE_VERSION } from '@phien/allocator';
import { Injectable } from '@nestjs/common';
import { Caller, fairNotFound, recordAudit } from '@phien/identity';
import { Clock, isId } from '@phien/kernel';
import { inTransaction } from '@phien/store';
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { DataSource, In } from 'typeorm';
import { exhibitorNotFound } from '../exhibitor/exhibitor.refusals';
import { Fair } from '../fair/fair.entity';
import { fairIsOver } from '../fair/fair.refusals';
import { FAIR_STATE_RULES } from '../fair/fair-state.rules';
import { fileInstance } from './file-instance';
import type { KnownFair } from './make-instance.rules';
import { readKnownFair } from './read-known-fair';
import { readSuggestion } from './read-suggestions';
import type { AskSuggestionDto, SuggestionDto } from './suggestion.dto';
import { Suggestion } from './suggestion.entity';
import {
  leftOutHasPlace,
  otherSuggestion,
  suggestionNeedsBooths,
  suggestionNeedsExhibitors,
  suggestionUnderWay,
} from './suggestion.refusals';
import { SuggestionBell } from './suggestion-bell';
import { SuggestionOrders } from './suggestion-queue';
import { UNDER_WAY, weightsBy, wholeChoice } from './suggestion.rules';

/**
 * Asks the engine to suggest places: keeps the fair as it is now, from one snapshot, for a worker to
 * search in. The same id twice is once. Refuses `fair_not_found`, `other_suggestion`, `fair_is_over`,
 * `suggestion_under_way`, `exhibitor_not_found`, `left_out_has_place`, `suggestion_needs_booths`,
 * `suggestion_needs_exhibitors`.
 */
@Injectable()
export class AskSuggestion {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly orders: SuggestionOrders,
    private readonly bell: SuggestionBell,
  ) {}

  async run(
    { accountId }: Caller,
    fairId: string,
    wanted: AskSuggestionDto,
  ): Promise<SuggestionDto> {
    const em = this.source.manager;
    /* As Postgres spells it, by which it is looked up. */
    const id = wanted.id.toLowerCase();
    const choice = wholeChoice(wanted);
    const fair = isId(fairId) ? await em.findOneBy(Fair, { id: fairId }) : null;
    if (!fair) throw fairNotFound();
    const earlier = await this.findEarlier(fairId, id);
    if (earlier) {
      if (!isDeepStrictEqual(earlier.choice, choice)) throw otherSuggestion();
      return readSuggestion(em, fairId, id);
    }
    if (!FAIR_STATE_RULES[fair.state].changesPlan) throw fairIsOver();
    if (await em.existsBy(Suggestion, { fairId, state: In(UNDER_WAY) })) throw suggestionUnderWay();
    const askedAt = this.clock.now();
    const everybody = await this.source.transaction('REPEATABLE READ', (snapshot) =>
      readKnownFair(snapshot, fairId, askedAt),
    );
    const known = withoutLeftOut(everybody, choice.leftOut ?? []);
    if (known.plan.booths.length === 0) throw suggestionNeedsBooths();
    if (known.exhibitors.length === 0) throw suggestionNeedsExhibitors();
    const weights = weightsBy(choice.weights);
    const { bytes, claimants } = await fileInstance({ fair: known, choice, weights });
    const instance = Buffer.from(bytes);
    const instanceHash = createHash('sha256').update(instance).digest();
    await inTransaction(this.source, async (transaction) => {
      const kept = await transaction
        .createQueryBuilder()
        .insert()
        .into(Suggestion)
        .values({
          ...{ fairId, id, askedBy: accountId, askedAt, choice, instance, instanceHash },
          claimants,
          exhibitorCount: known.exhibitors.length,
          boothCount: known.plan.booths.length,
          engine: ENGINE_VERSION,
          state: 'waiting',
        })
        .orIgnore()
        .returning('id')
        .execute();
      if ((kept.raw as unknown[]).length === 0) return;
      await recordAudit(transaction, {
        ...{ fairId, accountId, action: 'suggestion_asked', subjectId: id },
        detail: { ...choice, instanceHash: instanceHash.toString('hex') },
      });
    });
    const asked = await this.findEarlier(fairId, id);
    if (!asked) throw suggestionUnderWay();
    if (!isDeepStrictEqual(asked.choice, choice)) throw otherSuggestion();
    this.orders.place({ fairId, suggestionId: id });
    this.bell.ring(fairId);
    return readSuggestion(em, fairId, id);
  }

  private findEarlier(fairId: string, id: string): Promise<Pick<Suggestion, 'choice'> | null> {
    return this.source.manager.findOne(Suggestion, {
      where: { fairId, id },
      select: { choice: true as never },
    });
  }
}

/** The fair without those who cancelled. Who still stands somewhere has not: its booths are not free. */
function withoutLeftOut(fair: KnownFair, leftOut: readonly string[]): KnownFair {
  const left = fair.exhibitors.filter(({ id }) => leftOut.includes(id));
  if (left.length < leftOut.length) throw exhibitorNotFound();
  const standing = left.find((exhibitor) => exhibitor.standing.length > 0);
  if (standing) throw leftOutHasPlace(standing.name);
  return { ...fair, exhibitors: fair.exhibitors.filter(({ id }) => !leftOut.includes(id)) };
}
