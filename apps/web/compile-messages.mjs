import { readdir, readFile } from 'node:fs/promises';
import { compile } from '@inlang/paraglide-js';
import { messageOptions } from './messages.config.mjs';

/**
 * `node apps/web/compile-messages.mjs` writes `src/paraglide`, so that types can be checked
 * without a Vite build. Ends with 1 when the languages do not say the same things.
 */
const folder = new URL('./messages/', import.meta.url);
const languages = await Promise.all(
  (await readdir(folder)).map(async (file) => ({
    file,
    keys: Object.keys(JSON.parse(await readFile(new URL(file, folder), 'utf8'))),
  })),
);
const everyKey = new Set(languages.flatMap(({ keys }) => keys));
const missing = languages.flatMap(({ file, keys }) =>
  [...everyKey].filter((key) => !keys.includes(key)).map((key) => `${file}: ${key}`),
);
if (missing.length > 0) {
  process.stderr.write(`A message is missing in\n  ${missing.join('\n  ')}\n`);
  process.exit(1);
}
await compile(messageOptions);
