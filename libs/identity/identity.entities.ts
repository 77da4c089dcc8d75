import { Account } from './account/account.entity';
import { ResetLink } from './account/reset-link.entity';
import { AuditEntry } from './audit/audit-entry.entity';
import { InvitationZone } from './invitation/invitation-zone.entity';
import { Invitation } from './invitation/invitation.entity';
import { RoleGrant } from './role/role-grant.entity';
import { RoleZone } from './role/role-zone.entity';
import { SecondFactorUse } from './second-factor/second-factor-use.entity';
import { SecondFactor } from './second-factor/second-factor.entity';
import { Session } from './session/session.entity';
import { SignInTry } from './session/sign-in-try.entity';
import { SetupLink } from './setup/setup-link.entity';

export const identityEntities = [
  Account,
  AuditEntry,
  Invitation,
  InvitationZone,
  ResetLink,
  RoleGrant,
  RoleZone,
  SecondFactor,
  SecondFactorUse,
  Session,
  SetupLink,
  SignInTry,
];
