import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { IdentityModule } from '@phien/identity';
import { AllocateBooth } from './allocation/allocate-booth';
import { ListAllocations } from './allocation/list-allocations';
import { KeepDemoFair } from './demo/keep-demo-fair';
import { AddDelegation } from './exhibitor/add-delegation';
import { AddExhibitor } from './exhibitor/add-exhibitor';
import { ChangeExhibitor } from './exhibitor/change-exhibitor';
import { ListDelegations } from './exhibitor/list-delegations';
import { ListExhibitors } from './exhibitor/list-exhibitors';
import { ListPlaceChoices } from './exhibitor/list-place-choices';
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
  AddDelegation,
  AddExhibitor,
  AllocateBooth,
  ChangeExhibitor,
  KeepDemoFair,
  ListAllocations,
  ListBooths,
  ListDelegations,
  ListExhibitors,
  ListFairs,
  ListFeatures,
  ListPlaceChoices,
  ListProducts,
  ListZones,
  OpenFair,
  ReadFair,
  RecordAutumnWinter2025,
];

/** Fairs, plans, exhibitors, products and allocations. */
@Module({
  imports: [TypeOrmModule.forFeature(planningEntities), IdentityModule],
  providers: verbs,
  exports: [TypeOrmModule, ...verbs],
})
export class PlanningModule {}
