import { execFile, fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { identityEntities } from '@phien/identity';
import { makeFair, planningEntities } from '@phien/planning';
import { salesEntities, TestTill } from '@phien/sales';
import { migrate, openPostgres } from '@phien/store';
import type { DataSource } from 'typeorm';
import { doorMain } from '../../tools/bundle/door-bundle';
import { doorFlags } from '../../tools/machine/door-flags';
import { freePort } from '../../tools/machine/free-port';
import { EmbeddedPostgres } from '../../tools/postgres/embedded-postgres';
import { isTooBusy, loadNow, median } from './figures';
import { familyProcessorTime, familySecondsSince, processorSeconds } from './processor-time';
import { enrolTills, preparedSales, sendAll } from './selling';

const execute = promisify(execFile);

const CONNECTIONS = [1, 32, 256];
const ROUNDS = 3;
const SALES_A_ROUND: Record<number, number> = { 1: 1_000, 32: 6_400, 256: 10_240 };
const PGBENCH_SECONDS = 4;

/* One sale a transaction into the very tables of the product, as a till's request would write it alone. */
const ONE_SALE = `
BEGIN;
INSERT INTO link (fair_id, register_id, epoch, sequence, previous_sequence, previous_hash, hash, genesis, document_id, canonical, received_at)
SELECT r.fair_id, r.register_id, 1, h.sequence + 1, h.sequence, h.hash, sha256(h.hash || r.canonical), NULL, gen_random_uuid(), r.canonical, now()
FROM bench_register r CROSS JOIN LATERAL (SELECT sequence, hash FROM link l WHERE l.fair_id = r.fair_id AND l.register_id = r.register_id AND l.epoch = 1 ORDER BY sequence DESC LIMIT 1) h
WHERE r.client = :client_id RETURNING document_id AS id, sequence AS seq \\gset
INSERT INTO document_line (fair_id, document_id, line_no, name, class_code, star, quantity_milli, unit, unit_vnd, discount_vnd, amount_vnd, vat_rate_percent, vat_vnd)
SELECT fair_id, cast(:id AS uuid), n, 'Chả mực Hạ Long', 'I.3.d', 4, 1000, 'hộp', 60000, 0, 60000, 8, 4444 FROM bench_register, generate_series(1, 2) n WHERE client = :client_id;
INSERT INTO document_payment (fair_id, document_id, payment_no, method, amount_vnd, tendered_vnd, change_vnd)
SELECT fair_id, cast(:id AS uuid), 1, 'cash', 120000, 200000, 80000 FROM bench_register WHERE client = :client_id;
INSERT INTO document (fair_id, id, register_id, epoch, sequence, kind, exhibitor_id, booth_id, zone_id, shift_id, cashier, total_vnd, till_at, corrected_at, received_at, fair_day, fair_minute, flags)
SELECT fair_id, cast(:id AS uuid), register_id, 1, cast(:seq AS bigint), 'sale', exhibitor_id, booth_id, zone_id, register_id, 'Thu ngân', 120000, now(), now(), now(), '2025-10-28', 600, '{}' FROM bench_register WHERE client = :client_id;
INSERT INTO outbox (fair_id, reader, topic, subject_id) SELECT fair_id, 'fold', 'document', cast(:id AS uuid) FROM bench_register WHERE client = :client_id;
COMMIT;
`;

const BARE = ['link', 'document_line', 'document_payment', 'document', 'outbox'];

interface Round {
  sales: number;
  salesASecond: number;
  apiMicros?: number;
  /** Of whoever asks, on the same cores: pgbench spends little, autocannon does not. */
  clientMicros?: number;
  postgresMicros: number;
}

/** HTTP sales at 1, 32 and 256 connections against pgbench into the product's own tables, interleaved. */
export async function run(): Promise<void> {
  if (isTooBusy()) return;
  const pgbench = await findPgbench();
  if (pgbench === undefined) {
    console.log(
      'pgbench is missing (Debian: apt-get install postgresql): there is nothing to compare with.',
    );
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'phien-bench-'));
  const postgres = new EmbeddedPostgres({
    dataFolder: folder,
    logFile: join(folder, 'postgres.log'),
    onNote: () => undefined,
  });
  let api: ChildProcess | undefined;
  try {
    const { superuserUrl } = await postgres.start();
    const url = Object.assign(new URL(superuserUrl), { pathname: '/bench' }).href;
    await allowManyConnections(superuserUrl);
    await migrate(url);
    const source = await openPostgres(url, [
      ...identityEntities,
      ...planningEntities,
      ...salesEntities,
    ]);
    const port = await freePort();
    api = await startApi(url, port);
    const fair = await makeFair(source.manager, { booths: 160 });
    const tills = await enrolTills(source.manager, fair, Math.max(...CONNECTIONS));
    const script = await preparePgbench(source, tills, folder);
    const postmaster = await postmasterOf(source);

    const through = { http: new Map<number, Round[]>(), pgbench: new Map<number, Round[]>() };
    const bare: Round[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      for (const connections of CONNECTIONS) {
        const ask = () => byPgbench(pgbench, url, script.whole, connections, postmaster);
        add(through.pgbench, connections, await ask());
        add(through.http, connections, await byHttp(tills, connections, 1, port, api, postmaster));
        if (connections === 32)
          bare.push(await byPgbench(pgbench, url, script.bare, 32, postmaster));
      }
    }
    const fifties: Round[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      fifties.push(await byHttp(tills, 8, 50, port, api, postmaster));
    }
    await checkAllBooked(source, tills, [...[...through.http.values()].flat(), ...fifties]);
    print(through, bare, fifties);
    await source.destroy();
  } finally {
    api?.kill('SIGTERM');
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function add(table: Map<number, Round[]>, connections: number, round: Round): void {
  table.set(connections, [...(table.get(connections) ?? []), round]);
}

async function findPgbench(): Promise<string | undefined> {
  for (const path of [
    'pgbench',
    '/usr/lib/postgresql/15/bin/pgbench',
    '/usr/lib/postgresql/17/bin/pgbench',
  ]) {
    if (await execute(path, ['--version']).catch(() => undefined)) return path;
  }
  return undefined;
}

async function allowManyConnections(superuserUrl: string): Promise<void> {
  const server = await openPostgres(superuserUrl, [], 1);
  const [{ most }] = await server.query<[{ most: number }]>(
    `SELECT current_setting('max_connections')::integer AS most`,
  );
  await server.query('CREATE DATABASE bench');
  await server.destroy();
  if (most < 300) CONNECTIONS_OF_PGBENCH.most = most - 40;
}

/* Where the server lets fewer in than there are tills, pgbench uses what it can get. */
const CONNECTIONS_OF_PGBENCH = { most: 256 };

async function startApi(url: string, port: number): Promise<ChildProcess> {
  const api = fork(doorMain('api'), [], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      PORT: String(port),
      HOST: '127.0.0.1',
      NODE_ENV: 'development',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: doorFlags,
  });
  await new Promise<void>((resolve, reject) => {
    api.once('message', () => resolve());
    api.once('exit', (code) => reject(new Error(`the api ended with ${code}`)));
  });
  return api;
}

async function preparePgbench(source: DataSource, tills: TestTill[], folder: string) {
  await source.query(
    `CREATE TABLE bench_register (client integer PRIMARY KEY, fair_id uuid, register_id uuid, exhibitor_id uuid,
       booth_id uuid, zone_id uuid, canonical bytea)`,
  );
  let client = 0;
  for (const { place } of tills) {
    const till = await TestTill.enrol(source.manager, place);
    till.sell(120_000);
    const { documents } = await till.request();
    await source.query(`INSERT INTO bench_register VALUES ($1, $2, $3, $4, $5, $6, $7)`, [
      client++,
      place.fairId,
      till.registerId,
      place.exhibitorId,
      place.boothId,
      place.zoneId,
      Buffer.from(documents[0]!),
    ]);
    await source.query(
      `INSERT INTO link SELECT e.fair_id, e.register_id, 1, 1, NULL, e.genesis, sha256(e.genesis || r.canonical), e.genesis,
         gen_random_uuid(), r.canonical, now()
       FROM register_epoch e JOIN bench_register r USING (fair_id, register_id) WHERE e.register_id = $1`,
      [till.registerId],
    );
  }
  for (const table of BARE) {
    await source.query(
      `CREATE TABLE bare_${table} (LIKE ${table} INCLUDING DEFAULTS INCLUDING INDEXES)`,
    );
  }
  await source.query(`INSERT INTO bare_link SELECT * FROM link`);
  const whole = join(folder, 'sale.sql');
  const bare = join(folder, 'bare-sale.sql');
  writeFileSync(whole, ONE_SALE);
  const bareSale = BARE.reduce(
    (text, table) => text.replaceAll(new RegExp(`(INTO|FROM) ${table} `, 'g'), `$1 bare_${table} `),
    ONE_SALE,
  );
  writeFileSync(bare, bareSale);
  return { whole, bare };
}

async function postmasterOf(source: DataSource): Promise<number> {
  const [{ pid }] = await source.query<[{ pid: number }]>(`SELECT pg_backend_pid() AS pid`);
  const { stdout } = await execute('ps', ['-o', 'ppid=', '-p', String(pid)]);
  return Number(stdout);
}

async function byPgbench(
  pgbench: string,
  url: string,
  script: string,
  connections: number,
  postmaster: number,
): Promise<Round> {
  const clients = Math.min(connections, CONNECTIONS_OF_PGBENCH.most);
  const before = familyProcessorTime(postmaster);
  /* Backends of pgbench end with it, so their time is read a moment before it does. */
  const running = execute(pgbench, [
    ...['-n', '-M', 'prepared', '-c', String(clients), '-j', '2', '-T', String(PGBENCH_SECONDS)],
    ...['-f', script, url],
  ]);
  let used = 0;
  const look = setInterval(() => {
    used = Math.max(used, familySecondsSince(before, postmaster));
  }, 100);
  const { stdout } = await running;
  clearInterval(look);
  const salesASecond = Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
  const sales = Number(/actually processed: (\d+)/.exec(stdout)?.[1]);
  return { sales, salesASecond, postgresMicros: (used / sales) * 1e6 };
}

async function byHttp(
  tills: TestTill[],
  connections: number,
  salesARequest: number,
  port: number,
  api: ChildProcess,
  postmaster: number,
): Promise<Round> {
  const sales = salesARequest > 1 ? 8_000 : (SALES_A_ROUND[connections] ?? 1_000);
  const each = Math.ceil(sales / connections / salesARequest);
  const books = await preparedSales(tills.slice(0, connections), each, salesARequest);
  const usedBefore = processorSeconds(api.pid!);
  const postgresBefore = familyProcessorTime(postmaster);
  const { seconds, ownSeconds } = await sendAll(`http://127.0.0.1:${port}`, books);
  const done = each * connections * salesARequest;
  return {
    sales: done,
    salesASecond: done / seconds,
    apiMicros: ((processorSeconds(api.pid!) - usedBefore) / done) * 1e6,
    postgresMicros: (familySecondsSince(postgresBefore, postmaster) / done) * 1e6,
    clientMicros: (ownSeconds / done) * 1e6,
  };
}

/* An answer of 200 alone may say that a sale was set aside: only what is booked counts as speed. */
async function checkAllBooked(source: DataSource, tills: TestTill[], rounds: Round[]) {
  const [{ booked }] = await source.query<[{ booked: number }]>(
    `SELECT count(*)::integer AS booked FROM document WHERE register_id = ANY($1) AND kind = 'sale'`,
    [tills.map(({ registerId }) => registerId)],
  );
  const sold = rounds.reduce((sum, { sales }) => sum + sales, 0);
  if (booked !== sold) throw new Error(`${sold} sales were sent, ${booked} are booked`);
}

function print(
  through: { http: Map<number, Round[]>; pgbench: Map<number, Round[]> },
  bare: Round[],
  fifties: Round[],
): void {
  const line = (words: string[]) =>
    console.log(words.map((word, n) => (n === 0 ? word.padEnd(36) : word.padStart(14))).join(''));
  line(['', ...CONNECTIONS.map((n) => `${n} conn.`)]);
  const row = (name: string, of: (connections: number) => number, digits = 0) =>
    line([name, ...CONNECTIONS.map((connections) => of(connections).toFixed(digits))]);
  const of = (table: Map<number, Round[]>, figure: (round: Round) => number) => (n: number) =>
    median((table.get(n) ?? []).map(figure));
  const speed = (round: Round) => round.salesASecond;
  row('HTTP sales/s', of(through.http, speed));
  row('pgbench sales/s', of(through.pgbench, speed));
  row(
    'ratio (goal 1.5 at 32, 2.5 at 256)',
    (n) => of(through.http, speed)(n) / of(through.pgbench, speed)(n),
    2,
  );
  row(
    'api CPU µs/sale',
    of(through.http, (round) => round.apiMicros ?? NaN),
  );
  row(
    'Postgres CPU µs/sale',
    of(through.http, (round) => round.postgresMicros),
  );
  row(
    'client CPU µs/sale',
    of(through.http, (round) => round.clientMicros ?? NaN),
  );
  row(
    'pgbench: Postgres µs/sale',
    of(through.pgbench, (round) => round.postgresMicros),
  );
  const whole = of(through.pgbench, speed)(32);
  console.log(
    `bare tables (no foreign keys, checks, triggers): ${median(bare.map(speed)).toFixed(0)} sales/s by pgbench at 32, ratio ${(median(bare.map(speed)) / whole).toFixed(2)}`,
  );
  console.log(
    `batches of 50 over 8 connections: ${median(fifties.map(speed)).toFixed(0)} sales/s, api ${median(fifties.map((round) => round.apiMicros ?? NaN)).toFixed(0)} µs (goal 100) and Postgres ${median(fifties.map((round) => round.postgresMicros)).toFixed(0)} µs (goal 160) of CPU a sale`,
  );
  console.log(`medians of ${ROUNDS} interleaved rounds; ${loadNow()}`);
}
