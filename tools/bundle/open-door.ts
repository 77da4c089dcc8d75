import { existsSync, readFileSync } from 'node:fs';
import nodeModule, { createRequire } from 'node:module';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';
import { bundleFile, bundleFolder, codeFile, type Door } from './door-bundle';
import { tellSourcesInStacks } from './stack-sources';

/** What the bundle exports. */
export interface Bundle extends Record<Door, () => unknown> {
  /** Loads what the doors need, and opens none. */
  everything: () => unknown;
  /** The packages in it that others ask for by their name while they run. */
  packages: Record<string, () => unknown>;
}

/**
 * Runs that door from the bundle, in this process. Two thousand files are one, and V8 need not read
 * it: what it compiled lies beside it. A V8 of another version or with other flags compiles anew.
 */
export function openDoor(door: Door): void {
  tellSourcesInStacks();
  loadBundle().bundle[door]();
}

/** The bundle as a module of CommonJS, and the script it came from. */
export function loadBundle(): { bundle: Bundle; script: Script } {
  const code = codeFile(cachedDataVersionTag());
  const script = new Script(
    `(function (exports, require, module, __filename, __dirname) { ${readFileSync(bundleFile, 'utf8')}\n})`,
    { filename: bundleFile, ...(existsSync(code) && { cachedData: readFileSync(code) }) },
  );
  const module = { exports: {} as Bundle };
  const run = script.runInThisContext() as (...given: unknown[]) => void;
  run(module.exports, requireFor(module), module, bundleFile, bundleFolder);
  return { bundle: module.exports, script };
}

/* Nest and typeorm ask for some by name while they run: it must be those of the bundle. */
function requireFor(module: { exports: Bundle }): (id: string) => unknown {
  const ofTheBundle = (require: NodeJS.Require) => (id: string) =>
    (module.exports.packages?.[id] ?? (() => require(id) as unknown))();
  const withOurs = {
    ...nodeModule,
    createRequire: (from: string | URL) => ofTheBundle(createRequire(from)),
  };
  const require = ofTheBundle(createRequire(bundleFile));
  return (id) => (/^(node:)?module$/.test(id) ? withOurs : require(id));
}
