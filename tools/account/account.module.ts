import { Module } from '@nestjs/common';
import { IdentityModule } from '@phien/identity';
import { PlanningModule } from '@phien/planning';
import { StoreModule } from '@phien/store';

/** Planning comes along because a role names a fair and an exhibitor. */
@Module({ imports: [StoreModule, IdentityModule, PlanningModule] })
export class AccountModule {}
