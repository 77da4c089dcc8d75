import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './bootstrap-build.mjs';
import { install } from './bootstrap-install.mjs';
import { projectFolder } from './bootstrap-project.mjs';
import { Failure } from './bootstrap-steps.mjs';
import { takeTurn } from './bootstrap-turn.mjs';

const commands = ['start', 'test', 'dev', 'stop'];

/** Installs and builds when needed, then goes on as the tool that was asked for, in this process. */
export async function prepareAndRun([command, ...given]) {
  if (command === 'build') return prepare({ only: given[0] });
  const [tool, ...rest] = command === 'run' ? given : [command, ...given];
  if (tool === undefined || (command !== 'run' && !commands.includes(tool))) {
    process.stderr.write('Usage: npm start | npm stop | npm test | npm run dev\n');
    process.exit(2);
  }
  if (tool === 'stop' && !existsSync(compiledTool(tool))) {
    process.stdout.write('Phiên không chạy. · Phiên is not running.\n');
    return;
  }
  const asksForHelp =
    tool === 'start' && given.includes('--help') && existsSync(compiledTool(tool));
  if (tool !== 'stop' && !asksForHelp) await prepare({ isForTests: tool === 'test' });
  const entry = compiledTool(tool);
  if (!existsSync(entry)) {
    process.stderr.write(`There is no tool named ${tool}.\n`);
    process.exit(2);
  }
  // npm takes a `--` for itself, a person who types the command by hand leaves it in.
  process.argv.splice(1, Infinity, entry, ...(rest[0] === '--' ? rest.slice(1) : rest));
  await import(pathToFileURL(entry).href);
}

/* The benchmarks are a tool that lives with the tests. */
function compiledTool(tool) {
  const places = ['tools', 'test'].map((root) =>
    join(projectFolder, 'dist', root, tool, 'main.js'),
  );
  return places.find((place) => existsSync(place)) ?? places[0];
}

async function prepare({ isForTests = false, only }) {
  try {
    const done = await takeTurn();
    try {
      await install();
      await build(only);
    } finally {
      done();
    }
  } catch (failure) {
    if (!(failure instanceof Failure)) throw failure;
    process.stderr.write(`${failure.message}\n`);
    if (isForTests) process.stdout.write('0 passed, 1 failed\n');
    process.exit(1);
  }
}
