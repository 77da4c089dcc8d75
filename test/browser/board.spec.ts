import type { APIRequestContext, Page } from '@playwright/test';
import { judge } from './judge';
import { openFair } from './open-fair';
import { csvOf } from './saved-csv';
import { SimulatedTill } from './simulated-till';
import { demoFair, expect, figure, signInAs, test } from './story';

interface Place {
  id: string;
  zoneCode: string;
  exhibitorId: string;
}

async function read<Answer>(request: APIRequestContext, url: string): Promise<Answer> {
  const answer = await request.get(url);
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as Answer;
}

/** The registers of a fair in the order of their list, each with the code of its zone. */
async function placesOf(request: APIRequestContext, fairUrl: string): Promise<Place[]> {
  type Row = { id: string; boothId: string; exhibitorId: string };
  const registers = await read<Row[]>(request, `${fairUrl}/registers`);
  const booths = await read<{ id: string; zoneId: string }[]>(request, `${fairUrl}/booths`);
  const zones = await read<{ id: string; code: string }[]>(request, `${fairUrl}/zones`);
  const zoneOf = new Map(booths.map(({ id, zoneId }) => [id, zoneId]));
  const codeOf = new Map(zones.map(({ id, code }) => [id, code]));
  return registers.map(({ id, boothId, exhibitorId }) => ({
    id,
    exhibitorId,
    zoneCode: codeOf.get(zoneOf.get(boothId) ?? '') ?? '',
  }));
}

async function untilRevenue(page: Page, vnd: number): Promise<void> {
  await expect(page.getByTestId('kpi-revenue')).toHaveAttribute('data-value', String(vnd));
}

