import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { projectFolder } from '../machine/project-folder';
import { isRunning } from '../machine/running-process';
import { EmbeddedPostgres } from '../postgres/embedded-postgres';
import { homeLink } from '../postgres/postgres-home';
import { keptDatabaseUrl } from '../rollups/kept-database-url';
import { HouseLock, keeperName, readHouse } from '../start/house-record';
import { fairIsOpen, nothingToSave } from './backup.refusals';

const dataFolder = () => resolve(projectFolder, process.env.PHIEN_DATA || '.phien');

const isOpen = () => {
  const house = readHouse(dataFolder());
  return house !== null && isRunning(house.supervisor);
};

/** A path as it was typed: npm runs us in the project's folder, wherever it was called. */
export const asTyped = (file: string) => resolve(process.env.INIT_CWD || process.cwd(), file);

/** Where backups lie when nobody says where: in the data folder, named by the instant. */
export const backupFile = (madeAt: Date) =>
  join(
    dataFolder(),
    'backups',
    `phien-${madeAt.toISOString().slice(0, 19).replaceAll(':', '-')}Z.zip`,
  );

/**
 * Gives the database to read from: that of DATABASE_URL, or of PHIEN_DATA, whether its fair is open
 * or closed. Throws `nothing_to_save` when there is none.
 */
export async function withSavedDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  if (process.env.DATABASE_URL) return work(process.env.DATABASE_URL);
  if (isOpen()) {
    const url = keptDatabaseUrl(dataFolder());
    if (url === null) throw nothingToSave();
    return work(url);
  }
  if (!existsSync(homeLink(dataFolder()))) throw nothingToSave();
  return withOwnPostgres(work);
}

/** Gives the database to write into; throws `fair_is_open` when the fair of PHIEN_DATA is. */
export async function withFreeDatabase<T>(work: (url: string) => Promise<T>): Promise<T> {
  if (process.env.DATABASE_URL) return work(process.env.DATABASE_URL);
  if (isOpen()) throw fairIsOpen();
  return withOwnPostgres(work);
}

/* For as long as the work lasts the data folder is ours, as if a fair were open on it. */
async function withOwnPostgres<T>(work: (url: string) => Promise<T>): Promise<T> {
  const folder = dataFolder();
  const lock = await HouseLock.take(folder, '');
  const postgres = new EmbeddedPostgres({
    dataFolder: folder,
    logFile: join(folder, 'logs', `${keeperName}.log`),
    onNote: (text) => process.stderr.write(`  ! ${text}\n`),
    onKeeper: (keeper) => lock.keep(keeperName, keeper),
  });
  try {
    const { url } = await postgres.start();
    return await work(url);
  } finally {
    await postgres.stop();
    lock.release();
  }
}
