import { Module } from '@nestjs/common';
import { DashboardWorkerModule } from '@phien/dashboard';
import { IdentityModule } from '@phien/identity';
import { PlanningWorkerModule } from '@phien/planning';
import { ReportsWorkerModule } from '@phien/reports';
import { SalesWorkerModule } from '@phien/sales';
import { queueRoot, StoreModule } from '@phien/store';
import { VisitorsModule } from '@phien/visitors';

/** Everything that happens without anyone at a door: fold, reconcile, book orphans, write reports. */
@Module({
  imports: [
    StoreModule,
    queueRoot(),
    IdentityModule,
    PlanningWorkerModule,
    SalesWorkerModule,
    VisitorsModule,
    DashboardWorkerModule,
    ReportsWorkerModule,
  ],
})
export class WorkerModule {}
