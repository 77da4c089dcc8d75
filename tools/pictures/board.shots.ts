import type { Page } from '@playwright/test';
import type { Shot, Stage } from './shot';

const live = (page: Page) => page.locator('[data-testid="as-of"][data-state="live"]').waitFor();

type Role = Parameters<Stage['enterAs']>[0];

/** Opens the demo fair's board as one of its people and waits for its numbers. */
async function open(stage: Stage, asked: string, role: Role): Promise<void> {
  await stage.enterAs(role);
  await stage.page.goto(`${stage.url}/board?fair=${stage.fair.code}${asked}`);
  await stage.page.getByTestId('kpi-revenue').waitFor();
}

/** On a phone the choices stand behind one button. */
async function unfold(page: Page): Promise<void> {
  const button = page.locator('button[aria-controls]', { hasText: ' · ' });
  if (await button.isVisible()) await button.click();
}

async function toThePlan(page: Page): Promise<void> {
  await page.locator('footer').scrollIntoViewIfNeeded();
  const plan = page.getByRole('slider', { name: 'Gian đang đọc' });
  await plan.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Sơ đồ theo mức bán' }).scrollIntoViewIfNeeded();
}

async function toTheMap(page: Page): Promise<void> {
  await page.locator('footer').scrollIntoViewIfNeeded();
  await page.getByRole('slider', { name: 'Tỉnh, thành đang đọc' }).waitFor();
  await page.getByRole('heading', { name: 'Theo địa phương' }).scrollIntoViewIfNeeded();
}

/** Answers the board's own figures as if three phones had been silent since before. */
async function silence(page: Page): Promise<void> {
  await page.routeWebSocket(/socket\.io/, () => undefined);
  await page.route('**/api/fairs/*/board*', async (route) => {
    const answer = await route.fetch();
    const board = (await answer.json()) as { asOf: string };
    const silentSince = new Date(Date.parse(board.asOf) - 44 * 60_000).toISOString();
    const headers = answer.headers();
    delete headers['content-encoding'];
    await route.fulfill({
      status: 200,
      headers,
      json: { ...board, tills: { silentCount: 3, silentSince } },
    });
  });
  const till = (since: string, booth: string, exhibitorName: string, unsentCount: number) => ({
    registerId: booth,
    boothCode: booth,
    zoneCode: '1',
    exhibitorName,
    since,
    unsentCount,
  });
  await page.route('**/board/coverage*', async (route) => {
    const answer = await route.fetch();
    const coverage = (await answer.json()) as { asOf: string };
    const since = new Date(Date.parse(coverage.asOf) - 44 * 60_000).toISOString();
    const silentTills = [
      till(since, 'A12', 'Hợp tác xã Nông nghiệp và Dịch vụ tổng hợp Đồng Tiến, xã Cô Tô', 7),
      till(since, 'A20', 'Hộ Nguyễn Văn Cừ', 0),
    ];
    await route.fulfill({ status: 200, json: { ...coverage, silentTills } });
  });
}

async function toTheHours(page: Page): Promise<void> {
  const hours = page.getByRole('slider', { name: 'Xem lại theo giờ' });
  await hours.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.getByText('Đã bán từ đầu ngày đến').waitFor();
  await page.getByRole('heading', { name: 'Sơ đồ theo mức bán' }).scrollIntoViewIfNeeded();
}

