import { identityEntities } from '@phien/identity';
import { makeFair, planningEntities } from '@phien/planning';
import { openPostgres } from '@phien/store';
import type { Page } from '@playwright/test';
import { BrowserBench, slowDown, SLOWER } from './browser-bench';
import { line, loadNow, percentile } from './figures';

const BOOTHS = 460;
const EXHIBITORS = 300;
const IN_A_ROW = 46;
const STEPS = 60;
const PULLED = 40;
const ROUNDS = 3;

/* Frames of the page itself, from the first step of a gesture to the last. */
const START_FRAMES = `(() => {
  window.benchFrames = [];
  const tick = (now) => { window.benchFrames?.push(now); if (window.benchFrames) requestAnimationFrame(tick); };
  requestAnimationFrame(tick);
})()`;
const END_FRAMES = `(() => { const frames = window.benchFrames; window.benchFrames = null; return frames; })()`;

/* The limit: as many plain rectangles, moved by the browser alone. */
const BARE_PLAN = `<body style="margin:0;overflow:hidden"><div id="stage" style="will-change:transform"><svg width="1200" height="700" viewBox="0 0 13800 6000">${Array.from(
  { length: BOOTHS },
  (_, n) =>
    `<rect x="${(n % IN_A_ROW) * 300}" y="${Math.floor(n / IN_A_ROW) * 600}" width="300" height="300" fill="#fff" stroke="#5f6f6a" stroke-width="6"/>`,
).join('')}</svg></div><script>
let at = 0;
addEventListener('pointermove', () => { at += 4; stage.style.transform = 'translate(' + (at % 200) + 'px,0)'; });
addEventListener('wheel', () => { at += 1; stage.style.transform = 'scale(' + (1 + (at % 40) / 40) + ')'; });
</script></body>`;

type Gesture = (page: Page, x: number, y: number) => Promise<void>;

const pan: Gesture = async (page, x, y) => {
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let n = 1; n <= STEPS; n += 1) {
    await page.mouse.move(x + 200 * Math.sin(n / 8), y + 100 * Math.sin(n / 11));
  }
  await page.mouse.up();
};

const zoom: Gesture = async (page, x, y) => {
  await page.mouse.move(x, y);
  for (let n = 1; n <= STEPS; n += 1) await page.mouse.wheel(0, n % 30 < 15 ? -60 : 60);
};

/** The plan of 460 booths under the hand, with the processor four times slower. */
export async function run(): Promise<void> {
  console.log(`before: ${loadNow()}`);
  const bench = await BrowserBench.open();
  try {
    const fairCode = await largeFair(bench);
    const page = await bench.page('organizer');
    await page.goto(`${bench.server.url}/plan?fair=${fairCode}`);
    await page
      .locator('[data-booth]')
      .nth(BOOTHS - 1)
      .waitFor({ state: 'attached' });
    const bare = await bench.page();
    await bare.setContent(BARE_PLAN);
    await slowDown(page, SLOWER);
    await slowDown(bare, SLOWER);
    line(`${BOOTHS} booths, frames a second`, 'median', 'slowest', 'bare plan', 'ratio');
    for (const [name, gesture] of [
      ['  pan', pan],
      ['  zoom by wheel', zoom],
    ] as const) {
      await compare(name, page, bare, gesture);
    }
    await compareDrag(page, bare);
    await page.goto(`${bench.server.url}/plan/edit?fair=${fairCode}`);
    await page
      .locator('[data-booth]')
      .nth(BOOTHS - 1)
      .waitFor({ state: 'attached' });
    await compareEditing(page, bare);
    console.log('  goal: at least 40');
  } finally {
    await bench.close();
  }
  console.log(`after: ${loadNow()}`);
}

/* A whole hall: ten rows, most of them given, in which the demo's organizer may work. */
async function largeFair({ server, fair }: BrowserBench): Promise<string> {
  const source = await openPostgres(server.databaseUrl, [...identityEntities, ...planningEntities]);
  try {
    const made = await makeFair(source.manager, { booths: BOOTHS, exhibitors: EXHIBITORS });
    await source.query(
      `UPDATE booth SET x_cm = 400 + (n % $2) * 300, y_cm = 600 + (n / $2) * 600
       FROM (SELECT id AS placed, row_number() OVER (ORDER BY zone_id, code)::integer - 1 AS n FROM booth WHERE fair_id = $1) AS place
       WHERE fair_id = $1 AND id = placed`,
      [made.fairId, IN_A_ROW],
    );
    await source.query(`UPDATE fair SET hall_width_cm = $2, hall_depth_cm = $3 WHERE id = $1`, [
      made.fairId,
      IN_A_ROW * 300 + 800,
      (BOOTHS / IN_A_ROW) * 600 + 1200,
    ]);
    await source.query(
      `INSERT INTO role_grant (fair_id, account_id, role, granted_at)
       SELECT $1, account_id, role, granted_at FROM role_grant WHERE fair_id = $2 AND role = 'organizer'`,
      [made.fairId, fair.id],
    );
    return made.code;
  } finally {
    await source.destroy();
  }
}

