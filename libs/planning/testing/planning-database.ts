import {
  Account,
  AuditEntry,
  RoleGrant,
  Session,
  SignInTry,
  type Caller,
  type Role,
} from '@phien/identity';
import { newId } from '@phien/kernel';
import { openTestDatabase, type TestDatabase } from '@phien/store';
import type { DataSource } from 'typeorm';
import { planningEntities } from '../planning.entities';

/** A database of one's own that knows the entities of identity and planning. */
export function openPlanningDatabase(): Promise<TestDatabase> {
  return openTestDatabase([
    ...planningEntities,
    Account,
    AuditEntry,
    RoleGrant,
    Session,
    SignInTry,
  ]);
}

/** An account that exists, with the given grants; it cannot sign in. */
export async function makeCaller(
  source: DataSource,
  wish: {
    mayOpenFairs?: boolean;
    grants?: { fairId: string; role: Role; exhibitorId?: string }[];
  } = {},
): Promise<Caller> {
  const accountId = newId();
  const account = {
    id: accountId,
    login: `account-${accountId}`,
    name: 'Tài khoản kiểm thử',
    mayOpenFairs: wish.mayOpenFairs ?? false,
  };
  await source.getRepository(Account).insert({
    ...account,
    passwordHash: 'no password fits',
    isDemo: true,
    createdAt: new Date(),
  });
  return {
    accountId,
    login: account.login,
    name: account.name,
    mayOpenFairs: account.mayOpenFairs,
    grants: (wish.grants ?? []).map(({ fairId, role, exhibitorId }) => ({
      fairId,
      role,
      exhibitorId: exhibitorId ?? null,
    })),
  };
}
