import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * `node apps/web/build-pages.mjs` compiles the messages, once for all, and builds every page into
 * `dist/web`, each by itself: one that must stay small, such as the till, would otherwise share
 * chunks that bring a part of the others. Last come the workers that keep the till, the gate, a
 * wall and a fair's public page: each has to know every file of its own.
 */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const outDir = here('../../dist/web');

await import('./compile-messages.mjs');
await rm(outDir, { recursive: true, force: true });
for (const mode of ['main', 'till', 'slip', 'gate', 'declare', 'tv', 'f', 'verify', 'apply']) {
  await build({ configFile: here('./vite.config.ts'), mode, logLevel: 'warn' });
}
const tillFiles = filesOf('till');
await buildWorker('till', {
  TILL_FILES: tillFiles.filter(({ url }) => !isCodeReader(url)),
  CODE_READER: tillFiles.map(({ url }) => url).filter(isCodeReader),
});
await buildWorker('gate', { GATE_FILES: filesOf('gate') });
await buildWorker('tv', { WALL_FILES: filesOf('tv') }, 'wall');
await buildWorker('f', { PUBLIC_FILES: filesOf('f') }, 'public-fair');

function buildWorker(page, lists, folder = page) {
  return build({
    configFile: false,
    root: here('.'),
    logLevel: 'warn',
    publicDir: false,
    define: Object.fromEntries(
      Object.entries(lists).map(([name, list]) => [name, JSON.stringify(list)]),
    ),
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      rolldownOptions: {
        input: here(`./src/${folder}/pages/service-worker.ts`),
        output: { format: 'iife', entryFileNames: `${page}/service-worker.js` },
      },
    },
  });
}

/* Kept behind the rest, by phones that need it. */
function isCodeReader(url) {
  return url.endsWith('.wasm');
}

/** Every file of a page with its address; what carries no hash in its name gets one here. */
function filesOf(page) {
  const chunks = Object.values(JSON.parse(readFileSync(`${outDir}/.vite/${page}.json`, 'utf8')));
  const hashed = chunks.flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets]);
  const named = [
    { url: `/${page}/`, file: `${page}/index.html` },
    ...['first-paint.js', 'favicon.svg', ...whatInstalls(page)].map((file) => ({
      url: `/${file}`,
      file,
    })),
  ];
  return [
    ...[...new Set(hashed)].sort().map((file) => ({ url: `/${file}`, revision: null })),
    ...named.map(({ url, file }) => ({ url, revision: hashOf(`${outDir}/${file}`) })),
  ];
}

/* A wall or a public page is opened by its address and nobody installs it. */
function whatInstalls(page) {
  const manifest = `${page}/manifest.webmanifest`;
  return existsSync(`${outDir}/${manifest}`) ? [manifest, 'till/icon-192.png'] : [];
}

function hashOf(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
}
