import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the lockfile above this file, whether it runs compiled from `dist` or in a test. */
export const projectFolder = ((): string => {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package-lock.json'))) folder = dirname(folder);
  return folder;
})();

/** The compiled main file of an app or a tool, such as `apps/api`. */
export const compiledMain = (door: string) => join(projectFolder, 'dist', door, 'main.js');
