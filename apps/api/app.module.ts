import { Module } from '@nestjs/common';
import { DashboardHttpModule, DashboardModule } from '@phien/dashboard';
import { IdentityHttpModule } from '@phien/identity';
import { PlanningHttpModule } from '@phien/planning';
import { ReportsHttpModule } from '@phien/reports';
import { SalesHttpModule } from '@phien/sales';
import { queueRoot, StoreModule } from '@phien/store';
import { VisitorsHttpModule } from '@phien/visitors';
import { HealthController } from './health/health.controller';
import { ReadHealth } from './health/read-health';
import { OpenapiController } from './openapi/openapi.controller';
import { ServedTillModule } from './page/served-till';

/** Every lib's door over HTTP and sockets. */
@Module({
  imports: [
    StoreModule,
    queueRoot(),
    IdentityHttpModule,
    PlanningHttpModule,
    SalesHttpModule,
    VisitorsHttpModule,
    DashboardHttpModule,
    ReportsHttpModule,
    DashboardModule,
    ServedTillModule,
  ],
  controllers: [HealthController, OpenapiController],
  providers: [ReadHealth],
})
export class AppModule {}
