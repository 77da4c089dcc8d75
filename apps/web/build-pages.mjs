import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/**
 * `node apps/web/build-pages.mjs` builds every page into `dist/web`, each by itself: one that must
 * stay small, such as the till, would otherwise share chunks that bring a part of the others.
 */
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

await rm(here('../../dist/web'), { recursive: true, force: true });
for (const mode of ['main', 'till', 'slip', 'gate']) {
  await build({ configFile: here('./vite.config.ts'), mode, logLevel: 'warn' });
}
