import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { findBinaries, type Binaries } from './binaries';
import {
  canReach,
  nameOf,
  unprivilegedAccount,
  type UnprivilegedAccount,
} from './unprivileged-account';

/* Where root puts what an unprivileged user must read and the project's own folder hides. */
const publicFolder = '/var/lib/phien';

/** Where one PostgreSQL lives, and as whom. */
export interface PostgresHome {
  /** Real path; holds `data`, the passwords and the port. Mode 0700, owned by the account. */
  folder: string;
  binaries: Binaries;
  /** Null: as ourselves. */
  account: UnprivilegedAccount | null;
  /** What a person should know about the place. */
  notes: string[];
}

/** The place of the data as seen from the data folder of Phiên: a folder, or a link to one. */
export const homeLink = (dataFolder: string) => join(dataFolder, 'postgres');

/** Deletes the data for good, also where root had to place it elsewhere. */
export function removeHome(dataFolder: string): void {
  const link = homeLink(dataFolder);
  const isLink = lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  if (isLink) rmSync(readlinkSync(link), { recursive: true, force: true });
  rmSync(link, { recursive: true, force: true });
}

/**
 * Settles where PostgreSQL keeps its data for this data folder, and makes the place. As root its
 * user must reach both the binaries and the data: what it cannot reach moves to /var/lib/phien.
 */
export function settle(projectFolder: string, dataFolder: string): PostgresHome {
  mkdirSync(dataFolder, { recursive: true });
  const shipped = findBinaries(projectFolder);
  const wished = unprivilegedAccount();
  if (wished === null) return settleAsOurselves(shipped, dataFolder);

  const notes: string[] = [];
  const account = ownerOf(homeLink(dataFolder)) ?? wished;
  const binaries = reachableBinaries(shipped, account, notes);
  const folder = reachableFolder(projectFolder, dataFolder, account, notes);
  return { folder, binaries, account, notes };
}

function settleAsOurselves(binaries: Binaries, dataFolder: string): PostgresHome {
  const link = homeLink(dataFolder);
  mkdirSync(link, { recursive: true, mode: 0o700 });
  const { uid } = statSync(link);
  if (uid !== process.getuid?.()) {
    throw new Error(
      `The data in ${realpathSync(link)} belongs to another user (uid ${uid}): Phiên was started ` +
        'as root before. Start it as root again, or choose another folder with PHIEN_DATA.',
    );
  }
  return { folder: realpathSync(link), binaries, account: null, notes: [] };
}

/* Data that a plain user made keeps its owner when root starts it once. */
function ownerOf(link: string): UnprivilegedAccount | null {
  const found = statSync(link, { throwIfNoEntry: false });
  if (found === undefined || found.uid === 0) return null;
  return { name: nameOf(found.uid), uid: found.uid, gid: found.gid };
}

function reachableFolder(
  projectFolder: string,
  dataFolder: string,
  account: UnprivilegedAccount,
  notes: string[],
): string {
  const link = homeLink(dataFolder);
  const isLink = lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  if (!isLink && canReach(realpathSync(dataFolder), account) && makeOwned(link, account)) {
    return realpathSync(link);
  }
  if (!isLink && existsSync(link)) {
    throw new Error(
      `${link} holds data, but the user ${account.name} cannot reach it any more: ` +
        'let it pass through the folders above, or choose another folder with PHIEN_DATA.',
    );
  }
  const place = isLink ? readlinkSync(link) : publicPlace(projectFolder, dataFolder);
  openPublicFolder();
  if (!makeOwned(place, account)) throw new Error(`${place} cannot be given to ${account.name}.`);
  if (!isLink) symlinkSync(place, link);
  notes.push(
    `Dữ liệu nằm ở ${place}, vì ${account.name} không vào được ${dataFolder} · ` +
      `The data is in ${place}, because ${account.name} cannot reach ${dataFolder}`,
  );
  return realpathSync(place);
}

/** Where root places data that the data folder itself would hide. */
function publicPlace(projectFolder: string, dataFolder: string): string {
  const hash = createHash('sha256').update(realpathSync(dataFolder)).digest('hex').slice(0, 10);
  return join(publicFolder, `${basename(projectFolder)}-${hash}`);
}

/* False when the file system has no owners to give. */
function makeOwned(folder: string, account: UnprivilegedAccount): boolean {
  const isNew = !existsSync(folder);
  mkdirSync(dirname(folder), { recursive: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    chownSync(folder, account.uid, account.gid);
    return true;
  } catch {
    if (isNew) rmSync(folder, { recursive: true });
    return false;
  }
}

function reachableBinaries(
  shipped: Binaries,
  account: UnprivilegedAccount,
  notes: string[],
): Binaries {
  const samples = ['bin/postgres', 'lib', 'share/postgresql/postgres.bki'];
  const isReachable = (folder: string) =>
    samples.every((sample) => canReach(join(realpathSync(folder), sample), account));
  if (isReachable(shipped.folder)) return shipped;

  const folder = join(publicFolder, `postgres-${shipped.version}`);
  if (!existsSync(folder)) {
    const draft = `${folder}.${randomBytes(4).toString('hex')}`;
    openPublicFolder();
    cpSync(shipped.folder, draft, { recursive: true, verbatimSymlinks: true });
    openToAll(draft);
    try {
      renameSync(draft, folder);
    } catch (failure) {
      // Another start was quicker; its copy is as good as ours.
      rmSync(draft, { recursive: true });
      if (!existsSync(folder)) throw failure;
    }
    notes.push(`PostgreSQL được chép sang ${folder} · PostgreSQL was copied to ${folder}`);
  }
  return { ...shipped, folder };
}

/* All may pass through it; what lies inside says for itself who may enter. */
function openPublicFolder(): void {
  mkdirSync(publicFolder, { recursive: true });
  chmodSync(publicFolder, 0o755);
}

/* Whatever the umask of the person who installed it. */
function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openToAll(path);
    else if (entry.isFile()) chmodSync(path, statSync(path).mode & 0o100 ? 0o755 : 0o644);
  }
}
