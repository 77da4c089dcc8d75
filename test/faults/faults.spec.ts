import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../../tools/machine/project-folder';
import { faults } from './faults';

/* Their whole forms are run by hand: `npm run test:faults`. The limit is against one that hangs. */
const limitMs = 60 * 60_000;
let said: Promise<string>;

beforeAll(() => {
  const program = join(projectFolder, 'dist', 'tools', 'faults', 'main.js');
  said = new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, '--short', '--seed', '7'],
      { timeout: limitMs },
      (_, out, errors) => resolve(out + errors),
    );
  });
});

const playedHere = faults.filter(({ storyOfShortForm }) => storyOfShortForm === undefined);

it.each(playedHere.map(({ name, promise }) => [name, promise]))(
  '%s: %s; and its control is seen to fail',
  async (name) => {
    const lines = (await said).split('\n');
    const from = lines.findIndex((line) => line.startsWith(`# ${name}:`));
    expect(from).toBeGreaterThanOrEqual(0);
    const own = lines.slice(from + 1);
    const next = own.findIndex((line) => line.startsWith('# '));
    const told = next === -1 ? own : own.slice(0, next);
    const isPlayed = !told.some((line) => line.startsWith(`${name}: not played`));
    expect(told.filter((line) => line.includes('✗'))).toEqual([]);
    expect(told.filter((line) => line.includes('seed 7')).length).toBe(isPlayed ? 2 : 0);
    if (!isPlayed) console.warn(told.join('\n'));
  },
  limitMs,
);
