import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { logFolder, projectFolder } from './bootstrap-project.mjs';
import { Failure, runQuietly, step } from './bootstrap-steps.mjs';

const lockFile = join(projectFolder, 'package-lock.json');
const stampFile = join(projectFolder, 'node_modules', '.phien-lock');
const installedFile = join(projectFolder, 'node_modules', '.package-lock.json');

/** Brings `node_modules` to what the lockfile names; does nothing when it is there already. */
export async function install() {
  const lock = readFileSync(lockFile, 'utf8');
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return;
  if (!isInstalledByHand(lock)) {
    rmSync(stampFile, { force: true });
    await step('Cài đặt các gói · packages installed', () =>
      runQuietly('npm ci', join(logFolder, 'install.log'), [
        npmProgram(),
        'ci',
        '--include=dev',
        '--no-audit',
        '--no-fund',
        '--loglevel=warn',
      ]),
    );
  }
  writeFileSync(stampFile, wanted);
}

/* Someone who ran npm before us should not wait for it a second time. */
function isInstalledByHand(lock) {
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(lock).packages;
  const found = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional, devOptional, link }]) =>
      path === '' ||
      link ||
      found[path]?.version === version ||
      (found[path] === undefined && (optional || devOptional)),
  );
}

function npmProgram() {
  const nodeFolder = dirname(process.execPath);
  const places = [
    process.env.npm_execpath,
    join(nodeFolder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    '/usr/share/nodejs/npm/bin/npm-cli.js',
    '/usr/local/lib/node_modules/npm/bin/npm-cli.js',
    '/usr/lib/node_modules/npm/bin/npm-cli.js',
  ];
  const found = places.find((place) => place?.endsWith('npm-cli.js') && existsSync(place));
  if (found) return found;
  throw new Failure('Không tìm thấy npm. · npm was not found: please start with "npm start".');
}
