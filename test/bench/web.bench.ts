import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { projectFolder } from '../../tools/machine/project-folder';
import { BrowserBench, slowDown, SLOWER } from './browser-bench';
import { line, loadNow, median, percentile } from './figures';

const execute = promisify(execFile);

const LIGHTHOUSE = '12.8.2';
const SALES = { plain: 200, slower: 60 };
const A_ROUND = 20;
const LOADS = 3;
const JUDGEMENTS = 5;

/* The page itself looks at its clock: from the tap that takes the money to the word that it is done. */
const WATCH_SALES = `(() => {
  window.benchSales = [];
  let tappedAt = null;
  addEventListener('click', (event) => {
    if (event.target.closest('button')?.textContent.includes('Đã nhận tiền')) tappedAt = performance.now();
  }, true);
  new MutationObserver(() => {
    if (tappedAt === null || !document.querySelector('[data-testid="done"]')) return;
    window.benchSales.push(performance.now() - tappedAt);
    tappedAt = null;
  }).observe(document, { childList: true, subtree: true });
})()`;

/* From the start of the opening until the first thing that can be sold stands on the screen. */
const WATCH_TILES = `new MutationObserver((_, watch) => {
  if (!document.querySelector('[data-testid="tile"]')) return;
  window.benchTilesAt = performance.now();
  watch.disconnect();
}).observe(document, { childList: true, subtree: true })`;

/* What a phone's disk lets anyone do: one record of a sale's size, put and promised to be kept. */
const bareCommits = (count: number) => `(async () => {
  const db = await new Promise((done, fail) => {
    const asked = indexedDB.open('bench-limit', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('records', { autoIncrement: true });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const took = [];
  for (let n = 0; n < ${count}; n += 1) {
    const startedAt = performance.now();
    const tx = db.transaction('records', 'readwrite', { durability: 'strict' });
    tx.objectStore('records').put({ text: 'x'.repeat(1500), hash: 'y'.repeat(64) });
    await new Promise((done, fail) => { tx.oncomplete = done; tx.onerror = () => fail(tx.error); });
    took.push(performance.now() - startedAt);
  }
  db.close();
  return took;
})()`;

const LARGEST_PAINT = `new Promise((done) => {
  new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
    .observe({ type: 'largest-contentful-paint', buffered: true });
})`;

const parts: Record<string, (bench: BrowserBench) => Promise<void>> = {
  sales: (bench) => bench.withPhone((page) => measureSales(bench, page)),
  reopening: (bench) => bench.withPhone((page) => measureReload(bench, page)),
  first: measureFirstLoads,
  lighthouse: measureLighthouse,
};

/** The timed budgets of the screens, in a real browser: printed, and judged by a person. */
export async function run(wished: readonly string[]): Promise<void> {
  const unknown = wished.find((part) => !(part in parts));
  if (unknown !== undefined) {
    throw new Error(`No part is called "${unknown}"; these are: ${Object.keys(parts).join(', ')}.`);
  }
  console.log(`before: ${loadNow()}`);
  const bench = await BrowserBench.open();
  try {
    for (const [name, measure] of Object.entries(parts)) {
      if (wished.length === 0 || wished.includes(name)) await measure(bench);
    }
  } finally {
    await bench.close();
  }
  console.log(`after: ${loadNow()}`);
}

async function enrolTill(bench: BrowserBench, page: Page): Promise<void> {
  const { server, organizer, fair } = bench;
  const at = `/api/fairs/${fair.id}/registers`;
  const registers = await organizer.post<{ id: string }[]>(at);
  const { code } = await organizer.post<{ code: string }>(
    `${at}/${registers[0]?.id}/enrolment-codes`,
  );
  await page.addInitScript(WATCH_SALES);
  await page.goto(`${server.url}/till/#code=${code}`);
  await page.getByRole('button', { name: 'Ghép máy này' }).click();
  await page.getByRole('button', { name: 'Bắt đầu' }).click();
  await page.getByLabel('Tên người bán').fill('Nguyễn Thị Lan');
  await page.getByRole('button', { name: 'Vào bán hàng' }).click();
  await page.getByRole('button', { name: /^500\.000/ }).click();
  await page.getByRole('button', { name: 'Mở ca' }).click();
  await page.getByTestId('tile').first().waitFor();
}

