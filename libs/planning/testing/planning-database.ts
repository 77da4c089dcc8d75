import {
  Account,
  AuditEntry,
  RoleGrant,
  Session,
  SignInTry,
  type Caller,
  type Role,
} from '@phien/identity';
import { Clock, newId, systemClock } from '@phien/kernel';
import { Bus, openTestDatabase, type TestDatabase } from '@phien/store';
import type { DataSource } from 'typeorm';
import { AllocateBooth } from '../allocation/allocate-booth';
import { AnswerOffer } from '../allocation/answer-offer';
import { ChangeAllocations } from '../allocation/change-allocations';
import { ChangeShare } from '../allocation/change-share';
import { ChangeState } from '../allocation/change-state';
import { FreeAllocation } from '../allocation/free-allocation';
import { FreeDueAllocations } from '../allocation/free-due-allocations';
import { ListOffers } from '../allocation/list-offers';
import { MoveAllocation } from '../allocation/move-allocation';
import { PlanBell } from '../allocation/plan-bell';
import { ReadAllocation } from '../allocation/read-allocation';
import { ReadChoices } from '../allocation/read-choices';
import { SwapAllocations } from '../allocation/swap-allocations';
import { UndoStep } from '../allocation/undo-step';
import { AddDelegation } from '../delegation/add-delegation';
import { ChangeDelegation } from '../delegation/change-delegation';
import { KeepCluster } from '../delegation/keep-cluster';
import { ListDelegations } from '../delegation/list-delegations';
import { ExportSums } from '../delegation/export-sums';
import { ReadOwnDelegation } from '../delegation/read-own-delegation';
import { ReadSums } from '../delegation/read-sums';
import { RemoveDelegation } from '../delegation/remove-delegation';
import { SetLeadDeadline } from '../delegation/set-lead-deadline';
import { AddExhibitor } from '../exhibitor/add-exhibitor';
import { ChangeExhibitor } from '../exhibitor/change-exhibitor';
import { ListFeatures } from '../plan/list-features';
import { ListZones } from '../plan/list-zones';
import { ListPlanDifferences } from '../plan-draft/list-plan-differences';
import { ListPublishedPlans } from '../plan-draft/list-published-plans';
import { PublishPlan } from '../plan-draft/publish-plan';
import { ReadPlanDraft } from '../plan-draft/read-plan-draft';
import { SavePlanDraft } from '../plan-draft/save-plan-draft';
import { ListBooths } from '../plan/list-booths';
import { AskSuggestion } from '../suggestion/ask-suggestion';
import { ExplainSuggestion } from '../suggestion/explain-suggestion';
import { ReadSuggestionVersions } from '../suggestion/read-suggestion-versions';
import { SearchSuggestion } from '../suggestion/search-suggestion';
import { StopReasons } from '../suggestion/stop-reasons';
import { StopSuggestion } from '../suggestion/stop-suggestion';
import { SuggestionBell } from '../suggestion/suggestion-bell';
import { SuggestionOrders, type WhichSuggestion } from '../suggestion/suggestion-queue';
import { planningEntities } from '../planning.entities';

/** A database of one's own that knows the entities of identity and planning. */
export function openPlanningDatabase(): Promise<TestDatabase> {
  return openTestDatabase([
    ...planningEntities,
    Account,
    AuditEntry,
    RoleGrant,
    Session,
    SignInTry,
  ]);
}

/** An account that exists, with the given grants; it cannot sign in. */
export async function makeCaller(
  source: DataSource,
  wish: {
    mayOpenFairs?: boolean;
    grants?: { fairId: string; role: Role; exhibitorId?: string }[];
  } = {},
): Promise<Caller> {
  const accountId = newId();
  const account = {
    id: accountId,
    login: `account-${accountId}`,
    name: 'Tài khoản kiểm thử',
    mayOpenFairs: wish.mayOpenFairs ?? false,
  };
  await source.getRepository(Account).insert({
    ...account,
    passwordHash: 'no password fits',
    isDemo: true,
    createdAt: new Date(),
  });
  return {
    accountId,
    login: account.login,
    name: account.name,
    mayOpenFairs: account.mayOpenFairs,
    grants: (wish.grants ?? []).map(({ fairId, role, exhibitorId }) => ({
      fairId,
      role,
      exhibitorId: exhibitorId ?? null,
    })),
  };
}

