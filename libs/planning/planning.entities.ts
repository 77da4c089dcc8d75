import { Allocation } from './allocation/allocation.entity';
import { PlanVersion } from './allocation/plan-version.entity';
import { ApplicationCall } from './application/application-call.entity';
import { ApplicationFile } from './application/application-file.entity';
import { ApplicationStep } from './application/application-step.entity';
import { Application } from './application/application.entity';
import { DrawOutcome } from './draw/draw-outcome.entity';
import { DrawWithdrawal } from './draw/draw-withdrawal.entity';
import { Draw } from './draw/draw.entity';
import { DossierFile } from './dossier/dossier-file.entity';
import { DossierItem } from './dossier/dossier-item.entity';
import { DossierKind } from './dossier/dossier-kind.entity';
import { ExhibitorMerge } from './duplicate/exhibitor-merge.entity';
import { ExhibitorsApart } from './duplicate/exhibitors-apart.entity';
import { DelegationBooth } from './delegation/delegation-booth.entity';
import { Delegation } from './exhibitor/delegation.entity';
import { Exhibitor } from './exhibitor/exhibitor.entity';
import { PaymentAccount } from './exhibitor/payment-account.entity';
import { FairDay } from './fair/fair-day.entity';
import { FairSeal } from './fair/fair-seal.entity';
import { Fair } from './fair/fair.entity';
import { FeeAccount } from './fee/fee-account.entity';
import { FeeCharge } from './fee/fee-charge.entity';
import { FeePayer } from './fee/fee-payer.entity';
import { FeePaymentStruck } from './fee/fee-payment-struck.entity';
import { FeePayment } from './fee/fee-payment.entity';
import { FeeRate } from './fee/fee-rate.entity';
import { FeeReckoning } from './fee/fee-reckoning.entity';
import { FeeRelief } from './fee/fee-relief.entity';
import { PlaceRow } from './place/place.entity';
import { PlanBackdrop } from './plan-backdrop/plan-backdrop.entity';
import { PlanDraftSave } from './plan-draft/plan-draft-save.entity';
import { PlanDraft } from './plan-draft/plan-draft.entity';
import { PublishedPlan } from './plan-draft/published-plan.entity';
import { Booth } from './plan/booth.entity';
import { ExhibitorPoints } from './points/exhibitor-points.entity';
import { PlanFeature } from './plan/plan-feature.entity';
import { Zone } from './plan/zone.entity';
import { ProductClass } from './product/product-class.entity';
import { ProductPhoto } from './product/product-photo.entity';
import { Product } from './product/product.entity';
import { RosterDraft } from './roster/roster-draft.entity';
import { Suggestion } from './suggestion/suggestion.entity';

/** Every table of this library; a spec of another library that refers to one opens them all. */
export const planningEntities = [
  Fair,
  FairDay,
  FairSeal,
  Zone,
  Booth,
  PlanFeature,
  PlanDraft,
  PlanDraftSave,
  PlanBackdrop,
  PublishedPlan,
  Delegation,
  DelegationBooth,
  Exhibitor,
  ProductClass,
  Product,
  ProductPhoto,
  PaymentAccount,
  Allocation,
  PlanVersion,
  Draw,
  DrawOutcome,
  DrawWithdrawal,
  ExhibitorPoints,
  PlaceRow,
  RosterDraft,
  ExhibitorMerge,
  ExhibitorsApart,
  DossierKind,
  DossierItem,
  DossierFile,
  ApplicationCall,
  Application,
  ApplicationFile,
  ApplicationStep,
  FeeAccount,
  FeeRate,
  FeeRelief,
  FeePayer,
  FeeReckoning,
  FeeCharge,
  FeePayment,
  FeePaymentStruck,
  Suggestion,
];
