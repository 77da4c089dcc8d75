import { verifyChain } from '@phien/till';
import { eventually } from '../trade-day/caller';
import type { Found } from './fault';
import type { Shop } from './shop';

/** What a till says of itself. */
export interface Counted {
  /** What was shown as sold, in VND, by the sale's id or by the name of its first line. */
  made: ReadonlyMap<string, number>;
  issued: readonly { document: { totalVnd: number } }[];
  acked: ReadonlySet<string>;
  /** What the ledger had acknowledged and did not hold any more. */
  ackedAndGone: number;
}

interface LinkRow {
  registerId: string;
  epoch: number;
  genesis: string;
  text: string;
  isBooked: boolean;
}

/**
 * Counts what was made against what is linked, booked, summed and on the board. Sales are known by
 * what they sell, so that one which came under two ids is seen; those of a real phone, which all
 * sell the same, by their ids.
 */
export async function count(
  shop: Shop,
  tills: readonly Counted[],
  faults: Record<string, number>,
  broken: Record<string, number> = {},
): Promise<Found> {
  const links = await shop.query<LinkRow>(
    `SELECT l.register_id AS "registerId", l.epoch, encode(e.genesis, 'hex') AS genesis,
       convert_from(l.canonical, 'UTF8') AS text, d.id IS NOT NULL AS "isBooked"
     FROM link l JOIN register_epoch e USING (fair_id, register_id, epoch)
     LEFT JOIN document d ON d.fair_id = l.fair_id AND d.id = l.document_id
     WHERE l.fair_id = $1 ORDER BY l.register_id, l.epoch, l.sequence`,
    [shop.fairId],
  );
  const made = new Map(tills.flatMap((till) => [...till.made]));
  const stored = new Map<string, number[]>();
  const ledgerVnd = { booked: 0 };
  for (const { text, isBooked } of links) {
    const document = JSON.parse(text) as {
      id: string;
      kind: string;
      totalVnd: number;
      lines: { name: string }[];
    };
    if (isBooked) ledgerVnd.booked += document.totalVnd;
    if (document.kind !== 'sale') continue;
    const name = made.has(document.id) ? document.id : (document.lines[0]?.name ?? '');
    stored.set(name, [...(stored.get(name) ?? []), document.totalVnd]);
  }
  let lost = 0;
  let duplicates = 0;
  let wrongAmount = 0;
  for (const [name, vnd] of made) {
    const found = stored.get(name) ?? [];
    if (found.length === 0) lost += 1;
    duplicates += Math.max(0, found.length - 1);
    if (found.some((storedVnd) => storedVnd !== vnd)) wrongAmount += 1;
  }
  for (const name of stored.keys()) if (!made.has(name)) duplicates += 1;
  const madeVnd = tills
    .flatMap(({ issued }) => issued)
    .reduce((sum, { document }) => sum + document.totalVnd, 0);
  const setAsideVnd = links
    .filter(({ isBooked }) => !isBooked)
    .reduce((sum, { text }) => sum + (JSON.parse(text) as { totalVnd: number }).totalVnd, 0);
  const { boardLagMs, rollupMismatches } = await boardOf(shop);
  return {
    faults,
    made: tills.reduce((sum, till) => sum + till.issued.length, 0),
    acked: new Set(tills.flatMap(({ acked }) => [...acked])).size,
    stored: links.length,
    lost,
    duplicates,
    wrongAmount,
    moneyDifferenceVnd: Math.abs(madeVnd - ledgerVnd.booked - setAsideVnd),
    chainBreaks: chainBreaks(shop.fairId, links),
    rollupMismatches,
    boardLagMs,
    broken: {
      'acked and gone': tills.reduce((sum, till) => sum + till.ackedAndGone, 0),
      ...broken,
    },
  };
}

function chainBreaks(fairId: string, links: readonly LinkRow[]): number {
  const chains = new Map<string, LinkRow[]>();
  for (const link of links) {
    const name = `${link.registerId}:${link.epoch}`;
    chains.set(name, [...(chains.get(name) ?? []), link]);
  }
  let breaks = 0;
  for (const [first, ...more] of chains.values()) {
    if (!first) continue;
    const { registerId, epoch, genesis } = first;
    const start = { fairId, registerId, epoch, sequence: 0, hash: genesis };
    if (
      !verifyChain(
        start,
        [first, ...more].map(({ text }) => text),
      ).ok
    )
      breaks += 1;
  }
  return breaks;
}

/*
 * Every dimension of the board must sum to what the documents say, once the fold has caught up. When
 * no news is left to fold, what is wrong stays wrong.
 */
async function boardOf(shop: Shop): Promise<{ boardLagMs: number; rollupMismatches: number }> {
  const startedMs = performance.now();
  const mismatches = async () => {
    const [row] = await shop.query<{ count: string }>(
      `SELECT count(*) FROM
         (SELECT fair_day AS day, sum(total_vnd) AS vnd FROM document WHERE fair_id = $1 GROUP BY fair_day) d
       FULL JOIN (SELECT day, dimension, sum(sales_vnd + refund_vnd) AS vnd FROM sales_rollup
         WHERE fair_id = $1 AND dimension IN ('day', 'minute', 'zone', 'booth', 'exhibitor', 'class', 'method')
         GROUP BY day, dimension) r USING (day)
       WHERE d.vnd IS DISTINCT FROM r.vnd`,
      [shop.fairId],
    );
    return Number(row?.count);
  };
  const hasNews = async () => {
    const [row] = await shop.query<{ is: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM outbox WHERE fair_id = $1 AND reader = 'fold') AS is`,
      [shop.fairId],
    );
    return row?.is ?? false;
  };
  try {
    await eventually(async () => !(await hasNews()) || (await mismatches()) === 0, 120_000);
  } catch {
    // What is still wrong by then is counted.
  }
  return {
    boardLagMs: Math.round(performance.now() - startedMs),
    rollupMismatches: await mismatches(),
  };
}
