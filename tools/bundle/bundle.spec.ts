import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { doorFlags } from '../machine/door-flags';
import { projectFolder } from '../machine/project-folder';

/** Runs a program of one line in a process of its own, as a door is run; answers what it printed. */
function ask<Answer>(line: string, flags = doorFlags): Answer {
  const inBundle = (name: string) =>
    JSON.stringify(join(projectFolder, 'dist', 'tools', 'bundle', name));
  const program = `
    const { loadBundle } = require(${inBundle('open-door.js')});
    const { tellSourcesInStacks } = require(${inBundle('stack-sources.js')});
    Promise.resolve((${line})(loadBundle(), tellSourcesInStacks)).then((answer) =>
      process.stdout.write(JSON.stringify(answer), () => process.exit(0)));`;
  const env = { ...process.env, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  const said = execFileSync(process.execPath, [...flags, '-e', program], { env, encoding: 'utf8' });
  return JSON.parse(said) as Answer;
}

it('is compiled already for the flags that doors run with, and opens with others all the same', () => {
  const isKept = '({ script }) => script.cachedDataRejected === false';
  expect(ask(isKept)).toBe(true);
  expect(ask(isKept, ['--max-semi-space-size=8'])).toBe(false);
});

it('loads no JavaScript of a package from beside it: two of one would not know each other', () => {
  const loaded = ask<string[]>(`({ bundle }) => {
    bundle.everything();
    const asked = Object.values(bundle.packages).map((load) => load());
    return asked.length > 0 && Object.keys(require.cache);
  }`);
  const ofPackages = loaded.filter((file) => /node_modules.*\.js$/.test(file));
  expect(ofPackages.filter((file) => !file.includes('@node-rs'))).toEqual([]);
});

it('names in a stack the line that a person wrote', () => {
  const stack = ask<string>(`({ bundle }, tellSourcesInStacks) => {
    tellSourcesInStacks();
    const [{ openApp }] = bundle.everything();
    return openApp(undefined).catch((failure) => failure.stack);
  }`);
  expect(stack).toMatch(/ openApp \(.*\/apps\/api\/open-app\.ts:\d+:\d+\)/);
});
