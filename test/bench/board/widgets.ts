import {
  ReadBoard,
  ReadBoardBooths,
  ReadBoardCoverage,
  ReadBoardSplits,
  ReadBoardSteps,
  ReadBoothPage,
  ReadPeriodSales,
  ReadZonePage,
} from '@phien/dashboard';
import { systemClock } from '@phien/kernel';
import type { SmallFair } from '@phien/planning';
import { ReadSilence, ReadTills } from '@phien/sales';
import type { DataSource, EntitySubscriberInterface } from 'typeorm';
import { line, median, nowMs } from '../figures';
import type { BenchHouse } from './bench-house';
import { makeMillionSales } from './million-sales';

const GOAL_MS = 5;
const GOAL_RATIO = 10;
const READS = 15;
/* The ledger's best of few: it has the benefit of every doubt, and a minute is short. */
const LEDGER_READS = 2;

type Dimension = Parameters<ReadPeriodSales['run']>[4][number];
interface Period {
  from: string;
  to: string;
}

const EXHIBITOR = 'JOIN exhibitor e ON e.fair_id = d.fair_id AND e.id = d.exhibitor_id';
const LINES = 'JOIN document_line l ON l.fair_id = d.fair_id AND l.document_id = d.id';
const OF_DOCUMENT = { amount: 'd.total_vnd', count: '*' };
const OF_LINE = { from: LINES, amount: 'l.amount_vnd', count: 'DISTINCT d.id' };

/** What a widget asks, and how the same is asked of the ledger by whoever has no rollups. */
const WIDGETS: {
  name: string;
  dimension: Dimension;
  key: string;
  from?: string;
  amount: string;
  count: string;
  isOfOneDay?: boolean;
}[] = [
  { name: 'revenue and sales', dimension: 'day', key: `''`, ...OF_DOCUMENT },
  {
    name: 'line of the day',
    dimension: 'minute',
    key: 'd.fair_minute::text',
    ...OF_DOCUMENT,
    isOfOneDay: true,
  },
  { name: 'zones', dimension: 'zone', key: 'd.zone_id::text', ...OF_DOCUMENT },
  { name: 'booths by rank', dimension: 'booth', key: 'd.booth_id::text', ...OF_DOCUMENT },
  {
    name: 'booths by the hour',
    dimension: 'booth_hour',
    key: `d.booth_id || ' ' || d.fair_minute / 60`,
    ...OF_DOCUMENT,
    isOfOneDay: true,
  },
  { name: 'origins', dimension: 'origin', key: 'e.origin', from: EXHIBITOR, ...OF_DOCUMENT },
  { name: 'stars', dimension: 'star', key: `coalesce(l.star::text, 'none')`, ...OF_LINE },
  { name: 'places', dimension: 'exhibitor', key: 'd.exhibitor_id::text', ...OF_DOCUMENT },
  {
    name: 'classes',
    dimension: 'class',
    key: `coalesce(l.class_code, 'unclassified')`,
    ...OF_LINE,
  },
];

const ledgerOf = ({ key, from = '', amount, count }: (typeof WIDGETS)[number]) => `
  SELECT d.fair_day::text AS day, ${key} AS key,
         count(${count}) FILTER (WHERE d.kind = 'sale') AS "salesCount",
         coalesce(sum(${amount}) FILTER (WHERE d.kind = 'sale'), 0)::bigint AS "salesVnd",
         count(${count}) FILTER (WHERE d.kind <> 'sale') AS "refundCount",
         coalesce(sum(${amount}) FILTER (WHERE d.kind <> 'sale'), 0)::bigint AS "refundVnd"
    FROM document d ${from}
   WHERE d.fair_id = $1 AND d.fair_day BETWEEN $2 AND $3 AND d.kind IN ('sale', 'refund', 'void')
   GROUP BY 1, 2`;

const rollupVisits = `
  SELECT day::text, key, entries, exits FROM visits_rollup
   WHERE fair_id = $1 AND day BETWEEN $2 AND $3 AND dimension = 'gate'`;
const ledgerVisits = `
  SELECT fair_day::text AS day, gate_id::text AS key, sum(entries_added)::bigint AS entries,
         sum(exits_added)::bigint AS exits
    FROM gate_count WHERE fair_id = $1 AND fair_day BETWEEN $2 AND $3 GROUP BY 1, 2`;

/** Every widget of the board over a million sales: from the rollups, and the same straight from the ledger. */
export async function measureWidgets(house: BenchHouse): Promise<void> {
  const { url, source } = await house.database('bench_million');
  const fair = await makeMillionSales(url, source);
  const today = fair.days.at(-1)!;
  for (const [name, period] of [
    ['the last day, 100,000 sales', { from: today, to: today }],
    ['the whole fair, 1,000,000 sales', { from: fair.days[0]!, to: today }],
  ] as const) {
    await compareWithLedger(source, fair, name, period);
    await timeVerbs(source, fair, period);
  }
}

