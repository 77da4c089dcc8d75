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

const manifest = JSON.parse(readFileSync(join(built, '.vite', 'manifest.json'), 'utf8')) as Record<
  string,
  Chunk
>;

/* Opened from the board by itself: what it imports later counts as if it came at once. */
const loadedWith: Record<string, string[]> = {
  'src/board/board-screen.tsx': ['src/board/day-line-card.tsx'],
};

/** Every file that opening a route of a page fetches. */
function filesOf(route: string, page = 'index.html'): { js: Set<string>; css: Set<string> } {
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
  take(page);
  take(route);
  return { js, css };
}

const kilobytes = (files: Set<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(built, file))).length, 0) /
  1_000;

for (const { route, jsKb, cssKb } of [
  { route: 'src/board/board-screen.tsx', jsKb: 170, cssKb: 15 },
  { route: 'src/home/home-screen.tsx', jsKb: 170, cssKb: 15 },
]) {
  test(`${route} opens with at most ${jsKb} kB of script and ${cssKb} kB of style, compressed`, () => {
    const { js, css } = filesOf(route);
    const sizes = { js: kilobytes(js), css: kilobytes(css) };
    console.log(`  ${route}: js ${sizes.js.toFixed(1)} kB, css ${sizes.css.toFixed(1)} kB gz`);
    expect(sizes.js).toBeLessThanOrEqual(jsKb);
    expect(sizes.css).toBeLessThanOrEqual(cssKb);
  });
}

/* A till's other parts come behind its first screen. */
for (const { page, route, jsKb, cssKb } of [
  { page: 'till/index.html', route: 'src/till/start.ts', jsKb: 90, cssKb: 15 },
  { page: 'till/index.html', route: 'src/till/sell/sell-screen.tsx', jsKb: 90, cssKb: 15 },
  { page: 'slip/index.html', route: 'slip/index.html', jsKb: 90, cssKb: 15 },
]) {
  test(`/${page} with ${route} opens with at most ${jsKb} kB of script`, () => {
    const { js, css } = filesOf(route, page);
    const sizes = { js: kilobytes(js), css: kilobytes(css) };
    console.log(`  ${route}: js ${sizes.js.toFixed(1)} kB, css ${sizes.css.toFixed(1)} kB gz`);
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
  const { js } = filesOf('src/board/board-screen.tsx');
  expect([...fetched].sort()).toEqual([...js].sort());
});
