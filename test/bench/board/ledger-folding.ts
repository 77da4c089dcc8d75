import { setTimeout as pause } from 'node:timers/promises';
import { line, median, nowMs } from '../figures';
import { enrolTills, preparedSales, sendAll } from '../selling';
import { TILLS_AT, type BenchHouse, type ServedBench } from './bench-house';

const CONNECTIONS = 32;
const SALES_EACH = 150;
/* In pairs, so that both meet the same machine, and the worker starts and stops as seldom as can be. */
const ROUNDS = ['on', 'off', 'off', 'on', 'on', 'off', 'off', 'on', 'on', 'off'] as const;
const DRAINED_WITHIN_MS = 60_000;
const GOAL = 0.95;

/** Sales over HTTP while a worker folds them, and while none runs, in turns. */
export async function measureLedgerFolding(house: BenchHouse): Promise<void> {
  const bench = await house.serve();
  const fair = await bench.openFair();
  const tills = await enrolTills(bench.source.manager, fair, CONNECTIONS, TILLS_AT);
  const { server } = bench;
  const speeds: Record<(typeof ROUNDS)[number], number[]> = { on: [], off: [] };
  /* Not counted: the first requests of a door meet code that was not compiled yet. */
  await sendAll(server.url, await preparedSales(tills, SALES_EACH, 1));
  let isFolding = true;
  for (const round of ROUNDS) {
    if (isFolding !== (round === 'on')) {
      isFolding = !isFolding;
      await (isFolding ? server.start('worker') : server.stop('worker'));
    }
    if (isFolding) await drained(bench, fair.fairId);
    const books = await preparedSales(tills, SALES_EACH, 1);
    const { seconds } = await sendAll(server.url, books);
    speeds[round].push((CONNECTIONS * SALES_EACH) / seconds);
  }
  if (!isFolding) await server.start('worker');
  const [on, off] = [median(speeds.on), median(speeds.off)];
  line('the ledger, 32 connections (sales/s)', 'folding', 'no worker', `ratio, goal ${GOAL}`);
  line(
    `  medians of ${ROUNDS.length / 2} rounds each`,
    on.toFixed(0),
    off.toFixed(0),
    (on / off).toFixed(2),
  );
}

async function drained(bench: ServedBench, fairId: string): Promise<void> {
  const deadline = nowMs() + DRAINED_WITHIN_MS;
  while ((await bench.waitingFacts(fairId)) > 0) {
    if (nowMs() > deadline) throw new Error('the worker did not fold what was sold without it');
    await pause(50);
  }
}
