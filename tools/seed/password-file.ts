import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { KeptPassword } from './demo-accounts.rules';

/** The passwords of the demo as kept in a file; none when there is no file, or not one of ours. */
export function readPasswords(file: string): KeptPassword[] {
  if (!existsSync(file)) return [];
  try {
    const { accounts } = JSON.parse(readFileSync(file, 'utf8')) as { accounts?: unknown };
    return Array.isArray(accounts) ? (accounts as KeptPassword[]) : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}

/** Keeps them in a file that its owner alone may read; the old one or the new one, never half. */
export function writePasswords(file: string, accounts: readonly KeptPassword[]): void {
  mkdirSync(dirname(file), { recursive: true });
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, `${JSON.stringify({ accounts }, null, 2)}\n`, { mode: 0o600 });
  renameSync(fresh, file);
}
