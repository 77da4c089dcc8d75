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

async function toThePlan(page: Page): Promise<void> {
  await page.locator('footer').scrollIntoViewIfNeeded();
  const plan = page.getByRole('slider', { name: 'Gian đang đọc' });
  await plan.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
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
    name: 'board-filter',
    async arrange(stage) {
      await open(stage, '&zone=1', 'organizer');
      await live(stage.page);
      await stage.page.getByRole('button', { name: 'Khu: 1' }).click();
    },
  },
  {
    name: 'board-whole-fair',
    async arrange(stage) {
      await open(stage, '', 'organizer');
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
    name: 'board-refused-zone',
    async arrange(stage) {
      await stage.enterAs('official');
      await stage.page.goto(`${stage.url}/board?fair=${stage.fair.code}&zone=99`);
      await stage.page.getByText('Hội chợ không có khu này.').waitFor();
    },
  },
];
