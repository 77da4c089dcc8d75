import { Module } from '@nestjs/common';
import { DashboardModule } from '@phien/dashboard';
import { IdentityModule } from '@phien/identity';
import { PlanningModule } from '@phien/planning';
import { ReportsModule } from '@phien/reports';
import { SalesModule } from '@phien/sales';
import { queueRoot, StoreModule } from '@phien/store';
import { VisitorsModule } from '@phien/visitors';
import { RebuildFairs } from './rebuild-fairs';

/** The reports come along because their closings are part of every reconciliation. */
@Module({
  imports: [
    StoreModule,
    queueRoot(),
    IdentityModule,
    PlanningModule,
    SalesModule,
    VisitorsModule,
    DashboardModule,
    ReportsModule,
  ],
  providers: [RebuildFairs],
})
export class RollupsModule {}
