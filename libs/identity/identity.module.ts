import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CreateAccount } from './account/create-account';
import { SetPassword } from './account/set-password';
import { ListAudit } from './audit/list-audit';
import { identityEntities } from './identity.entities';
import { GrantRole } from './role/grant-role';
import { Sessions } from './session/sessions';
import { SignIn } from './session/sign-in';
import { SignOut } from './session/sign-out';

/** Accounts, sessions, roles and the audit log. */
@Module({
  imports: [TypeOrmModule.forFeature(identityEntities)],
  providers: [CreateAccount, GrantRole, ListAudit, Sessions, SetPassword, SignIn, SignOut],
  exports: [CreateAccount, GrantRole, ListAudit, Sessions, SetPassword, SignIn, SignOut],
})
export class IdentityModule {}
