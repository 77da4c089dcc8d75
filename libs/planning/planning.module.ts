import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@phien/identity';
import { AllocateBooth } from './allocation/allocate-booth';
import { AnswerOffer } from './allocation/answer-offer';
import { ChangeAllocations } from './allocation/change-allocations';
import { ChangeShare } from './allocation/change-share';
import { ChangeState } from './allocation/change-state';
import { CheckChoice } from './allocation/check-choice';
import { FreeAllocation } from './allocation/free-allocation';
import { FreeDueAllocations } from './allocation/free-due-allocations';
import { ListAllocations } from './allocation/list-allocations';
import { ListOffers } from './allocation/list-offers';
import { ListSteps } from './allocation/list-steps';
import { ListWithoutBooth } from './allocation/list-without-booth';
import { MoveAllocation } from './allocation/move-allocation';
import { PlanBell } from './allocation/plan-bell';
import { ReadAllocation } from './allocation/read-allocation';
import { ReadChoices } from './allocation/read-choices';
import { ReadPlanVersions } from './allocation/read-plan-versions';
import { checkTransitions, TRANSITIONS } from './allocation/state.rules';
import { SwapAllocations } from './allocation/swap-allocations';
import { UndoStep } from './allocation/undo-step';
import { applicationVerbs } from './application/application-verbs';
import { KeepDemoApplications } from './demo/keep-demo-applications';
import { KeepDemoFair } from './demo/keep-demo-fair';
import { DrawLots } from './draw/draw-lots';
import { GiveDrawnBooths } from './draw/give-drawn-booths';
import { ListDraws } from './draw/list-draws';
import { PrepareDraw } from './draw/prepare-draw';
import { ReadPublicDraw } from './draw/read-public-draw';
import { WithdrawDraw } from './draw/withdraw-draw';
import { AddDossierItem } from './dossier/add-dossier-item';
import { KeepDossierFile } from './dossier/keep-dossier-file';
import { KeepDossierKind } from './dossier/keep-dossier-kind';
import { ListDossiers } from './dossier/list-dossiers';
import { ReadDossierFile } from './dossier/read-dossier-file';
import { RemoveDossierItem } from './dossier/remove-dossier-item';
import { RetireDossierKind } from './dossier/retire-dossier-kind';
import { ListDuplicates } from './duplicate/list-duplicates';
import { MergeExhibitors } from './duplicate/merge-exhibitors';
import { TellApart } from './duplicate/tell-apart';
import { AddDelegation } from './delegation/add-delegation';
import { ChangeDelegation } from './delegation/change-delegation';
import { KeepCluster } from './delegation/keep-cluster';
import { ListDelegations } from './delegation/list-delegations';
import { ExportSums } from './delegation/export-sums';
import { ReadOwnDelegation } from './delegation/read-own-delegation';
import { ReadSums } from './delegation/read-sums';
import { RemoveDelegation } from './delegation/remove-delegation';
import { SetLeadDeadline } from './delegation/set-lead-deadline';
import { AddExhibitor } from './exhibitor/add-exhibitor';
import { ChangeExhibitor } from './exhibitor/change-exhibitor';
import { KeepPaymentAccount } from './exhibitor/keep-payment-account';
import { ListExhibitors } from './exhibitor/list-exhibitors';
import { ListPlaceChoices } from './exhibitor/list-place-choices';
import { ReadPaymentAccount } from './exhibitor/read-payment-account';
import { RemovePaymentAccount } from './exhibitor/remove-payment-account';
import { ChangeFair } from './fair/change-fair';
import { FAIR_STATE_RULES, faultsOfStates } from './fair/fair-state.rules';
import { ListFairs } from './fair/list-fairs';
import { MoveFair } from './fair/move-fair';
import { OpenFair } from './fair/open-fair';
import { ReadFair } from './fair/read-fair';
import { ReadFairSettings } from './fair/read-fair-settings';
import { SetBoothMoney } from './fair/set-booth-money';
import { WriteDaysToCome } from './fair/write-days-to-come';
import { LayBackdrop } from './plan-backdrop/lay-backdrop';
import { PlaceBackdrop } from './plan-backdrop/place-backdrop';
import { ReadBackdrop } from './plan-backdrop/read-backdrop';
import { ReadBackdropPicture } from './plan-backdrop/read-backdrop-picture';
import { RemoveBackdrop } from './plan-backdrop/remove-backdrop';
import { ListPlanDifferences } from './plan-draft/list-plan-differences';
import { ListPublishedPlans } from './plan-draft/list-published-plans';
import { PublishPlan } from './plan-draft/publish-plan';
import { ReadPlanDraft } from './plan-draft/read-plan-draft';
import { SavePlanDraft } from './plan-draft/save-plan-draft';
import { ExportPlanSheet } from './plan-sheet/export-plan-sheet';
import { PlanSheets, PlanSheetsInThread } from './plan-sheet/plan-sheets';
import { ListBooths } from './plan/list-booths';
import { ListFeatures } from './plan/list-features';
import { ListZones } from './plan/list-zones';
import { PreviewPlan } from './plan/preview-plan';
import { feeVerbs } from './fee/fee-verbs';
import { planningEntities } from './planning.entities';
import { ListPoints } from './points/list-points';
import { SetPoints } from './points/set-points';
import { suggestionVerbs } from './suggestion/suggestion-verbs';
import { AddProduct } from './product/add-product';
import { ChangeProduct } from './product/change-product';
import { KeepProductPhoto } from './product/keep-product-photo';
import { ListProductClasses } from './product/list-product-classes';
import { ListProducts } from './product/list-products';
import { ReadProductPhoto } from './product/read-product-photo';
import { RemoveProductPhoto } from './product/remove-product-photo';
import { ReturnProduct } from './product/return-product';
import { WithdrawProduct } from './product/withdraw-product';
import { ReadPublicPlan } from './public-plan/read-public-plan';
import { BringRoster } from './roster/bring-roster';
import { CopyRoster } from './roster/copy-roster';
import { DropRoster } from './roster/drop-roster';
import { ExportRoster } from './roster/export-roster';
import { ReadRosterDraft } from './roster/read-roster-draft';
import { RosterFiles, RosterFilesInThread } from './roster/roster-files';
import { TakeRoster } from './roster/take-roster';
import { RecordAutumnWinter2025 } from './published/record-autumn-winter-2025';

