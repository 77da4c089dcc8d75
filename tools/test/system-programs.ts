import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A program that the tests need and npm does not bring. */
interface SystemProgram {
  what: string;
  names: string[];
  debianPackage: string;
}

const chromium: SystemProgram = {
  what: 'Chromium',
  names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'],
  debianPackage: 'chromium',
};

const redis: SystemProgram = {
  what: 'Redis',
  names: ['redis-server', 'valkey-server'],
  debianPackage: 'redis-server',
};

export interface SystemPrograms {
  chromium: string;
  redis: string;
}

/**
 * Finds Chromium (or what `CHROMIUM_PATH` names) and Redis on the PATH. As root on Debian it
 * installs what is missing. Throws an Error whose message is one sentence.
 */
export async function systemPrograms(): Promise<SystemPrograms> {
  await bring(process.env.CHROMIUM_PATH ? [redis] : [redis, chromium]);
  return { chromium: process.env.CHROMIUM_PATH || found(chromium), redis: found(redis) };
}

/** Chromium alone, found or installed in the same way. */
export async function chromiumProgram(): Promise<string> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  await bring([chromium]);
  return found(chromium);
}

async function bring(programs: SystemProgram[]): Promise<void> {
  const missing = programs.filter(({ names }) => !onPath(names));
  if (missing.length > 0) await install(missing);
}

async function install(missing: SystemProgram[]): Promise<void> {
  const what = missing.map((program) => program.what).join(', ');
  const packages = missing.map((program) => program.debianPackage);
  const aptGet = onPath(['apt-get']);
  if (aptGet === null || process.getuid?.() !== 0) {
    throw new Error(
      `${what} is not on the PATH; install it (on Debian: ` +
        `sudo apt-get install ${packages.join(' ')}) and run the command again.`,
    );
  }
  // RUNLEVEL keeps the package from starting a Redis of its own.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  try {
    await run(aptGet, ['-qq', 'update'], { env });
    await run(aptGet, ['-qq', '-y', 'install', '--no-install-recommends', ...packages], { env });
  } catch (failure) {
    const words = ((failure as { stderr?: string }).stderr ?? '').trim().split('\n').at(-1);
    throw new Error(`${what} is not on the PATH, and apt-get could not install it: ${words}`, {
      cause: failure,
    });
  }
}

function found(program: SystemProgram): string {
  const path = onPath(program.names);
  if (path === null) throw new Error(`${program.what} was installed, but is not on the PATH.`);
  return path;
}

function onPath(names: string[]): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  for (const name of names) {
    const path = folders.map((folder) => join(folder, name)).find(isProgram);
    if (path !== undefined) return path;
  }
  return null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
