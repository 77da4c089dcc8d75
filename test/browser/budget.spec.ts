import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, signInAs, test } from './story';

const built = join(__dirname, '..', '..', 'dist', 'web');

interface Chunk {
  file: string;
  css?: string[];
  imports?: string[];
  dynamicImports?: string[];
}

/** What was built with a page: each page is built by itself. */
const manifestOf = (page: Page) =>
  JSON.parse(readFileSync(join(built, '.vite', `${page}.json`), 'utf8')) as Record<string, Chunk>;

type Page = 'main' | 'till' | 'slip' | 'gate' | 'declare' | 'tv' | 'f';

/* Opened from the board by itself: what it imports later counts as if it came at once. */
const loadedWith: Record<string, string[]> = {
  'src/board/board-screen.tsx': ['src/board/day-line-card.tsx'],
};

/** Every file that opening a page, and a route of it, fetches. */
function filesOf(page: Page, ...opened: string[]): { js: Set<string>; css: Set<string> } {
  const manifest = manifestOf(page);
  const js = new Set<string>();
  const css = new Set<string>();
  const take = (key: string) => {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`The build has no ${key}.`);
    if (js.has(chunk.file)) return;
    js.add(chunk.file);
    chunk.css?.forEach((file) => css.add(file));
    chunk.imports?.forEach(take);
    loadedWith[key]?.forEach(take);
  };
  [page === 'main' ? 'index.html' : `${page}/index.html`, ...opened].forEach(take);
  return { js, css };
}

const kilobytes = (files: Set<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(built, file))).length, 0) /
  1_000;

/* A till's other parts come behind its first screen. */
for (const { page, opens, jsKb, cssKb } of [
  { page: 'main', opens: ['src/board/board-screen.tsx'], jsKb: 170, cssKb: 15 },
  { page: 'main', opens: ['src/board/booth-screen.tsx'], jsKb: 170, cssKb: 20 },
  { page: 'main', opens: ['src/board/zone-screen.tsx'], jsKb: 170, cssKb: 20 },
  { page: 'main', opens: ['src/home/home-screen.tsx'], jsKb: 170, cssKb: 20 },
  { page: 'main', opens: ['src/my/my-screen.tsx'], jsKb: 260, cssKb: 20 },
  { page: 'main', opens: ['src/reports/reports-screen.tsx'], jsKb: 260, cssKb: 20 },
  { page: 'main', opens: ['src/compare/compare-screen.tsx'], jsKb: 170, cssKb: 20 },
  { page: 'main', opens: ['src/plan/plan-screen.tsx'], jsKb: 260, cssKb: 20 },
  { page: 'main', opens: ['src/people/own-screens.ts'], jsKb: 260, cssKb: 22 },
  { page: 'main', opens: ['src/tills/tills-screen.tsx'], jsKb: 260, cssKb: 20 },
  { page: 'till', opens: ['src/till/start.ts'], jsKb: 90, cssKb: 15 },
  { page: 'till', opens: ['src/till/sell/sell-screen.tsx'], jsKb: 90, cssKb: 15 },
  { page: 'slip', opens: [], jsKb: 90, cssKb: 15 },
  { page: 'gate', opens: [], jsKb: 90, cssKb: 15 },
  { page: 'declare', opens: [], jsKb: 75, cssKb: 15 },
  { page: 'tv', opens: [], jsKb: 110, cssKb: 15 },
  { page: 'f', opens: [], jsKb: 75, cssKb: 15 },
] as const) {
  const name = opens[0] ?? page;
  test(`${name} opens with at most ${jsKb} kB of script and ${cssKb} kB of style, compressed`, () => {
    const { js, css } = filesOf(page, ...opens);
    const sizes = { js: kilobytes(js), css: kilobytes(css) };
    console.log(`  ${name}: js ${sizes.js.toFixed(1)} kB, css ${sizes.css.toFixed(1)} kB gz`);
    expect(sizes.js).toBeLessThanOrEqual(jsKb);
    expect(sizes.css).toBeLessThanOrEqual(cssKb);
  });
}

test('a browser that opens the board fetches exactly the scripts that were weighed', async ({
  page,
  server,
  busyFairCode,
}) => {
  const fetched = new Set<string>();
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname.slice(1);
    if (path.startsWith('assets/') && path.endsWith('.js')) fetched.add(path);
  });
  await signInAs(page.context().request, server, 'organizer');
  await page.goto(`/board?fair=${busyFairCode}`);
  await expect(page.getByRole('slider')).toBeVisible();
  await expect(page.getByTestId('as-of')).toHaveAttribute('data-state', 'live');
  const { js } = filesOf('main', 'src/board/board-screen.tsx');
  /* What is below the fold comes once the rest is quiet; on a slow machine that may be by now. */
  const further = filesOf('main', 'src/board/further-pictures.tsx').js;
  const early = [...fetched].filter((file) => js.has(file) || !further.has(file));
  expect(early.sort()).toEqual([...js].sort());
});
