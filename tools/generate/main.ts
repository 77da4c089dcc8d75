import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../machine/project-folder';
import { pluginMetadata } from './plugin-metadata';

const DOCUMENT = 'apps/api/openapi.json';
const WEB_TYPES = 'apps/web/src/api/schema.generated.ts';

/* Modules read their settings while they are loaded; nothing ever connects to this. */
process.env.DATABASE_URL = 'postgres://nowhere.invalid/none';
delete process.env.REDIS_URL;

/** Writes the OpenAPI document into `folder`, and from it the web's types. */
async function generateInto(folder: string): Promise<void> {
  const { openapiDocument } = await import('../../apps/api/openapi/openapi-document');
  const document = await openapiDocument(pluginMetadata(projectFolder, folder));
  writeFileSync(join(folder, 'openapi.json'), `${JSON.stringify(document, null, 2)}\n`);
  execFileSync(
    process.execPath,
    [
      join(projectFolder, 'node_modules/openapi-typescript/bin/cli.js'),
      join(folder, 'openapi.json'),
      '--output',
      join(folder, 'schema.generated.ts'),
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
}

const targets = (folder: string) => [
  { made: join(folder, 'openapi.json'), kept: DOCUMENT },
  { made: join(folder, 'schema.generated.ts'), kept: WEB_TYPES },
];

async function main(isCheck: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'phien-generate-'));
  try {
    await generateInto(folder);
    if (isCheck) check(folder);
    else
      for (const { made, kept } of targets(folder)) copyFileSync(made, join(projectFolder, kept));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function check(folder: string): void {
  const stale = targets(folder).filter(
    ({ made, kept }) => read(made) !== read(join(projectFolder, kept)),
  );
  if (stale.length === 0) return;
  const names = stale.map(({ kept }) => kept).join(' and ');
  throw new Error(`Generated from the DTOs anew, ${names} would change: run \`npm run generate\`.`);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

main(process.argv.includes('--check')).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
