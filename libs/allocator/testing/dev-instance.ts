import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readInstance } from '../instance/read-instance';

const FOLDER = join(process.cwd(), 'test', 'allocation', 'dev');

/** A file of the development instances as it is. */
export const devFile = (name: string) =>
  JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));

/** A development instance, read. */
export const devInstance = (name: string) => readInstance(devFile(name));
