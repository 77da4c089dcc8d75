import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/* The same from apps/api as from dist/apps/api. */
function folderAbove(start: string): string {
  for (let at = start; ; at = dirname(at)) {
    if (existsSync(join(at, 'package.json'))) return at;
    if (at === dirname(at)) throw new Error(`There is no package.json above ${start}.`);
  }
}

/** Where package.json, the OpenAPI document and the built web are. */
export const projectFolder = folderAbove(__dirname);

/** The version in package.json. */
export const version = (
  JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as { version: string }
).version;
