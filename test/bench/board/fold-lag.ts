import { setTimeout as pause } from 'node:timers/promises';
import { ReconcileFair, ReconciliationChecks, type BoardDto } from '@phien/dashboard';
import { newId, systemClock } from '@phien/kernel';
import { PostgresBus } from '@phien/store';
import { openGate } from '@phien/visitors';
import { line, nowMs, percentile } from '../figures';
import { TILLS_AT, type BenchHouse, type ServedBench } from './bench-house';
import { lagsOf, type Sight } from './lag.rules';
import { Screen } from './screen';
import { atPace, SteadySales } from './steady-sales';

const SALES_A_SECOND = 50;
const COUNTS_A_SECOND = 20;
const CLICKERS = 4;
const SECONDS = 20;
const WARM_UP_SECONDS = 3;
const DRAINED_WITHIN_MS = 30_000;
const GOAL_MS = 500;

/** From a sale's answer until the rollups hold it, and until an open board shows it; then exactness. */
export async function measureFoldLag(house: BenchHouse): Promise<void> {
  const bench = await house.serve();
  const fair = await bench.openFair();
  const { fairId } = fair;
  const sales = await SteadySales.open(bench, fair);
  const clickers = await Clickers.open(bench, fairId);
  const screen = await Screen.watch(bench.server.url, { cookie: bench.cookie, fairId });
  const rollups = await RollupSights.open(bench, fairId);
  try {
    await sales.sell(SALES_A_SECOND, WARM_UP_SECONDS);
    const [answered] = await Promise.all([
      sales.sell(SALES_A_SECOND, SECONDS),
      clickers.count(COUNTS_A_SECOND, SECONDS),
    ]);
    await drained(bench, fairId, () => screen.sights.at(-1)?.salesCount === sales.sent);
    await rollups.look();
    const paces = `${SALES_A_SECOND} sales/s, ${COUNTS_A_SECOND} counts/s`;
    line(`fold lag (ms), ${paces}`, 'p50', 'p99', 'goal of p99');
    tell('  to the rollups, at a word on the bus', lagsOf(answered, rollups.sights));
    tell('  to an open board, over its socket', lagsOf(answered, screen.sights));
    await checkExact(bench, fairId, sales, clickers);
  } finally {
    screen.close();
    await rollups.close();
  }
}

function tell(name: string, lags: number[]): void {
  const lost = lags.filter((lag) => lag === Infinity).length;
  if (lost > 0) throw new Error(`${lost} of ${lags.length} sales were never shown`);
  line(name, percentile(lags, 0.5).toFixed(0), percentile(lags, 0.99).toFixed(0), `${GOAL_MS}`);
}

async function drained(bench: ServedBench, fairId: string, isShown: () => boolean): Promise<void> {
  const deadline = nowMs() + DRAINED_WITHIN_MS;
  while ((await bench.waitingFacts(fairId)) > 0 || !isShown()) {
    if (nowMs() > deadline) throw new Error('what was sent was never all folded and shown');
    await pause(50);
  }
}

/* A fast sum that is wrong is worth nothing: the reconciliation's own checks, and what we sent ourselves. */
async function checkExact(
  bench: ServedBench,
  fairId: string,
  { sent, sentVnd }: SteadySales,
  { entries }: Clickers,
): Promise<void> {
  const reconcile = new ReconcileFair(bench.source, systemClock, new ReconciliationChecks());
  const { differenceCount, differences } = await reconcile.run(fairId);
  const { revenue, sales, visits } = await bench.get<BoardDto>(`/api/fairs/${fairId}/board`);
  const shown = [sales.count, revenue.measuredVnd, visits.entries].join(' / ');
  const made = [sent, sentVnd, entries].join(' / ');
  if (differenceCount > 0 || shown !== made) {
    const found = JSON.stringify(differences);
    throw new Error(`not exact: sent ${made}, the board shows ${shown}, differences ${found}`);
  }
  console.log(
    `  exact after drain: rollups and ledger agree; the board shows what was sent (sales / đồng / entries): ${shown}`,
  );
}

/** What the rollups hold whenever the bus says that a board was raised. */
class RollupSights {
  readonly sights: Sight[] = [];
  private looking: Promise<void> = Promise.resolve();

  private constructor(
    private readonly bench: ServedBench,
    private readonly fairId: string,
    private readonly bus: PostgresBus,
  ) {}

  static async open(bench: ServedBench, fairId: string): Promise<RollupSights> {
    const watch = new RollupSights(bench, fairId, new PostgresBus(bench.server.databaseUrl));
    await watch.bus.subscribe('board', () => void watch.look());
    return watch;
  }

  look(): Promise<void> {
    return (this.looking = this.looking.then(async () => {
      const [row] = await this.bench.source.query<{ salesCount: number }[]>(
        `SELECT sales_count AS "salesCount" FROM sales_rollup WHERE fair_id = $1 AND dimension = 'day'`,
        [this.fairId],
      );
      this.sights.push({ at: nowMs(), salesCount: row?.salesCount ?? 0 });
    }));
  }

  async close(): Promise<void> {
    await this.looking.catch(() => undefined);
    await this.bus.close();
  }
}

/** Hands at a gate that tell what they have counted so far, each one word after the other. */
class Clickers {
  entries = 0;
  private readonly hands = Array.from({ length: CLICKERS }, () => ({
    deviceId: newId(),
    sequence: 0,
    turn: Promise.resolve(),
  }));

  private constructor(
    private readonly bench: ServedBench,
    private readonly path: string,
  ) {}

  static async open(bench: ServedBench, fairId: string): Promise<Clickers> {
    const { gateId } = await openGate(bench.source.manager, fairId);
    return new Clickers(bench, `/api/fairs/${fairId}/gates/${gateId}/counts`);
  }

  count(aSecond: number, seconds: number): Promise<void> {
    return atPace(aSecond, seconds, (n) => {
      const hand = this.hands[n % CLICKERS]!;
      return (hand.turn = hand.turn.then(async () => {
        hand.sequence += 1;
        await this.bench.post(this.path, {
          deviceId: hand.deviceId,
          epoch: 1,
          sequence: hand.sequence,
          entries: hand.sequence,
          exits: 0,
          undoneEntries: 0,
          undoneExits: 0,
          countedAt: TILLS_AT.toISOString(),
        });
        this.entries += 1;
      }));
    });
  }
}
