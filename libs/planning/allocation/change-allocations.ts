import { Injectable } from '@nestjs/common';
import { Caller, fairNotFound, recordAudit, type Role } from '@phien/identity';
import { Clock, isId, newId } from '@phien/kernel';
import { brokenConstraint, inTransaction, lockAll, sqlState } from '@phien/store';
import { DataSource, In, type EntityManager } from 'typeorm';
import { checkLeadGives, confinedTo } from '../delegation/lead-scope';
import { Delegation } from '../exhibitor/delegation.entity';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { exhibitorNotFound } from '../exhibitor/exhibitor.refusals';
import { Fair } from '../fair/fair.entity';
import { fairIsOver } from '../fair/fair.refusals';
import { FAIR_STATE_RULES } from '../fair/fair-state.rules';
import type { AllocationStepDto, StepAction, StepChangeDto, StepPlaceDto } from './allocation.dto';
import { Allocation } from './allocation.entity';
import {
  allocationIdTaken,
  allocationNoLongerStands,
  allocationNotFound,
  allocationRanOut,
  boothAlreadyAllocated,
  boothNotFound,
  choiceRefused,
  stateNotFromHere,
  stepAlreadyUndone,
} from './allocation.refusals';
import { findingsOfWish, type Standing } from './choice.rules';
import { freeRunOut } from './free-run-out';
import { PlanBell } from './plan-bell';
import { raisePlanVersion } from './raise-plan-version';
import { acceptanceBy } from './read-acceptances';
import { readPlacedBooths, readStanding, type PlacedBooth } from './read-standing';
import { readSteps } from './read-steps';
import { chooseSixths, multirangeOf, sixthsIn } from './sixths.rules';
import { hasRunOut, mayBecome, type AllocationState, type Stage } from './state.rules';
import { aboutOf, type StepDetail } from './step.rules';

/* A fair's days may still move, and go on where its end is open: whoever stands in it stands on all of them. */
const WHOLE_FAIR = '[,)';
const EXCLUSION_VIOLATION = '23P01';
const IDS = ['allocation_pkey', 'audit_entry_pkey'];
/** The plan was published without the booth a moment ago. */
const BOOTH_GONE = 'allocation_fair_id_booth_id_fkey';
/** The exhibitor was merged into another a moment ago. */
const EXHIBITOR_GONE = 'allocation_fair_id_exhibitor_id_fkey';

/** A share of a booth to be given under an id of its own. */
export interface Gift {
  id: string;
  boothId: string;
  exhibitorId: string;
  /** How many sixths. */
  sixths: number;
  /** Which ones, when they are free. */
  preferred?: readonly number[];
  /** As what the change frees unless told, else confirmed. */
  firmness?: { state: AllocationState; forMinutes?: number; until?: Date };
}

/** What happens to one exhibitor: an allocation ends, another begins, or both. */
export interface Change {
  freeId: string | null;
  gift: Gift | null;
}

export interface Step {
  action: StepAction;
  changes: readonly Change[];
  /** In whose name the caller answers an offer; unless told, an organizer or a lead gives. */
  as?: Role;
  /** Of the step itself; made here unless told. */
  id?: string;
  undoes?: string;
  /** The suggestion of places that it accepts. */
  suggestionId?: string;
}

/** What the step needs to know, read before any lock. */
interface Setting {
  fair: Fair;
  booths: ReadonlyMap<string, PlacedBooth>;
  exhibitors: ReadonlyMap<string, Exhibitor>;
  freed: ReadonlyMap<string, Allocation>;
}

/**
 * The one way in which allocations end and begin: all changes of a step in one transaction, under
 * the locks of every booth that it touches, sorted. An allocation is never edited: another share,
 * another state or another booth is another allocation. What has run out in these booths is ended
 * first. Each step is a line of the audit log and raises the plan's version, which is told after the
 * commit. A lead is confined to its own exhibitors and its cluster (`lead_gives_no_booths`,
 * `booth_outside_cluster`, `lead_deadline_passed`). Refuses `fair_not_found`, `allocation_not_found`,
 * `booth_not_found`, `exhibitor_not_found`, `fair_is_over`, `allocation_id_taken`,
 * `allocation_ran_out`, `allocation_no_longer_stands`, `state_not_from_here`, and for a gift the first
 * of its findings.
 */
