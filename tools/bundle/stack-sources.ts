import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { dirname, resolve } from 'node:path';
import { bundleFile, bundleMap } from './door-bundle';

const place = /\(?([^()\s]+):(\d+):(\d+)\)?$/;
/** A call in a stack: its words are all that is asked of it. */
interface Words {
  toString(): string;
}

let map: SourceMap | null = null;

/**
 * Makes stacks name the lines that people wrote, not those of the bundle: node does so by itself
 * only for what its own loader has loaded. The map is read with the first stack that somebody reads.
 */
export function tellSourcesInStacks(): void {
  Error.prepareStackTrace = (error, calls) =>
    [String(error), ...calls.map((call: Words) => `    at ${inSources(call.toString())}`)].join(
      '\n',
    );
}

function inSources(call: string): string {
  const [found, file, line, column] = place.exec(call) ?? [];
  if (found === undefined || file !== bundleFile) return call;
  map ??= new SourceMap(JSON.parse(readFileSync(bundleMap, 'utf8')) as SourceMapPayload);
  const entry = map.findEntry(Number(line) - 1, Number(column) - 1);
  if (!('originalSource' in entry)) return call;
  const source = resolve(dirname(bundleFile), entry.originalSource);
  const at = `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  return call.replace(found, found.startsWith('(') ? `(${at})` : at);
}
