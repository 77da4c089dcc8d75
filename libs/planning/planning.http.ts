import { Module } from '@nestjs/common';
import { AllocationsController } from './allocation/allocations.controller';
import { StepsController } from './allocation/steps.controller';
import { ExhibitorsController } from './exhibitor/exhibitors.controller';
import { FairsController } from './fair/fairs.controller';
import { PlanController } from './plan/plan.controller';
import { PlanningModule } from './planning.module';
import { ProductsController } from './product/products.controller';

/** The door of planning. */
@Module({
  imports: [PlanningModule],
  controllers: [
    FairsController,
    PlanController,
    ExhibitorsController,
    ProductsController,
    AllocationsController,
    StepsController,
  ],
})
export class PlanningHttpModule {}
