import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@phien/identity';
import { AllocateBooth } from './allocation/allocate-booth';
import { ChangeAllocations } from './allocation/change-allocations';
import { ChangeShare } from './allocation/change-share';
import { CheckChoice } from './allocation/check-choice';
import { FreeAllocation } from './allocation/free-allocation';
import { ListAllocations } from './allocation/list-allocations';
import { ListSteps } from './allocation/list-steps';
import { MoveAllocation } from './allocation/move-allocation';
import { PlanBell } from './allocation/plan-bell';
import { ReadAllocation } from './allocation/read-allocation';
import { ReadChoices } from './allocation/read-choices';
import { ReadPlanVersions } from './allocation/read-plan-versions';
import { SwapAllocations } from './allocation/swap-allocations';
import { UndoStep } from './allocation/undo-step';
import { KeepDemoFair } from './demo/keep-demo-fair';
import { ListExhibitors } from './exhibitor/list-exhibitors';
import { ListFairs } from './fair/list-fairs';
import { OpenFair } from './fair/open-fair';
import { ReadFair } from './fair/read-fair';
import { ListBooths } from './plan/list-booths';
import { ListFeatures } from './plan/list-features';
import { ListZones } from './plan/list-zones';
import { planningEntities } from './planning.entities';
import { ListProducts } from './product/list-products';
import { RecordAutumnWinter2025 } from './published/record-autumn-winter-2025';

const verbs = [
  AllocateBooth,
  ChangeAllocations,
  ChangeShare,
  CheckChoice,
  FreeAllocation,
  KeepDemoFair,
  ListAllocations,
  ListBooths,
  ListExhibitors,
  ListFairs,
  ListFeatures,
  ListProducts,
  ListSteps,
  ListZones,
  MoveAllocation,
  OpenFair,
  PlanBell,
  ReadAllocation,
  ReadChoices,
  ReadFair,
  ReadPlanVersions,
  RecordAutumnWinter2025,
  SwapAllocations,
  UndoStep,
];

/** Fairs, plans, exhibitors, products and allocations. */
@Module({
  imports: [TypeOrmModule.forFeature(planningEntities), IdentityModule],
  providers: verbs,
  exports: [TypeOrmModule, ...verbs],
})
export class PlanningModule {}
