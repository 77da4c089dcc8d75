import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');

/** Statements that ask for allocations of any state, and why. */
const OF_ANY_STATE: Record<string, string> = {
  'libs/planning/draw/read-draws.ts': 'whether the booths of a draw were given, by their ids',
};

/** Statements of a source text that read allocations without a word about their state. */
const silent = (text: string): string[] =>
  (text.match(/`[^`]*`/g) ?? []).filter(
    (sql) => /\b(from|join)\s+allocation\b/i.test(sql) && !/\bstate\b|\bheld_until\b/.test(sql),
  );

const sources = ['libs', 'apps/api', 'apps/worker', 'tools']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
      (file) => `${folder}/${file.replaceAll('\\', '/')}`,
    ),
  )
  .filter((file) => file.endsWith('.ts') && !/\.spec\.ts$|\/migrations\//.test(file));

it('counts, sells and tells only what is confirmed: each statement on allocations names their state', () => {
  const faults = sources
    .filter((file) => !(file in OF_ANY_STATE))
    .flatMap((file) => silent(readFileSync(join(ROOT, file), 'utf8')).map(() => file));
  expect(faults).toEqual([]);
});

it('hears a statement that would count what is only held', () => {
  expect(silent('x = `SELECT 1 FROM allocation a WHERE a.freed_at IS NULL`;')).toHaveLength(1);
  expect(silent("x = `SELECT 1 FROM allocation WHERE state = 'confirmed'`;")).toEqual([]);
});
