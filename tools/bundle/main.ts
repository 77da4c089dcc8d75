import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { doorFlags } from '../machine/door-flags';
import { bundleDoors } from './bundle-doors';

/** Bundles api, worker and the step before them, and keeps what V8 makes of the bundle. */
async function main(): Promise<void> {
  await bundleDoors();
  /* A process of its own: V8 keeps the code for the flags that it runs with. */
  const compiling = fork(join(__dirname, 'keep-code.js'), { execArgv: doorFlags });
  const [code] = (await once(compiling, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The bundle could not be loaded: ${code}.`);
}

main().catch((failure: unknown) => {
  process.stderr.write(`${failure instanceof Error ? failure.stack : String(failure)}\n`);
  process.exit(1);
});
