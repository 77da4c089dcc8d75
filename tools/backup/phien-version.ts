import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../machine/project-folder';

/** Of this Phiên, as its package says. */
export function phienVersion(): string {
  const text = readFileSync(join(projectFolder, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