@Injectable()
export class ChangeAllocations {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly bell: PlanBell,
  ) {}

  async run(caller: Caller, fairId: string, step: Step): Promise<AllocationStepDto> {
    const setting = await this.readSetting(fairId, step);
    try {
      const { stepId, version } = await inTransaction(this.source, (em) =>
        this.take(em, caller, setting, step),
      );
      if (version !== null) this.bell.ring(fairId, version);
      const [taken] = await readSteps(this.source.manager, caller, { fairId, stepId });
      if (!taken) throw new Error('a step that left no line in the audit log');
      return taken;
    } catch (error) {
      if (sqlState(error) === EXCLUSION_VIOLATION) {
        throw boothAlreadyAllocated(nameOfFirstBooth(setting, step));
      }
      if (IDS.includes(brokenConstraint(error) ?? '')) throw allocationIdTaken();
      if (brokenConstraint(error) === BOOTH_GONE) throw boothNotFound();
      if (brokenConstraint(error) === EXHIBITOR_GONE) throw exhibitorNotFound();
      throw error;
    }
  }

  private async readSetting(fairId: string, step: Step): Promise<Setting> {
    const freeIds = step.changes.flatMap(({ freeId }) => freeId ?? []);
    const gifts = step.changes.flatMap(({ gift }) => gift ?? []);
    const em = this.source.manager;
    const fair = isId(fairId) ? await em.findOneBy(Fair, { id: fairId }) : null;
    if (!fair) throw fairNotFound();
    const ended =
      freeIds.length > 0 ? await em.findBy(Allocation, { fairId, id: In(freeIds) }) : [];
    const freed = new Map(ended.map((allocation) => [allocation.id, allocation]));
    if (freeIds.some((id) => !freed.has(id))) throw allocationNotFound();
    const boothIds = [...new Set([...ended, ...gifts].map(({ boothId }) => boothId))];
    const exhibitorIds = [...ended, ...gifts].map(({ exhibitorId }) => exhibitorId);
    const [placed, known] = await Promise.all([
      readPlacedBooths(em, fairId, boothIds),
      em.findBy(Exhibitor, { fairId, id: In(exhibitorIds) }),
    ]);
    const booths = new Map(placed.map((booth) => [booth.id, booth]));
    const exhibitors = new Map(known.map((exhibitor) => [exhibitor.id, exhibitor]));
    if (boothIds.some((id) => !booths.has(id))) throw boothNotFound();
    if (exhibitorIds.some((id) => !exhibitors.has(id))) throw exhibitorNotFound();
    if (!FAIR_STATE_RULES[fair.state].changesPlan) throw fairIsOver();
    return { fair, booths, exhibitors, freed };
  }

  /** Answers the step, and no version when it had been taken before. */
  private async take(
    em: EntityManager,
    caller: Caller,
    setting: Setting,
    step: Step,
  ): Promise<{ stepId: string; version: number | null }> {
    const { fair, booths, exhibitors } = setting;
    const fairId = fair.id;
    await lockAll(
      em,
      [...booths.keys()].map((id) => ({ kind: 'booth', parts: [fairId, id], isShared: false })),
    );
    /* Who answers an offer may lead a delegation besides, and answers all the same. */
    const lead = step.as === undefined ? await confinedTo(em, caller, fairId) : null;
    const as = step.as ?? (lead === null ? 'organizer' : 'delegation_lead');
    if (lead !== null) refuseForeign(lead, setting, step);
    const earlier = await this.findEarlier(em, fairId, step);
    if (earlier !== null) return { stepId: earlier, version: null };
    const at = this.clock.now();
    if (lead !== null) await checkLeadGives(em, lead, fair, [...booths.values()], at);
    await freeRunOut(em, { fairId, boothIds: [...booths.keys()], at });
    const delegations = await this.lockDelegations(em, fairId, step, exhibitors);
    const before = await readStanding(em, fairId, at, {
      boothIds: [...booths.keys()],
      sharerIds: [...exhibitors.values()].map(({ id, delegationId }) => delegationId ?? id),
    });
    const freeIds = step.changes.flatMap(({ freeId }) => freeId ?? []);
    const gone = freeIds.find((id) => !before.some((standing) => standing.id === id));
    if (gone !== undefined) {
      const ended = setting.freed.get(gone);
      const { code } = boothOf(setting, ended?.boothId);
      throw hasRunOut(ended?.heldUntil ?? null, at)
        ? allocationRanOut(code)
        : allocationNoLongerStands(code);
    }
    if (freeIds.length > 0) {
      await em.update(Allocation, { fairId, id: In(freeIds) }, { freedAt: at });
    }

    const now: Standing[] = before.filter(({ id }) => !freeIds.includes(id));
    const changes: StepChangeDto[] = [];
    const begun: Omit<Allocation, 'freedAt'>[] = [];
    for (const { freeId, gift } of step.changes) {
      const ended = freeId === null ? undefined : setting.freed.get(freeId);
      const exhibitor = exhibitors.get((gift ?? ended)?.exhibitorId ?? '');
      if (!exhibitor) throw exhibitorNotFound();
      const firmness = gift && firmnessOf(gift, ended, at);
      /* What was taken by the rules may be taken back, whatever they say of that way. */
      if (step.undoes === undefined) {
        const { code } = boothOf(setting, (gift ?? ended)?.boothId);
        const [from, to] = stagesOf(gift, firmness, ended);
        if (!mayBecome(from, to, as)) throw stateNotFromHere(code, from, to);
      }
      if (gift && hasRunOut(firmness?.heldUntil ?? null, at)) {
        throw allocationRanOut(boothOf(setting, gift.boothId).code);
      }
      const given =
        gift && firmness
          ? this.chooseFor(gift, firmness, exhibitor, setting, { before, now, delegations })
          : null;
      if (gift && given && firmness) {
        begun.push({
          fairId,
          id: gift.id,
          boothId: gift.boothId,
          exhibitorId: exhibitor.id,
          sharerId: given.sharerId,
          sixths: multirangeOf(given.sixths),
          during: WHOLE_FAIR,
          ...firmness,
        });
        now.push(given);
      }
      changes.push({
        exhibitorId: exhibitor.id,
        exhibitorName: exhibitor.name,
        freed: ended ? placeOf(setting, { ...ended, sixths: sixthsIn(ended.sixths) }) : null,
        given:
          gift && given && firmness
            ? placeOf(setting, { ...given, ...firmness, id: gift.id })
            : null,
      });
    }
    /* In one statement: a whole plan may begin by one step. */
    if (begun.length > 0) await em.insert(Allocation, begun);
    return this.write(em, caller, fairId, step, changes);
  }

  private chooseFor(
    gift: Gift,
    { state }: Firmness,
    exhibitor: Exhibitor,
    setting: Setting,
    plan: {
      before: readonly Standing[];
      now: readonly Standing[];
      delegations: ReadonlyMap<string, Delegation>;
    },
  ): Standing {
    const booth = boothOf(setting, gift.boothId);
    const { before, now, delegations } = plan;
    const refused = findingsOfWish({
      fairState: setting.fair.state,
      booth,
      exhibitor,
      quota: delegations.get(exhibitor.delegationId ?? '')?.quota ?? null,
      sixths: gift.sixths,
      before,
      now,
    }).find(({ isWarning }) => !isWarning);
    if (refused) throw choiceRefused(refused, booth.code);
    const sixths = chooseSixths(
      now.filter(({ boothId }) => boothId === booth.id).flatMap((standing) => standing.sixths),
      gift.sixths,
      gift.preferred,
    );
    if (!sixths) throw boothAlreadyAllocated(booth.code);
    return {
      boothId: booth.id,
      boothCode: booth.code,
      exhibitorId: exhibitor.id,
      sharerId: exhibitor.delegationId ?? exhibitor.id,
      sixths,
      state,
    };
  }

  /** Rows of delegations are locked after the booths, so two of its booths cannot pass at once. */
  private async lockDelegations(
    em: EntityManager,
    fairId: string,
    step: Step,
    exhibitors: ReadonlyMap<string, Exhibitor>,
  ): Promise<ReadonlyMap<string, Delegation>> {
    const ids = step.changes.flatMap(
      ({ gift }) => (gift && exhibitors.get(gift.exhibitorId)?.delegationId) || [],
    );
    if (ids.length === 0) return new Map();
    const delegations = await em.find(Delegation, {
      where: { fairId, id: In(ids) },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    return new Map(delegations.map((delegation) => [delegation.id, delegation]));
  }

  /** The step that did all of this before, or null. Refuses ids that were used for other things. */
  private async findEarlier(em: EntityManager, fairId: string, step: Step): Promise<string | null> {
    if (step.undoes !== undefined) {
      const undoing = await undoingOf(em, fairId, step.undoes);
      if (undoing !== null && undoing !== step.id) throw stepAlreadyUndone();
      return undoing;
    }
    if (step.suggestionId !== undefined) {
      const { id: stepId, suggestionId } = step;
      return stepId === undefined ? null : acceptanceBy(em, { fairId, stepId, suggestionId });
    }
    const gifts = step.changes.flatMap(({ gift }) => gift ?? []);
    if (gifts.length > 0) {
      const given = await em.findBy(Allocation, {
        fairId,
        id: In(gifts.map(({ id }) => id)),
      });
      if (given.length === 0) return null;
      const isSame = gifts.every((gift) => {
        const allocation = given.find(({ id }) => id === gift.id);
        return (
          allocation?.boothId === gift.boothId &&
          allocation.exhibitorId === gift.exhibitorId &&
          sixthsIn(allocation.sixths).length === gift.sixths &&
          (gift.firmness?.state ?? allocation.state) === allocation.state
        );
      });
      const [first] = gifts;
      const stepId = first && (await stepThat(em, fairId, 'given', first.id));
      if (!isSame || !stepId) throw allocationIdTaken();
      return stepId;
    }
    const [freeId] = step.changes.flatMap(({ freeId }) => freeId ?? []);
    if (freeId === undefined) return null;
    if (step.action === 'booth_freed') return stepThat(em, fairId, 'freed', freeId);
    return stepThat(em, fairId, 'freed', freeId, step.action);
  }

  private async write(
    em: EntityManager,
    caller: Caller,
    fairId: string,
    step: Step,
    changes: StepChangeDto[],
  ): Promise<{ stepId: string; version: number }> {
    const stepId = step.id ?? newId();
    const detail: StepDetail = {
      about: aboutOf(changes),
      changes,
      undoes: step.undoes ?? null,
      ...(step.suggestionId !== undefined && { suggestionId: step.suggestionId }),
    };
    const [first] = changes;
    await recordAudit(em, {
      id: stepId,
      fairId,
      accountId: caller.accountId,
      action: step.action,
      subjectId: (first?.given ?? first?.freed)?.allocationId ?? stepId,
      detail: { ...detail },
    });
    return { stepId, version: await raisePlanVersion(em, fairId) };
  }
}

/* To a lead the exhibitors of others, and what they hold, do not exist. */
function refuseForeign(delegationId: string, { exhibitors, freed }: Setting, step: Step): void {
  const isOwn = (id: string | undefined) => exhibitors.get(id ?? '')?.delegationId === delegationId;
  for (const { freeId, gift } of step.changes) {
    if (freeId !== null && !isOwn(freed.get(freeId)?.exhibitorId)) throw allocationNotFound();
    if (gift && !isOwn(gift.exhibitorId)) throw exhibitorNotFound();
  }
}

async function stepThat(
  em: EntityManager,
  fairId: string,
  did: 'given' | 'freed',
  allocationId: string,
  action: StepAction | null = null,
): Promise<string | null> {
  const [row] = await em.query<{ id: string }[]>(
    `SELECT id FROM audit_entry
      WHERE fair_id = $1 AND detail @> $2 AND ($3::text IS NULL OR action = $3) LIMIT 1`,
    [fairId, JSON.stringify({ changes: [{ [did]: { allocationId } }] }), action],
  );
  return row?.id ?? null;
}

async function undoingOf(
  em: EntityManager,
  fairId: string,
  stepId: string,
): Promise<string | null> {
  const [row] = await em.query<{ id: string }[]>(
    `SELECT id FROM audit_entry WHERE fair_id = $1 AND action = 'allocation_step_undone' AND detail->>'undoes' = $2`,
    [fairId, stepId],
  );
  return row?.id ?? null;
}

function boothOf({ booths }: Setting, id: string | undefined): PlacedBooth {
  const booth = booths.get(id ?? '');
  if (!booth) throw boothNotFound();
  return booth;
}

interface Firmness {
  state: AllocationState;
  heldUntil: Date | null;
}

const MINUTE_MS = 60_000;

function firmnessOf({ firmness }: Gift, ended: Allocation | undefined, at: Date): Firmness {
  if (!firmness) return { state: ended?.state ?? 'confirmed', heldUntil: ended?.heldUntil ?? null };
  const { state, forMinutes = 0, until } = firmness;
  if (state === 'confirmed') return { state, heldUntil: null };
  return { state, heldUntil: until ?? new Date(at.getTime() + forMinutes * MINUTE_MS) };
}

function stagesOf(
  gift: Gift | null,
  firmness: Firmness | null,
  ended: Allocation | undefined,
): [from: Stage, to: Stage] {
  const from = ended?.state ?? 'free';
  if (!gift || !firmness) return [from, 'freed'];
  return [from, ended && ended.boothId !== gift.boothId ? 'moved' : firmness.state];
}

function placeOf(
  setting: Setting,
  held: Firmness & { id: string; boothId: string; sixths: readonly number[] },
): StepPlaceDto {
  const booth = boothOf(setting, held.boothId);
  return {
    allocationId: held.id,
    boothId: booth.id,
    boothCode: booth.code,
    sixths: [...held.sixths],
    state: held.state,
    heldUntil: held.heldUntil?.toISOString() ?? null,
  };
}

function nameOfFirstBooth({ booths }: Setting, { changes }: Step): string {
  const [gift] = changes.flatMap((change) => change.gift ?? []);
  return booths.get(gift?.boothId ?? '')?.code ?? '';
}
