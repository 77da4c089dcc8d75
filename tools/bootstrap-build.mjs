import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { logFolder, projectFolder } from './bootstrap-project.mjs';
import { runQuietly, step } from './bootstrap-steps.mjs';

const distFolder = join(projectFolder, 'dist');
const stampsFile = join(distFolder, '.stamps.json');
const bin = (...path) => join(projectFolder, 'node_modules', ...path);

const serverRoots = ['apps', 'libs', 'tools', 'test'];
const notCompiled = ['apps/web/**', 'tools/*.mjs', 'test/browser/*.spec.ts'];
const webFolder = join('apps', 'web');
/* Written by the build itself: counting it would make every second start build again. */
const writtenByBuild = [
  join(webFolder, 'src', 'paraglide'),
  ...['.gitignore', '.meta.json', 'README.md'].map((name) =>
    join(webFolder, 'project.inlang', name),
  ),
];

const parts = [
  {
    name: 'server',
    title: 'Biên dịch máy chủ · server built',
    sources: ['.swcrc', 'package-lock.json', ...serverRoots],
    without: [webFolder],
    exists: () => true,
    make: makeServer,
  },
  {
    name: 'doors',
    title: 'Đóng gói máy chủ · server bundled',
    sources: ['.swcrc', 'package-lock.json', 'apps', 'libs', 'tools'],
    without: [webFolder],
    isSource: (file) => !file.endsWith('.spec.ts'),
    exists: () => true,
    writes: join('dist', 'bundle', 'doors.js'),
    make: makeDoors,
  },
  {
    name: 'web',
    title: 'Biên dịch trang web · web pages built',
    sources: ['package-lock.json', webFolder, join('libs', 'kernel'), join('libs', 'till')],
    without: writtenByBuild,
    exists: () => existsSync(join(projectFolder, webFolder, 'vite.config.ts')),
    writes: join(webFolder, 'src', 'paraglide'),
    make: makeWeb,
  },
];

/**
 * Builds what changed since the last time: the server into `dist` and as one file into
 * `dist/bundle`, the web into `dist/web`. Given a name (`server`, `doors`, `web`), that part alone.
 */
export async function build(only) {
  for (const part of parts) {
    if (!part.exists() || (only !== undefined && only !== part.name)) continue;
    const sources = fingerprint(part);
    const isThere = part.writes === undefined || existsSync(join(projectFolder, part.writes));
    if (isThere && readStamps()[part.name] === sources) continue;
    stamp(part.name, null);
    await step(part.title, part.make);
    stamp(part.name, sources);
  }
}

async function makeServer() {
  await runQuietly('swc', join(logFolder, 'build.log'), [
    bin('@swc', 'cli', 'bin', 'swc.js'),
    ...serverRoots,
    ...['--out-dir', 'dist', '--copy-files'],
    ...['--ignore', notCompiled.join(',')],
  ]);
  for (const root of serverRoots) dropWhatHasNoSource(join(distFolder, root));
}

function makeDoors() {
  const program = join(distFolder, 'tools', 'bundle', 'main.js');
  return runQuietly('bundle', join(logFolder, 'build-doors.log'), [program]);
}

function makeWeb() {
  return runQuietly(
    'vite build',
    join(logFolder, 'build-web.log'),
    [join(projectFolder, webFolder, 'build-pages.mjs')],
    { NODE_ENV: 'production' },
  );
}

/* A migration or a screen that was renamed must not live on in dist. */
function dropWhatHasNoSource(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath ?? entry.path, entry.name);
    const source = join(projectFolder, relative(distFolder, file));
    const typed = source.replace(/\.js(\.map)?$/, '.ts');
    if (!existsSync(source) && !existsSync(typed)) rmSync(file);
  }
}

function fingerprint({ sources, without, isSource = () => true }) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const file of sources.flatMap((source) => filesUnder(source, without)).filter(isSource)) {
    hash.update(`\0${file}\0`).update(readFileSync(join(projectFolder, file)));
  }
  return hash.digest('hex');
}

function filesUnder(path, without) {
  const isLeftOut = without.some((left) => path === left || path.startsWith(left + sep));
  if (isLeftOut || !existsSync(join(projectFolder, path))) return [];
  const entries = readEntries(join(projectFolder, path));
  if (entries === null) return [path];
  return entries.sort().flatMap((name) => filesUnder(join(path, name), without));
}

function readEntries(folder) {
  try {
    return readdirSync(folder);
  } catch (failure) {
    if (failure.code === 'ENOTDIR') return null;
    throw failure;
  }
}

function readStamps() {
  return existsSync(stampsFile) ? JSON.parse(readFileSync(stampsFile, 'utf8')) : {};
}

function stamp(name, value) {
  mkdirSync(distFolder, { recursive: true });
  writeFileSync(stampsFile, JSON.stringify({ ...readStamps(), [name]: value }));
}
