import { accountOf, readDemoAccounts } from './demo-accounts';
import { DoorRefusal } from './fair-door';
import { PlayDay } from './play-day';
import { ProgressLine } from './progress-line';
import { help, readSimulateOptions, SimulateRefusal } from './simulate-options';

async function main(): Promise<number> {
  const chosenSeed = () => String(Date.now() % 1_000_000);
  const options = readSimulateOptions(process.argv.slice(2), chosenSeed);
  if (options.asksForHelp) {
    process.stdout.write(`${help}\n`);
    return 0;
  }
  const { login, password } = options;
  const accounts = readDemoAccounts(process.env.PHIEN_DATA);
  const isGiven = login !== null && password !== null;
  const organizer = isGiven ? { login, password } : accountOf('organizer', accounts);
  const gateKeeper = isGiven ? null : (accounts.find(({ role }) => role === 'gate') ?? null);
  const play = new PlayDay(options, organizer, gateKeeper, new ProgressLine(process.stdout));
  process.once('SIGINT', () => play.stop());
  return (await play.run()) ? 0 : 1;
}

main().then(
  (code) => {
    /* Idle connections to the door would keep the process for some seconds more. */
    process.exit(code);
  },
  (failure: unknown) => {
    process.stderr.write(`  ✗ ${sentenceOf(failure)}\n`);
    process.exit(1);
  },
);

function sentenceOf(failure: unknown): string {
  if (failure instanceof SimulateRefusal || failure instanceof DoorRefusal) return failure.message;
  if (failure instanceof TypeError && failure.cause instanceof Error) {
    return `Phiên does not answer: ${failure.cause.message || failure.message}`;
  }
  return failure instanceof Error ? (failure.stack ?? failure.message) : String(failure);
}
