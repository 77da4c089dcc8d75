import { readInstance, type Instance } from '@phien/allocator';
import { Injectable } from '@nestjs/common';
import { Caller } from '@phien/identity';
import { Clock, isId, newId } from '@phien/kernel';
import { DataSource } from 'typeorm';
import type { AllocationStepDto } from '../allocation/allocation.dto';
import { ChangeAllocations, type Change } from '../allocation/change-allocations';
import { acceptanceBy } from '../allocation/read-acceptances';
import { readKeptFor, readStanding, type StandingAllocation } from '../allocation/read-standing';
import { readSteps } from '../allocation/read-steps';
import { Exhibitor } from '../exhibitor/exhibitor.entity';
import { fairIsOver } from '../fair/fair.refusals';
import { FAIR_STATE_RULES } from '../fair/fair-state.rules';
import type { Fair } from '../fair/fair.entity';
import type { PlanDocument } from '../plan/plan.rules';
import { readPublished } from '../plan-draft/read-draft';
import {
  suggestionBreaksRules,
  suggestionNeedsMore,
  suggestionNotReady,
  suggestionOutdated,
  suggestionPlaceNotFound,
  suggestionStandsAlready,
  type Naming,
} from './accept.refusals';
import { acceptanceOf, suppliedAsNow } from './accept.rules';
import { boothsOf } from './hall-spots.rules';
import type { AcceptSuggestionDto } from './suggestion.dto';
import { Suggestion, type KeptClaimant } from './suggestion.entity';
import { suggestionNotFound } from './suggestion.refusals';
import { placesOf } from './suggestion.rules';

interface FairAsItIs {
  fair: Fair;
  plan: PlanDocument;
  standing: StandingAllocation[];
  exhibitors: Exhibitor[];
  /** By the booth's id. */
  keptFor: Awaited<ReturnType<typeof readKeptFor>>;
}

/**
 * Gives places as a suggestion has them, all or some, in one step that can be undone: as few
 * allocations change as possible, and all of them do or none. The same step twice is once. Refuses as
 * giving does, and `suggestion_not_found`, `suggestion_not_ready`, `suggestion_place_not_found`,
 * `fair_is_over`, `suggestion_outdated`, `suggestion_needs_more`, `suggestion_breaks_rules`,
 * `suggestion_stands_already`.
 */
@Injectable()
export class AcceptSuggestion {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly changeAllocations: ChangeAllocations,
  ) {}

  async run(
    caller: Caller,
    { fairId, suggestionId }: { fairId: string; suggestionId: string },
    { stepId, keys, state, forMinutes }: AcceptSuggestionDto,
  ): Promise<AllocationStepDto> {
    const em = this.source.manager;
    const suggestion =
      isId(fairId) && isId(suggestionId)
        ? await em.findOneBy(Suggestion, { fairId, id: suggestionId })
        : null;
    if (!suggestion) throw suggestionNotFound();
    const { plan, claimants, instance } = suggestion;
    const now = await this.readFair(fairId);
    /* After the fair is read: whoever took the step a moment ago is seen there or here. */
    if (await acceptanceBy(em, { fairId, stepId, suggestionId })) {
      const [step] = await readSteps(em, caller, { fairId, stepId });
      if (step) return step;
    }
    if (!plan || !['explaining', 'found'].includes(suggestion.state)) throw suggestionNotReady();
    const places = placesOf(claimants, plan.plan);
    if (keys?.some((wanted) => !places.some(({ key }) => key === wanted))) {
      throw suggestionPlaceNotFound();
    }
    if (!FAIR_STATE_RULES[now.fair.state].changesPlan) throw fairIsOver();
    const hall = readInstance(JSON.parse(instance.toString()));
    const boothsNow = boothsOf(now.plan);
    const acceptance = acceptanceOf({
      ...{ places, keys, state, instance: suppliedAsNow(hall, boothsNow) },
      now: {
        standing: now.standing,
        sharerOf: new Map(now.exhibitors.map(({ id, delegationId }) => [id, delegationId ?? id])),
        boothCodes: unchangedCodes(hall, boothsNow),
        keptFor: new Map(
          now.plan.booths.flatMap(({ id, code }): [string, string][] => {
            const kept = now.keptFor.get(id);
            return kept ? [[code, kept.delegationId]] : [];
          }),
        ),
      },
    });
    const naming = namingOf(claimants, now);
    if (acceptance.kind === 'outdated') throw suggestionOutdated(acceptance.findings, naming);
    if (acceptance.kind === 'needs_more') throw suggestionNeedsMore(acceptance.keys, naming);
    if (acceptance.kind === 'breaks') throw suggestionBreaksRules(acceptance.violations, naming);
    if (acceptance.changes.length === 0) throw suggestionStandsAlready();
    const boothIds = new Map(now.plan.booths.map(({ code, id }) => [code, id]));
    return this.changeAllocations.run(caller, fairId, {
      ...{ id: stepId, action: 'suggestion_accepted', suggestionId },
      changes: acceptance.changes.map(({ exhibitorId, freeId, gift }): Change => ({
        freeId,
        gift: gift && {
          ...{ id: newId(), exhibitorId, boothId: boothIds.get(gift.boothCode) ?? '' },
          ...{ sixths: gift.sixths, preferred: gift.preferred, firmness: { state, forMinutes } },
        },
      })),
    });
  }

  /* One snapshot, so that nobody is seen twice who is being moved. */
  private readFair(fairId: string): Promise<FairAsItIs> {
    return this.source.transaction('REPEATABLE READ', async (em) => {
      const { fair, plan } = await readPublished(em, fairId);
      return {
        ...{ fair, plan },
        standing: await readStanding(em, fairId, this.clock.now()),
        exhibitors: await em.findBy(Exhibitor, { fairId }),
        keptFor: await readKeptFor(em, fairId),
      };
    });
  }
}

/* Since an instance was made a booth may have been renamed, moved or taken off the plan. */
function unchangedCodes(hall: Instance, now: ReturnType<typeof boothsOf>): ReadonlySet<string> {
  const before = new Map(hall.booths.map((spot) => [spot.id, spot]));
  return new Set(
    now.flatMap(({ id, x, y }) => {
      const was = before.get(id);
      return was?.x === x && was.y === y ? [id] : [];
    }),
  );
}

/* By the names of today; who is gone keeps the name that it had when the suggestion was asked for. */
function namingOf(
  claimants: readonly KeptClaimant[],
  { exhibitors, keptFor }: Pick<FairAsItIs, 'exhibitors' | 'keptFor'>,
): Naming {
  const names = new Map([
    ...claimants.map(({ exhibitorId, exhibitorName }) => [exhibitorId, exhibitorName] as const),
    ...exhibitors.map(({ id, name }) => [id, name] as const),
  ]);
  const delegations = new Map([...keptFor.values()].map((kept) => [kept.delegationId, kept]));
  const claimantOf = new Map(claimants.map((claimant) => [claimant.key, claimant]));
  const exhibitor = (id: string) => names.get(id) ?? '';
  return {
    exhibitor,
    delegation: (id) => delegations.get(id) ?? { vi: '', en: '' },
    place: (key) => exhibitor(claimantOf.get(key)?.exhibitorId ?? ''),
    codesBefore: (key) => claimantOf.get(key)?.beforeCodes?.join(', ') ?? '',
  };
}
