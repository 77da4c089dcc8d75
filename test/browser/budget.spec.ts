import { filesOf, kilobytes } from './page-weight';
import { expect, signInAs, test } from './story';

/* A till's other parts come behind its first screen. */
for (const { page, opens, jsKb, cssKb } of [
  { page: 'main', opens: ['src/board/board-screen.tsx'], jsKb: 170, cssKb: 15 },
  { page: 'main', opens: ['src/board/booth-screen.tsx'], jsKb: 170, cssKb: 20 },
  { page: 'main', opens: ['src/board/zone-screen.tsx'], jsKb: 170, cssKb: 20 },
  { page: 'main', opens: ['src/home/home-screen.tsx'], jsKb: 170, cssKb: 20 },
  { page: 'main', opens: ['src/my/my-screen.tsx'], jsKb: 260, cssKb: 20 },
  {
    page: 'main',
    opens: ['src/office.ts', 'src/reports/reports-screen.tsx'],
    jsKb: 260,
    cssKb: 20,
  },
  {
    page: 'main',
    opens: ['src/office.ts', 'src/compare/compare-screen.tsx'],
    jsKb: 170,
    cssKb: 20,
  },
  { page: 'main', opens: ['src/office.ts', 'src/plan/plan-screen.tsx'], jsKb: 260, cssKb: 20 },
  {
    page: 'main',
    opens: ['src/office.ts', 'src/suggest/suggest-screen.tsx'],
    jsKb: 260,
    cssKb: 20,
  },
  {
    page: 'main',
    opens: ['src/office.ts', 'src/delegations/delegations-screen.tsx'],
    jsKb: 260,
    cssKb: 20,
  },
  { page: 'main', opens: ['src/office.ts', 'src/people/own-screens.ts'], jsKb: 260, cssKb: 22 },
  { page: 'main', opens: ['src/office.ts', 'src/tills/tills-screen.tsx'], jsKb: 260, cssKb: 20 },
  { page: 'till', opens: ['src/till/start.ts'], jsKb: 90, cssKb: 15 },
  { page: 'till', opens: ['src/till/sell/sell-screen.tsx'], jsKb: 90, cssKb: 15 },
  { page: 'slip', opens: [], jsKb: 90, cssKb: 15 },
  { page: 'gate', opens: [], jsKb: 90, cssKb: 15 },
  { page: 'declare', opens: [], jsKb: 75, cssKb: 15 },
  { page: 'tv', opens: [], jsKb: 110, cssKb: 15 },
  { page: 'f', opens: [], jsKb: 90, cssKb: 15 },
  { page: 'verify', opens: [], jsKb: 80, cssKb: 15 },
  { page: 'apply', opens: [], jsKb: 90, cssKb: 15 },
] as const) {
  const name = opens.at(-1) ?? page;
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
