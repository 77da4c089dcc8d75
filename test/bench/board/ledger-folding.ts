import { setTimeout as pause } from 'node:timers/promises';
import { line, median, nowMs } from '../figures';
import { enrolTills, preparedSales, sendAll } from '../selling';
import { TILLS_AT, type BenchHouse, type ServedBench } from './bench-house';

const CONNECTIONS = 32;
const SALES_EACH = 150;
/* In pairs, so that both meet the same machine, and the worker starts and stops as seldom as can be. */
const ROUNDS = ['on', 'off', 'off', 'on', 'on', 'off', 'off', 'on', 'on', 'off'] as const;
const WITHIN_MS = 60_000;
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
      const checkedAt = await lastCheck(bench, fair.fairId);
      await (isFolding ? server.start('worker') : server.stop('worker'));
      /* A worker reconciles when it opens and then each minute: what it opens with is not folding. */
      if (isFolding) {
        await until('the worker did not reconcile what it found', async () => {
          return (await lastCheck(bench, fair.fairId)) !== checkedAt;
        });
      }
    }
    if (isFolding) {
      await until('the worker did not fold what was sold without it', async () => {
        return (await bench.waitingFacts(fair.fairId)) === 0;
      });
    }
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

async function lastCheck({ source }: ServedBench, fairId: string): Promise<string | undefined> {
  const [row] = await source.query<{ checkedAt: string }[]>(
    'SELECT checked_at::text AS "checkedAt" FROM reconciliation WHERE fair_id = $1',
    [fairId],
  );
  return row?.checkedAt;
}

async function until(fault: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = nowMs() + WITHIN_MS;
  while (!(await holds())) {
    if (nowMs() > deadline) throw new Error(fault);
    await pause(50);
  }
}