export const shots: Shot[] = [
  {
    name: 'board-today',
    sizes: ['phone', 'desktop', 'wall'],
    async arrange(stage) {
      await open(stage, '', 'official');
      await live(stage.page);
      await stage.page.getByRole('slider').waitFor();
    },
  },
  {
    name: 'board-silent',
    async arrange(stage) {
      const { page } = stage;
      await silence(page);
      await open(stage, '', 'organizer');
      await page.locator('a[href*="show=silent"]').waitFor();
    },
  },
  {
    name: 'board-filter',
    async arrange(stage) {
      await open(stage, '&zone=1', 'organizer');
      await live(stage.page);
      await unfold(stage.page);
      await stage.page.getByRole('button', { name: 'Khu: 1' }).click();
    },
  },
  {
    name: 'board-choices',
    sizes: ['phone'],
    async arrange(stage) {
      await open(stage, '&zone=1,2&origin=inProvince,foreign', 'organizer');
      await unfold(stage.page);
    },
  },
  {
    name: 'board-printed',
    sizes: ['desktop'],
    isWhole: true,
    async arrange(stage) {
      await open(stage, '', 'official');
      await stage.page
        .getByRole('heading', { name: 'Theo nhóm sản phẩm' })
        .waitFor({ state: 'attached' });
      await stage.page.setViewportSize({ width: 718, height: 1047 });
      await stage.page.emulateMedia({ media: 'print' });
    },
  },
  {
    name: 'board-whole-fair',
    async arrange(stage) {
      await open(stage, '', 'organizer');
      await unfold(stage.page);
      await stage.page.getByLabel('Thời gian').selectOption('fair');
      await stage.page.getByRole('slider', { name: 'Ngày đang đọc' }).waitFor();
    },
  },
  {
    name: 'board-plan-money',
    async arrange(stage) {
      await open(stage, '', 'organizer');
      await toThePlan(stage.page);
    },
  },
  {
    name: 'board-plan-ranks',
    async arrange(stage) {
      await open(stage, '', 'official');
      await toThePlan(stage.page);
    },
  },
  {
    name: 'board-silent-table',
    async arrange(stage) {
      await silence(stage.page);
      await open(stage, '', 'official');
      await stage.page.getByRole('button', { name: 'Xem máy nào' }).click();
      await stage.page.getByRole('button', { name: 'Trong ngày: xem bảng' }).click();
      await stage.page.getByRole('columnheader', { name: 'Tình trạng' }).waitFor();
      await stage.page.getByRole('heading', { name: 'Trong ngày' }).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'board-silent-booths',
    async arrange(stage) {
      await open(stage, '', 'official');
      await stage.page.getByRole('button', { name: /^Doanh thu.*con số này là gì/ }).click();
      await stage.page.getByText(/^Gian chưa báo|^Gian nào được giao/).waitFor();
    },
  },
  {
    name: 'board-map-money',
    async arrange(stage) {
      await open(stage, '', 'organizer');
      await toTheMap(stage.page);
    },
  },
  {
    name: 'board-map-ranks',
    isWhole: true,
    async arrange(stage) {
      await open(stage, '', 'official');
      await toTheMap(stage.page);
    },
  },
  {
    name: 'board-map-communes',
    async arrange(stage) {
      await open(stage, '', 'organizer');
      await toTheMap(stage.page);
      await stage.page.getByRole('radio', { name: 'Trong tỉnh' }).check({ force: true });
    },
  },
  {
    name: 'board-within-hour-money',
    async arrange(stage) {
      await open(stage, '', 'organizer');
      await toThePlan(stage.page);
      await toTheHours(stage.page);
    },
  },
  {
    name: 'board-within-hour-ranks',
    async arrange(stage) {
      await open(stage, '', 'official');
      await toThePlan(stage.page);
      await toTheHours(stage.page);
    },
  },
  ...(['organizer', 'official'] as const).flatMap((role): Shot[] => [
    {
      name: `board-within-booth-${role}`,
      isWhole: true,
      async arrange(stage) {
        await open(stage, '', role);
        await stage.page.locator('a[href*="/board/booth"]').first().click();
        await stage.page.getByRole('heading', { name: 'Theo giờ' }).waitFor();
      },
    },
    {
      name: `board-within-zone-${role}`,
      isWhole: true,
      async arrange(stage) {
        await open(stage, '', role);
        await stage.page.locator('a[href*="/board/zone"]').first().click();
        await stage.page.getByRole('heading', { name: 'Các gian theo hạng' }).waitFor();
      },
    },
  ]),
  {
    name: 'board-within-unknown',
    sizes: ['phone'],
    async arrange(stage) {
      await stage.enterAs('official');
      await stage.page.goto(`${stage.url}/board/booth?fair=${stage.fair.code}&code=Z99`);
      await stage.page.getByText('Hội chợ không có gian này.').waitFor();
    },
  },
  {
    name: 'board-refused-zone',
    async arrange(stage) {
      await stage.enterAs('official');
      await stage.page.goto(`${stage.url}/board?fair=${stage.fair.code}&zone=99`);
      await stage.page.getByText('Hội chợ không có khu này.').waitFor();
    },
  },
];
