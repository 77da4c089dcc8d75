import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { projectFolder } from '../machine/project-folder';
import { SimulateRefusal } from './simulate-options';

export interface DemoAccount {
  role: string;
  login: string;
  password: string;
}

/** The accounts that a start made for trying out, from its data folder; none when there is no file. */
export function readDemoAccounts(folder: string | undefined): DemoAccount[] {
  const file = join(resolve(projectFolder, folder || '.phien'), 'demo-accounts.json');
  if (!existsSync(file)) return [];
  const kept = JSON.parse(readFileSync(file, 'utf8')) as { accounts?: DemoAccount[] };
  return kept.accounts ?? [];
}

/** The account of a role; refuses with what to do about it. */
export function accountOf(role: string, accounts: readonly DemoAccount[]): DemoAccount {
  const account = accounts.find((each) => each.role === role);
  if (account) return account;
  throw new SimulateRefusal(
    `No demo account of role ${role}: run npm start first, set PHIEN_DATA, or give --login and --password.`,
  );
}