async function sellOnce(page: Page): Promise<void> {
  await page.getByTestId('tile').first().tap();
  /* Goods by weight ask how much first. */
  const add = page.getByRole('button', { name: /^Thêm vào đơn/ });
  if (await add.isVisible()) await add.tap();
  await page.getByTestId('bar-total').tap();
  await page.getByRole('button', { name: 'Thu tiền' }).tap();
  await page.getByRole('button', { name: 'Vừa đủ' }).tap();
  await page.getByRole('button', { name: 'Đã nhận tiền' }).tap();
  await page.getByTestId('done').waitFor();
  await page.getByRole('button', { name: 'Đơn mới' }).tap();
  await page.getByTestId('done').waitFor({ state: 'hidden' });
}

/* Sales and bare commits take turns, so that both meet the same machine. */
async function measureSales(bench: BrowserBench, page: Page): Promise<void> {
  await enrolTill(bench, page);
  line('a sale, from the tap to "done" (ms)', 'p50', 'p95', 'bare p50', 'bare p95', 'ratio p95');
  for (const [name, times, count] of [
    ['  as it is', 1, SALES.plain],
    [`  processor ${SLOWER} times slower`, SLOWER, SALES.slower],
  ] as const) {
    await slowDown(page, times);
    await page.evaluate('window.benchSales.length = 0');
    const bare: number[] = [];
    for (let sold = 0; sold < count; sold += A_ROUND) {
      for (let n = 0; n < A_ROUND; n += 1) await sellOnce(page);
      bare.push(...(await page.evaluate<number[]>(bareCommits(A_ROUND))));
    }
    const sales = await page.evaluate<number[]>('window.benchSales');
    const [p50, p95] = [percentile(sales, 0.5), percentile(sales, 0.95)];
    const [bare50, bare95] = [percentile(bare, 0.5), percentile(bare, 0.95)];
    const figures = [p50, p95, bare50, bare95].map((figure) => figure.toFixed(1));
    line(`${name}, ${sales.length} sales`, ...figures, (p95 / bare95).toFixed(2));
  }
  console.log('  goal: p95 at most 100 ms');
}

async function measureReload(bench: BrowserBench, page: Page): Promise<void> {
  await enrolTill(bench, page);
  await page.addInitScript(WATCH_TILES);
  const reload = async () => {
    await page.reload({ waitUntil: 'commit' });
    await page.getByTestId('tile').first().waitFor();
    return page.evaluate<number>('window.benchTilesAt');
  };
  const timed = async () => {
    const took: number[] = [];
    for (let n = 0; n < 5; n += 1) took.push(await reload());
    return percentile(took, 0.5);
  };
  line('the till opened again, to its tiles (ms)', 'median of 5');
  line('  with the network', (await timed()).toFixed(0));
  const isKept = await page.evaluate('Boolean(navigator.serviceWorker?.controller)');
  if (isKept) {
    await page.context().setOffline(true);
    line('  without, goal 1000', (await timed()).toFixed(0));
  } else {
    console.log('  without: no service worker keeps the pages of this till, so it cannot open.');
  }
}

