import { execFileSync } from 'node:child_process';
import { statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';

/** Whom PostgreSQL runs as when we are root: it refuses to run as root itself. */
export interface UnprivilegedAccount {
  name: string;
  uid: number;
  gid: number;
}

const candidates = ['postgres', 'nobody'];

/** `postgres` when the machine knows it, else `nobody`; null when we are not root anyway. */
export function unprivilegedAccount(): UnprivilegedAccount | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of candidates) {
    const uid = Number(askId('-u', name));
    const gid = Number(askId('-g', name));
    if (uid > 0 && gid > 0) return { name, uid, gid };
  }
  throw new Error(
    'PostgreSQL does not run as root, and this machine has neither a user postgres nor nobody.',
  );
}

export const nameOf = (uid: number) => askId('-un', String(uid)) ?? `uid ${uid}`;

function askId(which: '-u' | '-g' | '-un', name: string): string | null {
  try {
    return execFileSync('id', [which, name], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return null;
  }
}

/** Whether the account may walk down to `path` and read it (a folder: list and enter it). */
export function canReach(path: string, account: UnprivilegedAccount): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return canWalkTo(dirname(path), account);
  return allows(found, found.isDirectory() ? 5 : 4, account) && canWalkTo(dirname(path), account);
}

function canWalkTo(folder: string, account: UnprivilegedAccount): boolean {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found !== undefined && !allows(found, 1, account)) return false;
  return dirname(folder) === folder || canWalkTo(dirname(folder), account);
}

/* Read 4, write 2, enter 1, as in a file's mode. */
function allows({ mode, uid, gid }: Stats, wanted: number, account: UnprivilegedAccount): boolean {
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  return ((mode >> shift) & wanted) === wanted;
}
