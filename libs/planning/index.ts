export { Allocation } from './allocation/allocation.entity';
export { Delegation } from './exhibitor/delegation.entity';
export { Exhibitor, type ExhibitorKind, type Origin } from './exhibitor/exhibitor.entity';
export { OWN_PROVINCE } from './exhibitor/exhibitor-origin.rules';
export { exhibitorNotFound } from './exhibitor/exhibitor.refusals';
export { findKeptExhibitor } from './exhibitor/find-kept-exhibitor';
export { FeeLineDto, FeeNoticeDto, FeePaymentDto, FeeStandingsDto } from './fee/fee.dto';
export { ListFeeStandings } from './fee/list-fee-standings';
export { ReadFeeNotice } from './fee/read-fee-notice';
export { exhibitorsKeptBy } from './exhibitor/own-exhibitors.rules';
export { PaymentAccount } from './exhibitor/payment-account.entity';
export { FairDay } from './fair/fair-day.entity';
export { FairSeal } from './fair/fair-seal.entity';
export { Fair, type BoothMoneyVisibleTo } from './fair/fair.entity';
export { fairIsDraft } from './fair/fair.refusals';
export { FAIR_STATE_RULES, type FairState } from './fair/fair-state.rules';
export { PlaceRow } from './place/place.entity';
export { Booth, type BoothKind, type Facing } from './plan/booth.entity';
export { PlanFeature, type PlanFeatureKind } from './plan/plan-feature.entity';
export { Zone, type ZoneKind } from './plan/zone.entity';
export { ListExhibitors } from './exhibitor/list-exhibitors';
export { ListBooths } from './plan/list-booths';
export { ListFeatures } from './plan/list-features';
export { ListZones } from './plan/list-zones';
export { ApplicationStep } from './application/application-step.entity';
export type { ApplicationAction } from './application/application-steps.rules';
export { BoothDto, PlanFeatureDto, ZoneDto } from './plan/plan.dto';
export { planningEntities } from './planning.entities';
export { PlanningModule } from './planning.module';
export { ProductClass } from './product/product-class.entity';
export { photoPath } from './product/describe-products';
export { ProductPhoto } from './product/product-photo.entity';
export { Product } from './product/product.entity';
export {
  PublicBoothDto,
  PublicExhibitorDto,
  PublicPlanDto,
  PublicProductDto,
} from './public-plan/public-plan.dto';
export { ReadPublicPlan } from './public-plan/read-public-plan';
export { makeFair, type SmallFair, type SmallFairWish } from './testing/make-fair';
export { sealFair } from './testing/seal-fair';
export { AllocateBooth } from './allocation/allocate-booth';
export { boothNotFound } from './allocation/allocation.refusals';
export { ReadPlanVersions } from './allocation/read-plan-versions';
export { KeepDemoFair, DEMO_FAIR_CODE } from './demo/keep-demo-fair';
export { FairDto, FairDayDto, FairSummaryDto, OpenFairDto } from './fair/fair.dto';
export { OpenFair } from './fair/open-fair';
export { ReadFair } from './fair/read-fair';
export { ocop160Plan } from './plan/ocop-160.plan.rules';
export { PlanningHttpModule } from './planning.http';
export { PlanningWorkerModule } from './planning.worker';
export {
  AUTUMN_WINTER_2025_CODE,
  RecordAutumnWinter2025,
} from './published/record-autumn-winter-2025';
