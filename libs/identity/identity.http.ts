import { Module, type OnModuleInit } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccountController } from './account/account.controller';
import { warmPasswordCheck } from './account/password';
import { ResetController } from './account/reset.controller';
import { AuditController } from './audit/audit.controller';
import { IdentityModule } from './identity.module';
import { InvitationsController } from './invitation/invitations.controller';
import { InvitedController } from './invitation/invited.controller';
import { PeopleController } from './people/people.controller';
import { AccessGuard } from './role/access.guard';
import { RoutesDeclareAccess } from './role/routes-declare-access';
import { LostPhonesController } from './second-factor/lost-phones.controller';
import { SecondFactorController } from './second-factor/second-factor.controller';
import { SessionController } from './session/session.controller';
import { SetupController } from './setup/setup.controller';

/** The door of identity, and the guard before every other lib's door. */
@Module({
  imports: [IdentityModule, DiscoveryModule],
  controllers: [
    SessionController,
    SetupController,
    AccountController,
    AuditController,
    ResetController,
    InvitationsController,
    InvitedController,
    LostPhonesController,
    PeopleController,
    SecondFactorController,
  ],
  providers: [RoutesDeclareAccess, { provide: APP_GUARD, useClass: AccessGuard }],
})
export class IdentityHttpModule implements OnModuleInit {
  onModuleInit(): Promise<void> {
    return warmPasswordCheck();
  }
}
