import { PluginMetadataGenerator } from '@nestjs/cli/lib/compiler/plugins/plugin-metadata-generator.js';
import { ReadonlyVisitor } from '@nestjs/swagger/plugin';
import { transformSync } from '@swc/core';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import ts from 'typescript';

interface Metadata extends Record<string, unknown> {
  '@nestjs/swagger': { models: [unknown, Record<string, unknown>][] };
}

type MetadataFactory = () => Promise<Metadata>;

/**
 * What Nest's swagger plugin reads from the types and comments of DTOs and controllers. swc drops
 * types, so this is the only way to schemas that are written once; it lives no longer than the
 * document that is made of it. `scratch` is an empty folder.
 */
export function pluginMetadata(project: string, scratch: string): MetadataFactory {
  const api = join(project, 'apps/api');
  new PluginMetadataGenerator().generate({
    visitors: [
      new ReadonlyVisitor({
        classValidatorShim: true,
        introspectComments: true,
        pathToSource: api,
      }),
    ],
    tsProgramRef: programOfDoors(project),
    outputDir: scratch,
    filename: 'metadata.ts',
  });
  return load(
    readFileSync(join(scratch, 'metadata.ts'), 'utf8'),
    join(__dirname, '../../apps/api'),
  );
}

/* Sorted, so that the same sources always make the same document. */
function programOfDoors(project: string): ts.Program {
  const { config } = ts.readConfigFile(join(project, 'tsconfig.json'), (path) =>
    ts.sys.readFile(path),
  ) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, project);
  const doors = ['apps/api', 'libs'].flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(dto|controller)\.ts$/.test(path))
      .map((path) => join(project, folder, path)),
  );
  return ts.createProgram(doors.sort(), options);
}

/* Runs the generated module as if it lay beside the compiled api, where its imports lead. */
function load(source: string, folder: string): MetadataFactory {
  const { code } = transformSync(source, {
    swcrc: false,
    jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  const exported: { default?: MetadataFactory } = {};
  const run = compileFunction(code, ['exports', 'require']) as (...of: unknown[]) => void;
  const require = createRequire(join(folder, 'metadata.js'));
  run(exported, (name: string) => require(name.replace(/^@phien\//, '../../libs/')) as unknown);
  if (exported.default === undefined) throw new Error('The swagger plugin wrote no metadata.');
  return withoutNamesakes(exported.default);
}

/* Of two DTOs with one name the document would keep one, without a word. */
function withoutNamesakes(make: MetadataFactory): MetadataFactory {
  return async () => {
    const metadata = await make();
    const names = metadata['@nestjs/swagger'].models.flatMap(([, classes]) => Object.keys(classes));
    const twice = names.filter((name, at) => names.indexOf(name) !== at);
    if (twice.length > 0)
      throw new Error(`Two DTOs share the name ${twice.join(', ')}: rename one.`);
    return metadata;
  };
}