/** Everything an organizer does to the plan, and the words that were said about it. */
export function planVerbs(source: DataSource, clock: Clock = systemClock) {
  const words: object[] = [];
  const bell = new PlanBell(new KeptWords(words));
  const change = new ChangeAllocations(source, clock, bell);
  const read = new ReadAllocation(source);
  return {
    words,
    allocateBooth: new AllocateBooth(change, read),
    freeAllocation: new FreeAllocation(change),
    moveAllocation: new MoveAllocation(change, read),
    changeShare: new ChangeShare(change, read),
    changeState: new ChangeState(change, read),
    answerOffer: new AnswerOffer(source, change, read),
    listOffers: new ListOffers(source, clock),
    listBooths: new ListBooths(source, clock),
    freeDueAllocations: new FreeDueAllocations(source, clock, bell),
    swapAllocations: new SwapAllocations(change, read),
    undoStep: new UndoStep(change, source, clock),
    readChoices: new ReadChoices(source, clock),
    readPlanDraft: new ReadPlanDraft(source),
    savePlanDraft: new SavePlanDraft(source, systemClock),
    listPlanDifferences: new ListPlanDifferences(source),
    publishPlan: new PublishPlan(source, systemClock, bell),
    listPublishedPlans: new ListPublishedPlans(source),
  };
}

/** Everything an organizer does to delegations, and the words that were said about it. */
export function delegationVerbs(source: DataSource, clock: Clock = systemClock) {
  const words: object[] = [];
  const bell = new PlanBell(new KeptWords(words));
  return {
    words,
    addDelegation: new AddDelegation(source, clock, bell),
    changeDelegation: new ChangeDelegation(source, clock, bell),
    removeDelegation: new RemoveDelegation(source, bell),
    keepCluster: new KeepCluster(source, clock, bell),
    listDelegations: new ListDelegations(source, clock),
    readSums: new ReadSums(source, clock),
    exportSums: new ExportSums(source, clock),
    addExhibitor: new AddExhibitor(source, clock, bell),
    changeExhibitor: new ChangeExhibitor(source, clock, bell),
    readOwnDelegation: new ReadOwnDelegation(
      source,
      clock,
      new ListZones(source),
      new ListFeatures(source),
    ),
    setLeadDeadline: new SetLeadDeadline(source, bell),
  };
}

/** What is done with suggestions, what was ordered of the worker, and the words that were said about it. */
export function suggestionVerbsOf(source: DataSource, clock: Clock = systemClock) {
  const words: object[] = [];
  const ordered: WhichSuggestion[] = [];
  const bell = new SuggestionBell(new KeptWords(words), new ReadSuggestionVersions(source));
  const orders = new (class extends SuggestionOrders {
    override place(which: WhichSuggestion): void {
      ordered.push(which);
    }
  })();
  return {
    ...{ words, ordered },
    askSuggestion: new AskSuggestion(source, clock, orders, bell),
    stopSuggestion: new StopSuggestion(source, clock, bell),
    searchSuggestion: new SearchSuggestion(source, clock, bell),
    explainSuggestion: new ExplainSuggestion(source, bell),
    stopReasons: new StopReasons(source, clock, bell),
  };
}

/** A bus on which one only hears oneself. */
export class KeptWords extends Bus {
  constructor(private readonly words: object[]) {
    super();
  }

  publish(channel: string, message: object): Promise<void> {
    this.words.push({ channel, ...message });
    return Promise.resolve();
  }

  subscribe(): Promise<() => Promise<void>> {
    return Promise.resolve(() => Promise.resolve());
  }

  isUp(): boolean {
    return true;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
