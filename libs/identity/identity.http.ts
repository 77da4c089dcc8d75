import { Module, type OnModuleInit } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { warmPasswordCheck } from './account/password';
import { AuditController } from './audit/audit.controller';
import { IdentityModule } from './identity.module';
import { AccessGuard } from './role/access.guard';
import { RoutesDeclareAccess } from './role/routes-declare-access';
import { SessionController } from './session/session.controller';

/** The door of identity, and the guard before every other lib's door. */
@Module({
  imports: [IdentityModule, DiscoveryModule],
  controllers: [AuditController, SessionController],
  providers: [RoutesDeclareAccess, { provide: APP_GUARD, useClass: AccessGuard }],
})
export class IdentityHttpModule implements OnModuleInit {
  onModuleInit(): Promise<void> {
    return warmPasswordCheck();
  }
}
