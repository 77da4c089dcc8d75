import { execFile } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { compiledDoor } from '../bundle/door-bundle';
import { watchCallers } from '../machine/callers';
import { projectFolder } from '../machine/project-folder';
import { House } from '../start/house';
import { KeptProcess } from '../start/kept-process';
import { complain, say } from '../start/screen';
import { readStartSettings } from '../start/start-settings';

const run = promisify(execFile);
const gatherMs = 150;
const webPort = 4301;

/** A fair for developers: api and worker start anew on every change, the web is served by Vite. */
async function main(): Promise<void> {
  const settings = readStartSettings(process.argv.slice(2), process.env, projectFolder, Date.now());
  const house = new House(settings, compiledDoor);
  const vite = new KeptProcess({
    name: 'vite',
    main: join(projectFolder, 'node_modules', 'vite', 'bin', 'vite.js'),
    args: ['--config', join('apps', 'web', 'vite.config.ts'), '--port', String(webPort)],
    environment: () => ({ ...process.env, PORT: String(settings.port) }),
    logFile: join(settings.dataFolder, 'logs', 'vite.log'),
    onNote: (line) => complain(`  ${line}`),
  });
  const leave = async (code: number) => {
    await Promise.all([vite.stop(), house.close()]);
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => void leave(0));
  }
  watchCallers(() => void leave(0));

  try {
    await house.open();
  } catch (failure) {
    complain(`  ✗ ${(failure as Error).message}`);
    return leave(1);
  }
  vite.start();
  rebuildOnChange(() => house.restartDoors());
  const log = join(settings.dataFolder, 'logs', 'vite.log');
  say(`\n  api  ${settings.address}\n  web  http://127.0.0.1:${webPort}  (${log})\n`);
  for (const { role, login, password } of house.demoAccounts())
    say(`  ${role} ${login} ${password}`);
}

function rebuildOnChange(restart: () => Promise<void>): void {
  let soon: NodeJS.Timeout | undefined;
  let isBusy = false;
  const rebuild = async () => {
    if (isBusy) return gather();
    isBusy = true;
    try {
      const bootstrap = join(projectFolder, 'tools', 'bootstrap.mjs');
      const { stdout } = await run(process.execPath, [bootstrap, 'build', 'server']);
      // Nothing was built: a file was only touched.
      if (stdout !== '') await restart();
      if (stdout !== '') say(stdout.trimEnd());
    } catch (failure) {
      complain((failure as { stderr?: string }).stderr ?? (failure as Error).message);
    } finally {
      isBusy = false;
    }
  };
  const gather = () => {
    clearTimeout(soon);
    soon = setTimeout(() => void rebuild(), gatherMs);
  };
  for (const root of ['apps', 'libs', 'tools']) {
    watch(join(projectFolder, root), { recursive: true }, (_event, file) => {
      const isSource = file !== null && file.endsWith('.ts') && !file.endsWith('.spec.ts');
      if (isSource && !(root === 'apps' && file.startsWith('web'))) gather();
    });
  }
}

main().catch((failure: unknown) => {
  complain(String((failure as Error).stack));
  process.exit(1);
});