const verbs = [
  ...applicationVerbs,
  ...feeVerbs,
  ...suggestionVerbs,
  AddDelegation,
  AddDossierItem,
  AddExhibitor,
  AddProduct,
  AllocateBooth,
  AnswerOffer,
  BringRoster,
  ChangeAllocations,
  ChangeDelegation,
  ChangeExhibitor,
  ChangeFair,
  ChangeProduct,
  ChangeShare,
  ChangeState,
  CheckChoice,
  DrawLots,
  CopyRoster,
  DropRoster,
  ExportPlanSheet,
  ExportRoster,
  ExportSums,
  FreeAllocation,
  FreeDueAllocations,
  GiveDrawnBooths,
  KeepCluster,
  KeepDemoApplications,
  KeepDemoFair,
  KeepDossierFile,
  KeepDossierKind,
  KeepPaymentAccount,
  KeepProductPhoto,
  LayBackdrop,
  ListAllocations,
  ListBooths,
  ListDelegations,
  ListDossiers,
  ListDraws,
  ListDuplicates,
  ListExhibitors,
  ListFairs,
  ListFeatures,
  ListOffers,
  ListPlaceChoices,
  ListPlanDifferences,
  ListPoints,
  ListProductClasses,
  ListProducts,
  ListPublishedPlans,
  ListSteps,
  ListWithoutBooth,
  ListZones,
  MergeExhibitors,
  MoveAllocation,
  MoveFair,
  OpenFair,
  PlaceBackdrop,
  PlanBell,
  PrepareDraw,
  PreviewPlan,
  PublishPlan,
  ReadAllocation,
  ReadBackdrop,
  ReadBackdropPicture,
  ReadChoices,
  ReadRosterDraft,
  ReadDossierFile,
  ReadFair,
  ReadFairSettings,
  ReadOwnDelegation,
  ReadPaymentAccount,
  ReadPlanDraft,
  ReadPlanVersions,
  ReadProductPhoto,
  ReadPublicDraw,
  ReadSums,
  ReadPublicPlan,
  RecordAutumnWinter2025,
  RemoveDossierItem,
  RemoveDelegation,
  RemoveBackdrop,
  RemovePaymentAccount,
  RemoveProductPhoto,
  RetireDossierKind,
  ReturnProduct,
  SavePlanDraft,
  SetBoothMoney,
  SetLeadDeadline,
  SetPoints,
  SwapAllocations,
  TakeRoster,
  TellApart,
  UndoStep,
  WithdrawDraw,
  WithdrawProduct,
  WriteDaysToCome,
];

/** Fairs, plans, exhibitors, products and allocations. */
@Module({
  imports: [TypeOrmModule.forFeature(planningEntities), IdentityModule],
  providers: [
    ...verbs,
    { provide: RosterFiles, useFactory: () => new RosterFilesInThread() },
    { provide: PlanSheets, useFactory: () => new PlanSheetsInThread() },
  ],
  exports: [TypeOrmModule, RosterFiles, ...verbs],
})
export class PlanningModule {
  /** Keeps the app from booting on states that lead nowhere or hide facts. */
  constructor() {
    checkTransitions(TRANSITIONS);
    const faults = faultsOfStates(FAIR_STATE_RULES);
    if (faults.length > 0) throw new Error(`The app does not boot: ${faults.join(', ')}.`);
  }
}
