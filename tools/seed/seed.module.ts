import { Module } from '@nestjs/common';
import { IdentityModule } from '@phien/identity';
import { PlanningModule } from '@phien/planning';
import { SalesModule } from '@phien/sales';
import { StoreModule } from '@phien/store';
import { VisitorsModule } from '@phien/visitors';
import { KeepDemoAccounts } from './keep-demo-accounts';

@Module({
  imports: [StoreModule, IdentityModule, PlanningModule, VisitorsModule, SalesModule],
  providers: [KeepDemoAccounts],
})
export class SeedModule {}
