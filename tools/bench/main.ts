import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/* Benchmarks are run by hand and judged by a person: they print ratios, and none can fail a test. */
const FOLDER = join(__dirname, '..', '..', 'test', 'bench');

async function main(): Promise<void> {
  const names = readdirSync(FOLDER).flatMap((file) => /^(.+)\.bench\.js$/.exec(file)?.[1] ?? []);
  const [wanted, ...options] = process.argv.slice(2);
  if (wanted === undefined || !names.includes(wanted)) {
    console.log(`Usage: npm run bench -- NAME\nNames: ${names.join(', ')}`);
    process.exitCode = wanted === undefined ? 0 : 2;
    return;
  }
  const bench = (await import(join(FOLDER, `${wanted}.bench.js`))) as {
    run(options: string[]): Promise<void>;
  };
  await bench.run(options);
}

void main();
