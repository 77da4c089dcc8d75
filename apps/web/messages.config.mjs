import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * How `messages/{vi,en}/<screen>.json` become code: read by Vite and by `compile-messages.mjs`. The language
 * itself is kept by `src/i18n/spoken-language.ts`; asking storage at every message would be slow.
 */
export const messageOptions = {
  project: here('./project.inlang'),
  outdir: here('./src/paraglide'),
  strategy: ['globalVariable', 'baseLocale'],
  outputStructure: 'message-modules',
};