async function framesOf(page: Page, act: () => Promise<void>): Promise<number[]> {
  await page.bringToFront();
  await page.evaluate(START_FRAMES);
  await act();
  const times = await page.evaluate<number[]>(END_FRAMES);
  return times.slice(1).map((time, n) => 1_000 / (time - (times[n] ?? 0)));
}

async function compare(name: string, page: Page, bare: Page, gesture: Gesture): Promise<void> {
  const rates: { plan: number[]; bare: number[] } = { plan: [], bare: [] };
  for (let round = 0; round < ROUNDS; round += 1) {
    const box = await page.getByTestId('plan-picture').boundingBox();
    if (!box) throw new Error('The plan is not on the screen.');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    rates.plan.push(...(await framesOf(page, () => gesture(page, x, y))));
    rates.bare.push(...(await framesOf(bare, () => gesture(bare, 600, 350))));
  }
  print(name, rates.plan, rates.bare);
}

/* An exhibitor's row is pulled over the plan, booth by booth. */
async function compareDrag(page: Page, bare: Page): Promise<void> {
  const rates: { plan: number[]; bare: number[] } = { plan: [], bare: [] };
  const row = page.getByRole('listbox', { name: 'Đơn vị tham gia' }).getByRole('option').first();
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = await row.boundingBox();
    const plan = await page.getByTestId('plan-picture').boundingBox();
    if (!from || !plan) throw new Error('The list or the plan is not on the screen.');
    const over: Gesture = async (seen) => {
      await seen.mouse.move(from.x + 60, from.y + from.height / 2);
      await seen.mouse.down();
      for (let n = 1; n <= STEPS; n += 1) {
        await seen.mouse.move(
          plan.x + (plan.width * n) / (STEPS + 1),
          plan.y + plan.height * (0.3 + 0.4 * Math.abs(Math.sin(n / 9))),
        );
      }
      await seen.keyboard.press('Escape');
      await seen.mouse.up();
    };
    rates.plan.push(...(await framesOf(page, () => over(page, 0, 0))));
    rates.bare.push(...(await framesOf(bare, () => over(bare, 0, 0))));
  }
  print('  an exhibitor pulled over the plan', rates.plan, rates.bare);
}

/* Forty booths, chosen by a frame, are pulled over the drawing; each round is taken back. */
async function compareEditing(page: Page, bare: Page): Promise<void> {
  const rates: { plan: number[]; bare: number[] } = { plan: [], bare: [] };
  const at = async (nth: number) => {
    const box = await page.locator('[data-booth]').nth(nth).boundingBox();
    if (!box) throw new Error('The drawing is not on the screen.');
    return box;
  };
  const [first, last] = [await at(0), await at(PULLED - 1)];
  await page.mouse.move(first.x + 2, first.y - 3);
  await page.mouse.down();
  await page.mouse.move(last.x + last.width / 2, last.y + last.height / 2, { steps: 4 });
  await page.mouse.up();
  await page.getByTestId('inspector').getByText(`${PULLED} gian`).waitFor();
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = await at(PULLED / 2);
    const pull: Gesture = async (seen, x, y) => {
      await seen.mouse.move(x, y);
      await seen.mouse.down();
      for (let n = 1; n <= STEPS; n += 1) {
        await seen.mouse.move(x + 150 * Math.sin(n / 8), y + 80 * Math.sin(n / 11));
      }
    };
    const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
    rates.plan.push(...(await framesOf(page, () => pull(page, x, y))));
    await page.keyboard.press('Escape');
    await page.mouse.up();
    rates.bare.push(...(await framesOf(bare, () => pull(bare, 600, 350))));
    await bare.mouse.up();
  }
  print(`  ${PULLED} booths pulled on the drawing`, rates.plan, rates.bare);
}

function print(name: string, plan: number[], bare: number[]): void {
  const [median, bareMedian] = [percentile(plan, 0.5), percentile(bare, 0.5)];
  line(
    name,
    median.toFixed(1),
    percentile(plan, 0.05).toFixed(1),
    bareMedian.toFixed(1),
    (median / bareMedian).toFixed(2),
  );
}