test.describe('an organizer with a fair in which two zones sell', () => {
  let organizer: APIRequestContext;
  let fairUrl: string;
  let inZone1: SimulatedTill;
  let inZone2: SimulatedTill;
  let soldInZone1 = 0;
  let soldInZone2 = 0;

  test.beforeAll(async ({ playwright, server }) => {
    organizer = await playwright.request.newContext();
    await signInAs(organizer, server, 'organizer');
    const { id, ...opened } = await openFair(organizer, server.url, {
      code: 'loc-bang',
      nameVi: 'Hội chợ lọc bảng số liệu',
      nameEn: 'Fair of filters',
      days: 3,
    });
    fairUrl = opened.fairUrl;
    for (const door of ['registers', 'gates']) {
      const made = await organizer.post(`${fairUrl}/${door}`);
      expect(made.ok(), await made.text()).toBe(true);
    }
    const places = await placesOf(organizer, fairUrl);
    const at = (zone: string) => places.findIndex(({ zoneCode }) => zoneCode === zone);
    inZone1 = await SimulatedTill.enrol(organizer, server.url, id, at('1'));
    inZone2 = await SimulatedTill.enrol(organizer, server.url, id, at('2'));
    soldInZone1 += inZone1.sell(3);
    soldInZone2 += inZone2.sell(5);
    await inZone1.send();
    await inZone2.send();
  });

  test.afterAll(() => organizer.dispose());

  test('filters a zone by keyboard, keeps it in the address, and sees only its sales come in', async ({
    page,
    server,
  }) => {
    await signInAs(page.context().request, server, 'organizer');
    await page.goto('/board?fair=loc-bang');
    await expect(page.getByTestId('as-of')).toHaveAttribute('data-state', 'live');
    await untilRevenue(page, soldInZone1 + soldInZone2);

    await page.getByRole('button', { name: 'Khu: tất cả' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(page).toHaveURL(/[?&]zone=1(&|$)/);
    await untilRevenue(page, soldInZone1);
    await expect(page.getByText('Toàn hội chợ: cổng không đếm theo khu')).toBeVisible();
    await judge(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Khu: 1' })).toBeFocused();

    await page.reload();
    await untilRevenue(page, soldInZone1);
    await expect(page.getByRole('button', { name: 'Khu: 1' })).toBeVisible();
    await expect(page.getByTestId('as-of')).toHaveAttribute('data-state', 'live');

    soldInZone2 += inZone2.sell(2);
    await inZone2.send();
    soldInZone1 += inZone1.sell(1);
    await inZone1.send();
    await untilRevenue(page, soldInZone1);

    await page.getByRole('button', { name: 'Khu: 1' }).click();
    await page.getByRole('button', { name: 'Bỏ chọn' }).click();
    await expect(page).not.toHaveURL(/zone=/);
    await untilRevenue(page, soldInZone1 + soldInZone2);
  });

  test('reads every booth on the plan with the arrow keys, and all of them as a table', async ({
    page,
    server,
  }) => {
    await signInAs(page.context().request, server, 'organizer');
    await page.goto('/board?fair=loc-bang');
    await expect(page.getByTestId('kpi-sales')).toBeVisible();
    await page.getByRole('contentinfo').or(page.locator('footer')).first().scrollIntoViewIfNeeded();
    const plan = page.getByRole('slider', { name: 'Gian đang đọc' });
    await plan.focus();
    await page.keyboard.press('Home');
    await expect(plan).toHaveAttribute('aria-valuetext', /^Gian .*: hạng 1, .*₫$/);
    await page.keyboard.press('Enter');
    await expect(page.getByText('Hạng 1 trên 2 gian đang bán').first()).toBeVisible();
    await page.keyboard.press('ArrowRight');
    await expect(plan).not.toHaveAttribute('aria-valuetext', /: hạng 1,/);
    await expect(page.getByRole('list', { name: 'Chú giải màu' })).toContainText('chưa bán');
    const map = page.getByRole('slider', { name: 'Tỉnh, thành đang đọc' });
    await expect(map).toHaveAttribute('aria-valuetext', /^Quảng Ninh \(tỉnh nhà\): [1-9]/);
    await map.focus();
    await page.keyboard.press('ArrowLeft');
    await expect(map).toHaveAttribute('aria-valuetext', /^Bắc Ninh: /);
    await expect(page.getByText('Trường Sa (Khánh Hòa)')).toBeVisible();
    await judge(page);

    await page.getByRole('button', { name: 'Sơ đồ theo mức bán: xem bảng' }).click();
    await expect(page.getByRole('columnheader', { name: 'Hạng doanh thu' })).toBeVisible();
    const csv = await csvOf(page, 'Sơ đồ theo mức bán');
    expect(csv[0]).toBe('\uFEFFHội chợ,Hội chợ lọc bảng số liệu,loc-bang');
    expect(csv.join('\n')).toMatch(
      /\n"Từ ngày, đến ngày",2025-11-20,2025-11-20\nBộ lọc,không lọc\nTính đến,2025-11-20 /,
    );
    const head = csv.findIndex((line) => line.startsWith('Gian,'));
    expect(csv[head]).toMatch(/,Doanh thu \(đồng\),Doanh thu\/m² \(đồng\),Giao dịch$/);
    const amounts = csv.slice(head + 1, head + 3).map((line) => Number(line.split(',').at(-3)));
    expect(amounts.reduce((sum, vnd) => sum + vnd, 0)).toBe(await figure(page, 'kpi-revenue'));
    await page.setViewportSize({ width: 360, height: 800 });
    await judge(page);
  });

  test('reads who was not heard from, and how the same day of the last fair stood', async ({
    page,
    server,
  }) => {
    const openEarlier = async (code: string, nameVi: string, startsOn: string) => {
      const { id: earlierId, fairUrl: earlierUrl } = await openFair(organizer, server.url, {
        ...{ code, nameVi, nameEn: nameVi },
        startsOn,
        days: 3,
      });
      await organizer.post(`${earlierUrl}/registers`);
      const late = await SimulatedTill.enrol(organizer, server.url, earlierId);
      late.sell(1);
      await late.send();
      const lateSales = async () =>
        (await read<{ sales: { count: number } }>(organizer, `${earlierUrl}/board?day=2025-11-20`))
          .sales.count;
      await expect.poll(lateSales).toBe(1);
    };
    await openEarlier('ky-truoc', 'Hội chợ kỳ trước', '2025-11-10');
    await openEarlier('ky-truoc-nua', 'Hội chợ kỳ trước nữa', '2025-11-05');
    await signInAs(page.context().request, server, 'organizer');
    await page.goto('/board?fair=loc-bang');
    await page.locator('footer').scrollIntoViewIfNeeded();
    await expect(page.getByText('Kỳ trước, ngày thứ 2: 0')).toHaveCount(3);
    await page.getByRole('button', { name: /^Doanh thu.*con số này là gì/ }).click();
    await expect(page.getByText(/^Gian chưa báo: \d+\/160$/)).toBeVisible();
    await expect(page.getByText(/^Kỳ trước: Hội chợ kỳ trước\. Mức so: 0/)).toBeVisible();
    await judge(page);
    const choice = page.getByRole('combobox', { name: 'So với' });
    const older = choice.getByRole('option', { name: /^Hội chợ kỳ trước nữa/ });
    await choice.selectOption(await older.getAttribute('value'));
    await expect(page.getByText(/^Kỳ đã chọn: Hội chợ kỳ trước nữa\. Mức so: 0/)).toBeVisible();
    await page.reload();
    await page.locator('footer').scrollIntoViewIfNeeded();
    await expect(page.getByText('Kỳ đã chọn, ngày thứ 2: 0')).toHaveCount(3);
  });

  test('reads the whole fair day by day and opens one day of it', async ({ page, server }) => {
    await signInAs(page.context().request, server, 'organizer');
    await page.goto('/board?fair=loc-bang');
    await page.getByLabel('Thời gian').selectOption('fair');
    await expect(page).toHaveURL(/from=2025-11-19&to=2025-11-21/);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/19\/11\/2025 – 21\/11\/2025/);
    await expect(page.getByText('Chưa có kỳ trước để so')).toBeVisible();
    const days = page.getByRole('slider', { name: 'Ngày đang đọc' });
    await days.focus();
    await page.keyboard.press('Home');
    await expect(days).toHaveAttribute('aria-valuetext', /19\/11: 0\s₫, 0 giao dịch/);
    await page.keyboard.press('ArrowRight');
    await expect(days).toHaveAttribute('aria-valuetext', /20\/11: [1-9].*₫, [1-9]/);
    await judge(page);
    await page.getByRole('link', { name: /^Mở ngày .*20\/11/ }).click();
    await expect(page).toHaveURL(/day=2025-11-20/);
    await expect(page.getByRole('slider', { name: 'Phút đang đọc' })).toBeVisible();
  });

  test('finds the figures first on a phone, and the choices behind one button that says them', async ({
    page,
    server,
  }) => {
    await signInAs(page.context().request, server, 'organizer');
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto('/board?fair=loc-bang');
    await expect(page.getByTestId('kpi-revenue')).toBeInViewport();
    await expect(page.getByTestId('kpi-sales')).toBeInViewport();
    await expect(page.getByLabel('Thời gian')).toBeHidden();
    const choices = page.getByRole('button', { name: 'Hôm nay · mọi khu · mọi nơi' });
    await expect(choices).toHaveAttribute('aria-expanded', 'false');
    await choices.focus();
    await page.keyboard.press('Enter');
    await expect(choices).toHaveAttribute('aria-expanded', 'true');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await expect(page.getByLabel('Thời gian')).toBeFocused();
    await page.getByRole('button', { name: 'Khu: tất cả' }).click();
    await page.getByRole('checkbox').first().check();
    await page.keyboard.press('Escape');
    await judge(page);
    const chosen = page.getByRole('button', { name: 'Hôm nay · Khu 1 · mọi nơi' });
    await chosen.click();
    await expect(page.getByLabel('Thời gian')).toBeHidden();
    await untilRevenue(page, soldInZone1);
    await page.goto('/board?fair=loc-bang&day=2025-11-19');
    await expect(page.getByRole('button', { name: /19\/11 · mọi khu · mọi nơi$/ })).toBeVisible();
  });

  test('is told what is wrong with an address, and led out of it', async ({ page, server }) => {
    await signInAs(page.context().request, server, 'organizer');
    await page.goto('/board?fair=loc-bang&zone=99');
    await expect(page.getByText('Hội chợ không có khu này.')).toBeVisible();
    await page.getByRole('link', { name: 'Bỏ bộ lọc' }).click();
    await expect(page.getByTestId('kpi-revenue')).toBeVisible();
    await page.goto('/board?fair=loc-bang&zone=1&day=2025-11-21');
    await expect(page.getByText('Chưa có đơn bán nào khớp bộ lọc')).toBeVisible();
  });
});

test('an official may not look behind a zone and an origin at one booth, and is told why', async ({
  page,
  server,
  playwright,
}) => {
  const organizer = await playwright.request.newContext();
  await signInAs(organizer, server, 'organizer');
  const fair = await demoFair(organizer, server);
  const fairUrl = `${server.url}/api/fairs/${fair.id}`;
  const places = await placesOf(organizer, fairUrl);
  const at = 1;
  const place = places[at];
  const exhibitors = await read<{ id: string; origin: string }[]>(
    organizer,
    `${fairUrl}/exhibitors`,
  );
  const origin = exhibitors.find(({ id }) => id === place?.exhibitorId)?.origin;
  const till = await SimulatedTill.enrol(organizer, server.url, fair.id, at);
  till.sell(1);
  await till.send();
  await expect
    .poll(async () => {
      const board = await organizer.get(
        `${fairUrl}/board?zone=${place?.zoneCode}&origin=${origin}`,
      );
      return ((await board.json()) as { sales: { count: number } }).sales.count;
    })
    .toBeGreaterThan(0);

  await signInAs(page.context().request, server, 'official');
  await page.goto(`/board?fair=${fair.code}&zone=${place?.zoneCode}&origin=${origin}`);
  await expect(page.getByText('sẽ lộ tiền của từng gian')).toBeVisible();
  await judge(page);
  await page.getByRole('link', { name: 'Bỏ lọc xuất xứ' }).click();
  await expect(page).not.toHaveURL(/origin=/);
  await expect(page.getByTestId('kpi-revenue')).toBeVisible();
  await page.locator('footer').scrollIntoViewIfNeeded();
  await expect(page.getByRole('slider', { name: 'Gian đang đọc' })).toBeVisible();
  await page.getByRole('button', { name: 'Sơ đồ theo mức bán: xem bảng' }).click();
  await expect(page.getByRole('columnheader', { name: 'Hạng doanh thu' })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Doanh thu', exact: true })).toHaveCount(0);
  const csv = await csvOf(page, 'Sơ đồ theo mức bán');
  expect(csv.join('\n')).toContain('không cho bạn xem tiền của từng gian');
  const head = csv.findIndex((line) => line.startsWith('Gian,'));
  expect(csv[head]).toBe('Gian,Đơn vị tham gia,Khu,Hạng doanh thu,Hạng theo m²,Hạng giao dịch');
  expect(csv.slice(head + 1).filter((line) => /\d{4,}/.test(line))).toEqual([]);
  await organizer.dispose();
});
