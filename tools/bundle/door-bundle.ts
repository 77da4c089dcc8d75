import { join } from 'node:path';
import { projectFolder } from '../machine/project-folder';

/** What is bundled: each begins with this compiled file. */
export const doors = {
  api: 'apps/api/main.js',
  worker: 'apps/worker/main.js',
  prepare: 'tools/start/prepare-database.js',
} as const;

export type Door = keyof typeof doors;

/** Where the bundle lies, with what V8 made of it and a file for each door to begin with. */
export const bundleFolder = join(projectFolder, 'dist', 'bundle');
export const bundleFile = join(bundleFolder, 'doors.js');
export const bundleMap = `${bundleFile}.map`;

/** The file that node runs as that door. */
export const doorMain = (door: Door) => join(bundleFolder, `${door}.js`);

/** The same as it was compiled, two thousand files: for whoever changes them all the time. */
export const compiledDoor = (door: Door) => join(projectFolder, 'dist', doors[door]);

/** What V8 compiled, for the V8 that says this of itself: its version and its flags. */
export const codeFile = (versionTag: number) => join(bundleFolder, `doors.${versionTag}.code`);
