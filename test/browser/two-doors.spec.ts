import type { Page } from '@playwright/test';
import { FairServer } from '../fair-server';
import { SimulatedTill } from './simulated-till';
import { demoFair, expect, figure, signInAs, test } from './story';

const revenue = (page: Page) => page.getByTestId('kpi-revenue');

/** Waits until the revenue is exactly this; answers how long that took. */
async function untilRevenue(page: Page, vnd: number): Promise<string> {
  const startedMs = performance.now();
  await expect(revenue(page)).toHaveAttribute('data-value', String(vnd));
  return `${Math.round(performance.now() - startedMs)} ms`;
}

/* Two apis that share Postgres alone; days are moved, so it is a server of its own. */
test('two doors show one board, it outlives either, and a late sale of yesterday changes yesterday alone', async ({
  page,
  playwright,
}) => {
  test.setTimeout(240_000);
  const server = await FairServer.open({ apis: 2 });
  const organizer = await playwright.request.newContext();
  try {
    const [first = '', second = ''] = server.urls;
    await signInAs(organizer, server, 'organizer');
    await signInAs(page.context().request, server, 'official');
    const fair = await demoFair(organizer, server);
    const tills = [
      await SimulatedTill.enrol(organizer, first, fair.id, 0),
      await SimulatedTill.enrol(organizer, second, fair.id, 1),
    ] as const;
    const boardOf = (day = '') => `${second}/board?fair=${fair.code}${day && `&day=${day}`}`;
    await page.goto(boardOf());
    await expect(page.getByTestId('as-of')).toHaveAttribute('data-state', 'live');
    let soldVnd = await figure(page, 'kpi-revenue');

    soldVnd += tills[0].sell(2) + tills[1].sell(3);
    await Promise.all(tills.map((till) => till.send()));
    const tookBoth = await untilRevenue(page, soldVnd);
    await server.kill('api', 0);
    soldVnd += tills[1].sell(1);
    await tills[1].send();
    const tookOne = await untilRevenue(page, soldVnd);
    console.log(`  board after sales at both doors: ${tookBoth}, with one killed: ${tookOne}`);

    const lateVnd = tills[1].sell(7);
    await server.moveClock('2025-11-21T10:00:00+07:00');
    await page.goto(boardOf());
    await untilRevenue(page, 0);
    const yesterday = await page.context().newPage();
    await yesterday.goto(boardOf('2025-11-20'));
    await untilRevenue(yesterday, soldVnd);
    await tills[1].send();
    await yesterday.reload();
    await untilRevenue(yesterday, soldVnd + lateVnd);
    const morning = await SimulatedTill.enrol(organizer, second, fair.id, 2);
    const todayVnd = morning.sell(1);
    await morning.send();
    await untilRevenue(page, todayVnd);
    await yesterday.reload();
    await untilRevenue(yesterday, soldVnd + lateVnd);
  } finally {
    await organizer.dispose();
    await server.close();
  }
});
