import type { Page } from '@playwright/test';
import { beginning, either } from './either';
import type { Shot, Stage } from './shot';

interface ShotBooth {
  id: string;
  code: string;
  holders: { allocationId: string }[];
}

async function openPlan(stage: Stage, view = ''): Promise<void> {
  const { page, url, fair } = stage;
  await stage.enterAs('organizer');
  await page.goto(`${url}/plan?fair=${fair.code}${view && `&view=${view}`}`);
  await page.getByTestId('count-booths').waitFor();
  await page.getByTestId('as-of').and(page.locator('[data-state="live"]')).waitFor();
}

/** The demo's booths are all given: frees one and answers it. */
async function freeOne({ page, url, fair }: Stage, code: string): Promise<ShotBooth> {
  const door = `${url}/api/fairs/${fair.id}`;
  const { request } = page.context();
  const booths = (await (await request.get(`${door}/booths`)).json()) as ShotBooth[];
  const booth = booths.find((each) => each.code === code);
  if (!booth) throw new Error(`The demo has no booth ${code}.`);
  for (const { allocationId } of booth.holders) {
    await request.delete(`${door}/allocations/${allocationId}`);
  }
  return booth;
}

const boothOn = (page: Page, { id }: ShotBooth) =>
  page.getByTestId('plan-picture').locator(`[data-booth="${id}"]`);

/* In the second of the three steps, with all its plans to choose from. */
async function choosePlan(stage: Stage): Promise<void> {
  const { page, url } = stage;
  await stage.enterAs('organizer');
  await page.goto(`${url}/plan/fair`);
  await page
    .getByLabel(either('Tên tiếng Việt', 'Vietnamese name'))
    .fill('Hội chợ OCOP Quảng Ninh – Thu Đông 2026');
  await page
    .getByLabel(either('Địa điểm', 'Venue'))
    .fill('Cung Quy hoạch, Hội chợ và Triển lãm tỉnh, phường Hồng Gai');
  await page.getByLabel(either('Ngày đầu tiên', 'First day')).fill('2026-10-28');
  await page.getByLabel(either('Ngày cuối cùng', 'Last day')).fill('2026-11-01');
  await page.getByRole('button', { name: either('Tiếp tục', 'Next') }).click();
  await page.getByRole('img', { name: /460/ }).waitFor();
}

/** A screen of the demo fair that is reached from its plan. */
async function openBeside(stage: Stage, path: string): Promise<Page> {
  const { page, url, fair } = stage;
  await stage.enterAs('organizer');
  await page.goto(`${url}${path}?fair=${fair.code}`);
  return page;
}

export const shots: Shot[] = [
  { name: 'fair-new-plan', arrange: choosePlan },
  {
    name: 'delegations',
    arrange: async (stage) => {
      const page = await openBeside(stage, '/delegations');
      await page.getByRole('table').first().waitFor();
    },
  },
  {
    name: 'fees',
    arrange: async (stage) => {
      const page = await openBeside(stage, '/plan/fees');
      await page.getByRole('heading', { name: beginning('Phí gian', 'Booth fees') }).waitFor();
    },
  },
  {
    name: 'plan',
    arrange: (stage) => openPlan(stage),
  },
  {
    name: 'plan-booth',
    arrange: async (stage) => {
      await openPlan(stage);
      const { page } = stage;
      await page.getByTestId('plan-picture').focus();
      for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
      await page.getByRole('heading', { name: /^Gian A/ }).waitFor();
    },
  },
  {
    name: 'plan-give-booth',
    sizes: ['desktop'],
    arrange: async (stage) => {
      await stage.enterAs('organizer');
      const free = await freeOne(stage, 'A39');
      await openPlan(stage);
      const { page } = stage;
      await page.getByRole('radio', { name: 'Chưa có gian' }).check();
      await page.getByRole('listbox').getByRole('option').first().click();
      await boothOn(page, free).click();
      await page.getByTestId('proposal').getByText('Giao A39 cho').waitFor();
    },
  },
  {
    name: 'plan-suggest',
    arrange: async (stage) => {
      const page = await openBeside(stage, '/plan/suggest');
      await page.getByRole('radio', { name: beginning('Không giữ ai', 'Nobody') }).check();
      await page.getByRole('radio', { name: either('20 giây', '20 seconds') }).check();
      await page.getByRole('button', { name: either('Tìm phương án', 'Find a plan') }).click();
      await page.getByTestId('certificate').waitFor({ timeout: 120_000 });
    },
  },
  {
    name: 'plan-exhibitors',
    arrange: async (stage) => {
      await openPlan(stage, 'exhibitors');
      await stage.page.getByRole('combobox', { name: /^Tìm đơn vị/ }).fill('dong trieu');
    },
  },
  {
    name: 'plan-list',
    arrange: async (stage) => {
      await openPlan(stage, 'list');
      await stage.page.getByRole('table').waitFor();
    },
  },
  {
    name: 'plan-edit',
    arrange: async (stage) => {
      const { page, url, fair } = stage;
      await stage.enterAs('organizer');
      await page.goto(`${url}/plan/edit?fair=${fair.code}`);
      await page.getByTestId('save-state').waitFor();
      await page.getByTestId('drawing').focus();
      for (const key of ['ArrowRight', 'Shift+1']) await page.keyboard.press(key);
      await page
        .getByTestId('inspector')
        .getByRole('heading', { name: /^Gian / })
        .waitFor();
    },
  },
  {
    name: 'plan-edit-row',
    sizes: ['desktop'],
    arrange: async (stage) => {
      const { page, url, fair } = stage;
      await stage.enterAs('organizer');
      await page.goto(`${url}/plan/edit?fair=${fair.code}`);
      await page.getByTestId('save-state').waitFor();
      await page.getByTestId('drawing').focus();
      for (const key of ['r', 'Enter']) await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'plan-keys',
    sizes: ['desktop'],
    arrange: async (stage) => {
      await openPlan(stage);
      await stage.page.keyboard.press('?');
      await stage.page.getByRole('heading', { name: 'Các phím tắt' }).waitFor();
    },
  },
];
