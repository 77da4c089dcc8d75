import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where a running Phiên keeps what is not source: `PHIEN_DATA`, else `.phien` in the project. */
export const dataFolder = resolve(projectFolder, process.env.PHIEN_DATA || '.phien');

export const logFolder = join(dataFolder, 'logs');

/**
 * The environment for npm, swc and Vite. What npm tells its scripts about themselves would make an
 * npm inside complain, and NODE_ENV would leave out packages or change the build.
 */
export function plainEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => name !== 'NODE_ENV' && !/^npm_(?!config_)|^npm_config_argv$/.test(name),
    ),
  );
}
