import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * `node apps/web/build-pages.mjs` builds every page into `dist/web`, each by itself: one that must
 * stay small, such as the till, would otherwise share chunks that bring a part of the others. Last
 * comes the worker that keeps the till on a phone: it has to know every file of the till.
 */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const outDir = here('../../dist/web');

await rm(outDir, { recursive: true, force: true });
for (const mode of ['main', 'till', 'slip', 'gate', 'declare']) {
  await build({ configFile: here('./vite.config.ts'), mode, logLevel: 'warn' });
}
await build({
  configFile: false,
  root: here('.'),
  logLevel: 'warn',
  publicDir: false,
  define: {
    TILL_FILES: JSON.stringify(tillFiles().filter(({ url }) => !isCodeReader(url))),
    CODE_READER: JSON.stringify(
      tillFiles()
        .map(({ url }) => url)
        .filter(isCodeReader),
    ),
  },
  build: {
    outDir,
    emptyOutDir: false,
    target: 'es2022',
    rolldownOptions: {
      input: here('./src/till/pages/service-worker.ts'),
      output: { format: 'iife', entryFileNames: 'till/service-worker.js' },
    },
  },
});

/* Kept behind the rest, by phones that need it. */
function isCodeReader(url) {
  return url.endsWith('.wasm');
}

/** Every file of the till with its address; what carries no hash in its name gets one here. */
function tillFiles() {
  const chunks = Object.values(JSON.parse(readFileSync(`${outDir}/.vite/till.json`, 'utf8')));
  const hashed = chunks.flatMap(({ file, css = [], assets = [] }) => [file, ...css, ...assets]);
  const named = [
    { url: '/till/', file: 'till/index.html' },
    ...['first-paint.js', 'favicon.svg', 'till/manifest.webmanifest', 'till/icon-192.png'].map(
      (file) => ({ url: `/${file}`, file }),
    ),
  ];
  return [
    ...[...new Set(hashed)].sort().map((file) => ({ url: `/${file}`, revision: null })),
    ...named.map(({ url, file }) => ({ url, revision: hashOf(`${outDir}/${file}`) })),
  ];
}

function hashOf(path) {
  return createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16);
}
