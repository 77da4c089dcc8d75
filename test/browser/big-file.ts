import { closeSync, ftruncateSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from './story';

/**
 * The path of an empty file of this many bytes, to be chosen by a page. What is handed over as bytes
 * instead is unpacked by a script of the page, which takes seconds for each ten megabytes.
 */
export function bigFile(name: string, bytes: number): string {
  const path = test.info().outputPath(name);
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  ftruncateSync(file, bytes);
  closeSync(file);
  return path;
}
