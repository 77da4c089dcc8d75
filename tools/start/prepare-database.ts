import 'reflect-metadata';
import { databaseUrl, migrate } from '@phien/store';

/* Schema and seed in one process: loading the libraries twice is most of what a second start costs. */
async function prepare(): Promise<void> {
  for (const name of await migrate(databaseUrl())) process.stdout.write(`${name}\n`);
  await import('../seed/main');
}

prepare().catch((failure: unknown) => {
  process.stderr.write(`${failure instanceof Error ? failure.stack : String(failure)}\n`);
  process.exitCode = 1;
});