async function compareWithLedger(
  source: DataSource,
  { fairId }: SmallFair,
  name: string,
  period: Period,
): Promise<void> {
  const { from, to } = period;
  const em = source.manager;
  const readSales = new ReadPeriodSales();
  const everything = { zoneIds: [], origins: [] };
  line(name + ' (ms)', `goal ${GOAL_MS}`, 'by the ledger', `times, goal ${GOAL_RATIO}`);
  for (const widget of WIDGETS) {
    if (widget.isOfOneDay && from !== to) continue;
    const { dimension } = widget;
    await compare(`  ${widget.name}`, {
      rollup: () => readSales.run(em, fairId, period, everything, [dimension]),
      ledger: () => em.query<object[]>(ledgerOf(widget), [fairId, from, to]),
    });
  }
  await compare('  visits', {
    rollup: () => em.query<object[]>(rollupVisits, [fairId, from, to]),
    ledger: () => em.query<object[]>(ledgerVisits, [fairId, from, to]),
  });
}

async function compare(
  name: string,
  ask: { rollup(): Promise<object[]>; ledger(): Promise<object[]> },
): Promise<void> {
  const rollup = await timed(READS, ask.rollup);
  const ledger = await timed(LEDGER_READS, ask.ledger);
  if (asText(rollup.answer) !== asText(ledger.answer)) {
    throw new Error(`${name}: the rollups and the ledger answer differently`);
  }
  const [fast, slow] = [median(rollup.took), Math.min(...ledger.took)];
  line(name, fast.toFixed(1), slow.toFixed(0), (slow / fast).toFixed(0));
}

async function timed<Answer>(times: number, ask: () => Promise<Answer>) {
  const took: number[] = [];
  for (;;) {
    const startedAt = nowMs();
    const answer = await ask();
    took.push(nowMs() - startedAt);
    if (took.length === times) return { answer, took };
  }
}

/* Rows in the order of their names, the dimension aside: the ledger knows none. */
const asText = (rows: object[]) =>
  rows
    .map((row) => Object.entries(row).filter(([name]) => name !== 'dimension'))
    .map((row) => JSON.stringify(row.sort(([a], [b]) => (a < b ? -1 : 1))))
    .sort()
    .join('\n');

/* Whole answers as an api gives them, one after the other, without what it keeps for a second. */
async function timeVerbs(
  source: DataSource,
  { fairId, booths: [someBooth] }: SmallFair,
  period: Period,
): Promise<void> {
  const readSales = new ReadPeriodSales();
  const tills = new ReadTills(source, systemClock);
  const silence = new ReadSilence(tills);
  const board = new ReadBoard(source, systemClock, readSales, silence);
  const booths = new ReadBoardBooths(source, systemClock, readSales);
  const splits = new ReadBoardSplits(source, systemClock, readSales);
  const coverage = new ReadBoardCoverage(source, systemClock, readSales, silence);
  const steps = new ReadBoardSteps(source, systemClock, readSales);
  const booth = new ReadBoothPage(source, systemClock, readSales, tills);
  const zone = new ReadZonePage(source, systemClock, readSales, silence);
  const viewer = { mayReadBoothMoney: true };
  const isDay = period.from === period.to;
  line('  whole answers (ms)', 'median', 'queries', 'longest query');
  for (const [name, ask] of [
    ['board: ten widgets', () => board.run(fairId, period, viewer)],
    [
      'board to who sees no booth money',
      () => board.run(fairId, period, { mayReadBoothMoney: false }),
    ],
    ['booths: plan and list', () => booths.run(fairId, period, viewer)],
    ['splits: places and classes', () => splits.run(fairId, period, viewer)],
    ['coverage', () => coverage.run(fairId, period)],
    ...(isDay ? [['steps of the day', () => steps.run(fairId, period, viewer)] as const] : []),
    ['page of a booth', () => booth.run(fairId, someBooth!.code, period, viewer)],
    ['page of a zone', () => zone.run(fairId, 'A', period, viewer)],
  ] as const) {
    const { took } = await timed<unknown>(READS, ask);
    const queries = await queriesOf(source, ask);
    const [longest] = [...queries].sort((a, b) => b.ms - a.ms);
    line(
      `    ${name}`,
      median(took).toFixed(1),
      String(queries.length),
      `${longest?.ms.toFixed(1)} ${longest?.of}`,
    );
  }
  if (!isDay) return;
  /* Half of the day's sales are asked of the ledger, and kept until the day has more. */
  const [first, again] = (await timed(2, () => board.run(fairId, { ...period, zone: 'A' }, viewer)))
    .took;
  line('    board of one of two zones, then again', `${first?.toFixed(0)}, ${again?.toFixed(1)}`);
}

/** The queries of one call: what each reads from, and how long it took. */
async function queriesOf(
  source: DataSource,
  ask: () => Promise<unknown>,
): Promise<{ of: string; ms: number }[]> {
  const queries: { of: string; ms: number }[] = [];
  let startedAt = 0;
  const watch: EntitySubscriberInterface = {
    beforeQuery: () => {
      startedAt = nowMs();
    },
    afterQuery: ({ query }) => {
      /* Our own texts begin a line with it; what stands within a line belongs to a subquery. */
      const [, of = query.slice(0, 12)] =
        /^\s*FROM\s+(\w+)/m.exec(query) ?? /\bFROM\s+"?(\w+)/.exec(query) ?? [];
      queries.push({ of, ms: nowMs() - startedAt });
    },
  };
  source.subscribers.push(watch);
  try {
    await ask();
  } finally {
    source.subscribers.splice(source.subscribers.indexOf(watch), 1);
  }
  return queries;
}
