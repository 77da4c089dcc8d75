import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { compile } from '@inlang/paraglide-js';
import { messageOptions } from './messages.config.mjs';

/**
 * `node apps/web/compile-messages.mjs` writes `src/paraglide`: before a build, or so that types can
 * be checked without one. Ends with 1 when the languages do not say the same things, when two files
 * say one thing, or when a file is not in the settings.
 */
const at = (path) => new URL(path, import.meta.url);
const readJson = async (path) => JSON.parse(await readFile(at(path), 'utf8'));

const settings = await readJson('./project.inlang/settings.json');
const named = settings['plugin.inlang.messageFormat'].pathPattern;
const languages = await Promise.all(
  settings.locales.map(async (locale) => {
    const files = await readdir(at(`./messages/${locale}/`));
    const keys = await Promise.all(
      files.map(async (file) => Object.keys(await readJson(`./messages/${locale}/${file}`))),
    );
    return { locale, files, keys: keys.flat().filter((key) => key !== '$schema') };
  }),
);
const everyKey = new Set(languages.flatMap(({ keys }) => keys));
const faults = languages.flatMap(({ locale, files, keys }) => [
  ...[...everyKey].filter((key) => !keys.includes(key)).map((key) => `${locale} lacks ${key}`),
  ...keys.filter((key, n) => keys.indexOf(key) !== n).map((key) => `${locale} has ${key} twice`),
  ...files
    .filter((file) => !named.includes(`./messages/{locale}/${file}`))
    .map((file) => `${locale}/${file} is not in project.inlang/settings.json`),
]);
if (faults.length > 0) {
  process.stderr.write(`The messages do not agree:\n  ${faults.join('\n  ')}\n`);
  process.exit(1);
}
await compile(messageOptions);

/* Paraglide would ask the compiler that is written in JavaScript for their types, which takes longer than all else. */
const typeChecker = fileURLToPath(at('../../node_modules/typescript-native/bin/tsc'));
const settingsOfTypes = fileURLToPath(at('./tsconfig.messages.json'));
execFileSync(process.execPath, [typeChecker, '-p', settingsOfTypes], { stdio: 'inherit' });
