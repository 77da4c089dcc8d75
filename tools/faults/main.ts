import { parseArgs } from 'node:util';
import { FairServer } from '../../test/fair-server';
import { lineOf, NotHere, violationsOf } from '../../test/faults/fault';
import type { Fault } from '../../test/faults/fault';
import { faults } from '../../test/faults/faults';
import { watchCallers } from '../machine/callers';
import { TestHouse } from '../test/test-house';

const usage = `npm run test:faults -- [NAME ...] [--short] [--seed N]

Plays each fault and its control (the protection off, which must be seen to cost something).
Names: ${faults.map(({ name }) => `"${name}"`).join(', ')}`;

/** The server that faults share, as long as none has spoilt it. */
class Servers {
  private shared: FairServer | null = null;

  async open(): Promise<FairServer> {
    this.shared ??= await FairServer.open();
    return this.shared;
  }

  async close(): Promise<void> {
    await this.shared?.close();
    this.shared = null;
  }
}

/** Plays one fault as it is meant, then without its protection; answers whether both were as they must be. */
async function play(
  fault: Fault,
  servers: Servers,
  seed: number,
  isShort: boolean,
): Promise<boolean> {
  let isAsItMust = true;
  console.log(`# ${fault.name}: ${fault.promise}`);
  for (const isProtected of [true, false]) {
    const open = () => servers.open();
    const startedMs = performance.now();
    try {
      const found = await fault.run({ seed, isShort, isProtected }, open);
      const seconds = (performance.now() - startedMs) / 1_000;
      const violations = violationsOf(found);
      const isHeld = Object.keys(violations).length === 0;
      const name = isProtected ? fault.name : `${fault.name}, control (${fault.control})`;
      console.log(lineOf(name, seed, found, seconds));
      if (isHeld !== isProtected) {
        isAsItMust = false;
        console.log(
          isProtected
            ? `  ✗ broken: ${JSON.stringify(violations)}`
            : '  ✗ the control broke nothing, so this proves nothing',
        );
      }
    } catch (failure) {
      if (failure instanceof NotHere) {
        console.log(`${fault.name}: not played, ${failure.message}`);
        return true;
      }
      throw failure;
    }
  }
  if (fault.spoilsServer) await servers.close();
  return isAsItMust;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      short: { type: 'boolean', default: false },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      help: { type: 'boolean', default: false },
    },
  });
  const unknown = positionals.filter((name) => !faults.some((fault) => fault.name === name));
  if (values.help || unknown.length > 0 || !/^\d+$/.test(values.seed)) {
    console.log(usage);
    return values.help ? 0 : 2;
  }
  const house = process.env.TEST_DATABASE_URL ? null : new TestHouse();
  if (house) {
    const leave = () => void house.close().then(() => process.exit(130));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave);
    watchCallers(leave);
    process.env.TEST_DATABASE_URL = await house.openPostgres();
  }
  const servers = new Servers();
  try {
    let areAsTheyMust = true;
    for (const fault of faults) {
      const isNamed = positionals.includes(fault.name);
      const isToldElsewhere = values.short && fault.storyOfShortForm !== undefined;
      if (positionals.length > 0 ? !isNamed : isToldElsewhere) continue;
      const isAsItMust = await play(fault, servers, Number(values.seed), values.short);
      areAsTheyMust &&= isAsItMust;
    }
    return areAsTheyMust ? 0 : 1;
  } finally {
    await servers.close();
    await house?.close();
  }
}

main().then(
  (code) => process.exit(code),
  (failure: unknown) => {
    console.error(failure instanceof Error ? failure.stack : failure);
    process.exit(1);
  },
);
