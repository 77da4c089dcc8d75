import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { SimulatedTill } from './simulated-till';
import { demoFair, expect, figure, signInAs, test } from './story';

/** Waits until a key figure holds exactly this; answers how long that took. */
async function untilFigure(page: Page, testId: string, value: number): Promise<number> {
  const started = performance.now();
  await expect(page.getByTestId(testId)).toHaveAttribute('data-value', String(value));
  return performance.now() - started;
}

for (const path of ['board', 'plan']) {
  test(`/${path} asks again for its line when the server was too busy to watch`, async ({
    page,
    server,
  }) => {
    await signInAs(page.context().request, server, 'organizer');
    const fair = await demoFair(page.context().request, server);
    let refused = 0;
    await page.routeWebSocket(/\/socket\.io\//, (line) => {
      const beyond = line.connectToServer();
      line.onMessage((words) => {
        /* A word of socket.io that asks for an answer: kind, namespace, number, what was said. */
        const [, number] = /^42\/board,(\d+)\["watch"/.exec(String(words)) ?? [];
        if (number === undefined || refused > 0) return beyond.send(words);
        refused += 1;
        line.send(`43/board,${number}[{"ok":false,"code":"busy"}]`);
      });
    });
    await page.goto(`/${path}?fair=${fair.code}`);
    await expect(page.getByTestId('as-of')).toHaveAttribute('data-state', 'live');
    expect(refused).toBe(1);
  });
}

test('the board moves by exactly what is sold and counted, says when it is stale, and is exact again', async ({
  page,
  server,
  playwright,
}) => {
  const organizer = await playwright.request.newContext();
  const gate = await playwright.request.newContext();
  await signInAs(organizer, server, 'organizer');
  await signInAs(gate, server, 'gate');
  await signInAs(page.context().request, server, 'official');
  const fair = await demoFair(organizer, server);
  const till = await SimulatedTill.enrol(organizer, server.url, fair.id);

  await page.goto(`/board?fair=${fair.code}`);
  await expect(page.getByTestId('as-of')).toHaveAttribute('data-state', 'live');
  const before = {
    revenue: await figure(page, 'kpi-revenue'),
    sales: await figure(page, 'kpi-sales'),
    visits: await figure(page, 'kpi-visits'),
  };

  const firstVnd = till.sell(2);
  await till.send();
  const saleMs = await untilFigure(page, 'kpi-revenue', before.revenue + firstVnd);
  await untilFigure(page, 'kpi-sales', before.sales + 1);

  const gates = await gate.get(`${server.url}/api/fairs/${fair.id}/gates`);
  const [mainGate] = (await gates.json()) as { id: string }[];
  const counted = await gate.post(
    `${server.url}/api/fairs/${fair.id}/gates/${mainGate?.id}/counts`,
    {
      data: {
        deviceId: randomUUID(),
        epoch: 1,
        sequence: 1,
        entries: 5,
        exits: 0,
        undoneEntries: 0,
        undoneExits: 0,
        countedAt: new Date().toISOString(),
      },
    },
  );
  expect(counted.ok(), await counted.text()).toBe(true);
  const visitsMs = await untilFigure(page, 'kpi-visits', before.visits + 5);
  const ms = (value: number) => `${Math.round(value)} ms`;
  console.log(`  board after a sale: ${ms(saleMs)}, after 5 visits: ${ms(visitsMs)}`);

  await server.kill('api');
  const secondVnd = till.sell(3);
  await expect(page.getByTestId('stale-bar')).toBeVisible();
  await expect(page.getByTestId('stale-bar').getByRole('status')).not.toHaveCSS(
    'background-color',
    'rgba(0, 0, 0, 0)',
  );
  await expect(page.getByTestId('stale-bar')).toContainText(/Mất kết nối từ \d\d:\d\d/);
  expect(await figure(page, 'kpi-revenue')).toBe(before.revenue + firstVnd);

  await server.start('api');
  await till.send();
  const thirdVnd = till.sell(1);
  await till.send();
  await expect(page.getByTestId('stale-bar')).toBeHidden({ timeout: 60_000 });
  await untilFigure(page, 'kpi-revenue', before.revenue + firstVnd + secondVnd + thirdVnd);
  await untilFigure(page, 'kpi-sales', before.sales + 3);
  await untilFigure(page, 'kpi-visits', before.visits + 5);
  await expect(page.getByTestId('as-of')).toHaveAttribute('data-state', 'live');

  await organizer.dispose();
  await gate.dispose();
});