async function measureFirstLoads(bench: BrowserBench): Promise<void> {
  const { fair, server } = bench;
  line(`first opening, processor ${SLOWER} times slower (ms)`, 'largest paint');
  for (const { path, as, isPhone } of [
    { path: `/board?fair=${fair.code}`, as: 'organizer' },
    { path: `/plan?fair=${fair.code}`, as: 'organizer' },
    { path: `/reports?fair=${fair.code}`, as: 'organizer' },
    { path: `/my?fair=${fair.code}`, as: 'exhibitor', isPhone: true },
    { path: `/gate/?fair=${fair.code}`, as: 'gate', isPhone: true },
    { path: '/till/', isPhone: true },
  ] as const) {
    const took: number[] = [];
    for (let n = 0; n < LOADS; n += 1) {
      const page = await bench.page(as, isPhone);
      await slowDown(page, SLOWER);
      await page.goto(`${server.url}${path}`, { waitUntil: 'networkidle' });
      took.push(await page.evaluate<number>(LARGEST_PAINT));
      await page.context().close();
    }
    line(`  ${path.replace(/\?.*/, '')}`, percentile(took, 0.5).toFixed(0));
  }
}

/* 174 MB that only this measure needs: fetched into a folder of its own, and kept there. */
async function lighthouse(): Promise<string> {
  const folder = join(projectFolder, '.phien', `lighthouse-${LIGHTHOUSE}`);
  const program = join(folder, 'node_modules', 'lighthouse', 'cli', 'index.js');
  if (existsSync(program)) return program;
  console.log(`Lighthouse ${LIGHTHOUSE} is fetched once, 174 MB.`);
  mkdirSync(folder, { recursive: true });
  await execute('npm', [
    ...['install', '--prefix', folder, '--no-audit', '--no-fund'],
    `lighthouse@${LIGHTHOUSE}`,
  ]);
  return program;
}

interface LighthouseAnswer {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { numericValue?: number }>;
  environment: { benchmarkIndex: number };
}

async function measureLighthouse({ server, chromiumPath }: BrowserBench): Promise<void> {
  let program: string;
  try {
    program = await lighthouse();
  } catch (failure) {
    const words = String((failure as { stderr?: string }).stderr ?? failure).trim();
    console.log(
      `Lighthouse could not be fetched, so it did not judge: ${words.split('\n').at(-1)}`,
    );
    return;
  }
  const folder = join(projectFolder, '.phien', `lighthouse-${LIGHTHOUSE}`);
  line(
    `Lighthouse, mobile, medians of ${JUDGEMENTS}`,
    'performance',
    'accessibility',
    'best practices',
    'LCP / TBT ms',
    'CLS',
    'this machine',
  );
  for (const path of ['/till/', '/']) {
    const file = join(folder, 'answer.json');
    const answers: LighthouseAnswer[] = [];
    while (answers.length < JUDGEMENTS) {
      await execute(
        process.execPath,
        [
          ...[program, `${server.url}${path}`, '--quiet', '--output=json', `--output-path=${file}`],
          '--chrome-flags=--headless=new --no-sandbox --disable-gpu --disable-background-networking',
          '--only-categories=performance,accessibility,best-practices',
        ],
        { env: { ...process.env, CHROME_PATH: chromiumPath } },
      );
      answers.push(JSON.parse(readFileSync(file, 'utf8')) as LighthouseAnswer);
    }
    const middle = (of: (answer: LighthouseAnswer) => number) => median(answers.map(of));
    const score = (name: string) =>
      middle(({ categories }) => (categories[name]?.score ?? NaN) * 100).toFixed(0);
    const value = (name: string) => middle(({ audits }) => audits[name]?.numericValue ?? NaN);
    line(
      `  ${path}`,
      ...['performance', 'accessibility', 'best-practices'].map(score),
      `${value('largest-contentful-paint').toFixed(0)} / ${value('total-blocking-time').toFixed(0)}`,
      value('cumulative-layout-shift').toFixed(3),
      middle(({ environment }) => environment.benchmarkIndex).toFixed(0),
    );
  }
  console.log(
    '  this machine: how fast Lighthouse found it; it takes 1500 for a desktop, and slows',
  );
  console.log('  it down four times to be a phone');
  console.log('  goal: performance of the till at least 90');
}
