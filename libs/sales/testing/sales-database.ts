import { CreateAccount, identityEntities } from '@phien/identity';
import { planningEntities } from '@phien/planning';
import { openTestDatabase, OutboxRow, type TestDatabase } from '@phien/store';
import type { DataSource } from 'typeorm';
import { salesEntities } from '../sales.entities';

/** A database of one's own that knows the entities of sales and of all that stands below. */
export function openSalesDatabase(): Promise<TestDatabase> {
  return openTestDatabase([...identityEntities, ...planningEntities, ...salesEntities, OutboxRow]);
}

/** An account that may be named where somebody decided; answers its id. */
export function makeOrganizer(
  source: DataSource,
  { login, name } = { login: 'organizer', name: 'Ban tổ chức' },
): Promise<string> {
  const password = 'một mật khẩu đủ dài';
  return new CreateAccount(source).run({
    login,
    name,
    password,
    isDemo: true,
    mayOpenFairs: false,
  });
}
