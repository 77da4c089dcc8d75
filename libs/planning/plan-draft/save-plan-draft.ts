import { Injectable } from '@nestjs/common';
import { type Caller } from '@phien/identity';
import { Clock, Refusal } from '@phien/kernel';
import { inTransaction, lockExclusive } from '@phien/store';
import { DataSource, MoreThan, type EntityManager } from 'typeorm';
import { fairPlanIsFixed } from '../fair/fair.refusals';
import { FAIR_STATE_RULES } from '../fair/fair-state.rules';
import { changedPlan, differencesOf, namesOfChanges } from './plan-changes.rules';
import { PlanDraftSave } from './plan-draft-save.entity';
import { PlanDraftStateDto, SavePlanDraftDto } from './plan-draft.dto';
import { PlanDraft } from './plan-draft.entity';
import { planDraftMoved, type SaveSince } from './plan-draft.refusals';
import { readDraft, readPublished } from './read-draft';
import { stateOfDraft } from './read-plan-draft';

/** As many saves as are told to whoever drew on an old version; older ones are forgotten. */
const SAVES_KEPT = 200;

/**
 * Saves what was drawn since a version. Whoever drew on another version than the last one is told who
 * saved since and what they touched (`plan_draft_moved`), and nothing is written. The same save twice
 * is once. Refuses `fair_not_found`, `fair_plan_is_fixed`, `plan_draft_moved`, `plan_too_large`,
 * `plan_id_taken`.
 */
@Injectable()
export class SavePlanDraft {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  run(
    caller: Caller,
    fairId: string,
    drawnOn: number,
    { id, ...changes }: SavePlanDraftDto,
  ): Promise<PlanDraftStateDto> {
    return inTransaction(this.source, async (em) => {
      await lockExclusive(em, 'plan', fairId);
      const published = await readPublished(em, fairId);
      const before = await readDraft(em, fairId, published);
      const earlier = await em.findOneBy(PlanDraftSave, { fairId, id });
      if (earlier?.version === before.version) {
        return stateOfDraft(em, fairId, before.version, before.plan, published.plan);
      }
      const { state } = published.fair;
      if (!FAIR_STATE_RULES[state].changesPlan) throw fairPlanIsFixed();
      if (drawnOn !== before.version) {
        throw planDraftMoved(before.version, await savesSince(em, fairId, drawnOn));
      }
      const plan = changedPlan(before.plan, changes);
      if (plan instanceof Refusal) throw plan;

      const version = before.version + 1;
      if (before.version === 0) await em.insert(PlanDraft, { fairId, version, document: plan });
      else await em.update(PlanDraft, { fairId }, { version, document: plan });
      await em.insert(PlanDraftSave, {
        fairId,
        version,
        id,
        savedBy: caller.accountId,
        savedAt: this.clock.now(),
        itemIds: differencesOf(before.plan, plan).flatMap((difference) => difference.id ?? []),
        names: namesOfChanges(before.plan, plan),
      });
      await em.query(`DELETE FROM plan_draft_save WHERE fair_id = $1 AND version <= $2`, [
        fairId,
        version - SAVES_KEPT,
      ]);
      return stateOfDraft(em, fairId, version, plan, published.plan);
    });
  }
}

async function savesSince(
  em: EntityManager,
  fairId: string,
  version: number,
): Promise<SaveSince[]> {
  const saves = await em.find(PlanDraftSave, {
    where: { fairId, version: MoreThan(version) },
    order: { version: 'ASC' },
  });
  const people = await em.query<{ id: string; name: string }[]>(
    `SELECT id, name FROM account WHERE id = ANY($1)`,
    [saves.map(({ savedBy }) => savedBy)],
  );
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return saves.map((save) => ({
    version: save.version,
    savedBy: names.get(save.savedBy) ?? '',
    savedAt: save.savedAt.toISOString(),
    itemIds: save.itemIds,
    names: save.names,
  }));
}
