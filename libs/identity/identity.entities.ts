import { Account } from './account/account.entity';
import { AuditEntry } from './audit/audit-entry.entity';
import { RoleGrant } from './role/role-grant.entity';
import { Session } from './session/session.entity';
import { SignInTry } from './session/sign-in-try.entity';

export const identityEntities = [Account, AuditEntry, RoleGrant, Session, SignInTry];
