import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Of this Phiên, as its package says; the same from the sources as from `dist`. */
export function phienVersion(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  const text = readFileSync(join(folder, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
