import type { Page } from '@playwright/test';
import type { Shot, Stage } from './shot';

/** The organizer's gates; shots run on one server, so each sets the capacity that it shows. */
async function standAt(stage: Stage, capacity: number | null | ((inside: number) => number)) {
  const { page, url, fair } = stage;
  await stage.enterAs('organizer');
  const at = `${url}/api/fairs/${fair.id}`;
  await page.request.post(`${at}/gates`);
  const { inside } = (await (await page.request.get(`${at}/visits`)).json()) as { inside: number };
  const visitors = typeof capacity === 'function' ? capacity(inside) : capacity;
  await page.request.put(`${at}/capacity`, { data: { visitors } });
  await stage.enterAs('gate');
  await page.goto(`${url}/gate/`);
  await page.getByRole('button', { name: /^C1 / }).click();
  await page.getByTestId('inside').filter({ hasNotText: '–' }).waitFor();
}

/** What an organizer finds below the gates. */
async function openOffice(stage: Stage, part: string) {
  const { page, url, fair } = stage;
  await stage.enterAs('organizer');
  await page.request.post(`${url}/api/fairs/${fair.id}/gates`);
  await page.goto(`${url}/gate/?fair=${fair.code}`);
  await page.getByText(part, { exact: true }).click();
}

const group = (page: Page, count: number) =>
  page.getByRole('button', { name: `Vào: cộng nhóm ${count} người` });

export const shots: Shot[] = [
  {
    name: 'gate-signed-out',
    async arrange({ page, url }) {
      await page.goto(`${url}/gate/`);
      await page.getByRole('link', { name: 'Đăng nhập' }).waitFor();
    },
  },
  {
    name: 'gate-choose',
    async arrange(stage) {
      const { page, url, fair } = stage;
      await stage.enterAs('organizer');
      await page.request.post(`${url}/api/fairs/${fair.id}/gates`);
      await stage.enterAs('gate');
      await page.goto(`${url}/gate/`);
      await page.getByRole('button', { name: /^C1 / }).waitFor();
    },
  },
  {
    name: 'gate-count',
    async arrange(stage) {
      await standAt(stage, 1_500);
      await group(stage.page, 5).click();
      await stage.page.locator('[data-state="sent"]').waitFor();
    },
  },
  {
    name: 'gate-undone',
    async arrange(stage) {
      await standAt(stage, null);
      await group(stage.page, 10).click();
      await stage.page.getByRole('button', { name: 'Hoàn tác: vào 10' }).click();
      await stage.page.getByTestId('gate-said').filter({ hasText: 'Đã bỏ vào 10' }).waitFor();
      await stage.page.locator('[data-state="sent"]').waitFor();
    },
  },
  {
    name: 'gate-near',
    async arrange(stage) {
      await standAt(stage, (inside) => Math.ceil((inside + 5) / 0.95));
      await group(stage.page, 5).click();
      await stage.page.locator('[data-level="near"]').waitFor();
      await stage.page.locator('[data-state="sent"]').waitFor();
    },
  },
  {
    name: 'gate-full',
    async arrange(stage) {
      await standAt(stage, (inside) => inside + 10);
      await group(stage.page, 10).click();
      await stage.page.locator('[data-level="full"]').waitFor();
      await stage.page.locator('[data-state="sent"]').waitFor();
    },
  },
  {
    name: 'gate-group',
    sizes: ['phone'],
    async arrange(stage) {
      await standAt(stage, null);
      await stage.page.getByTestId('half-in').getByRole('button', { name: 'Nhóm…' }).click();
      await stage.page.getByRole('spinbutton').fill('42');
    },
  },
  {
    name: 'gate-offline',
    async arrange(stage) {
      await standAt(stage, null);
      await stage.page.route('**/counts', (route) => route.abort());
      await group(stage.page, 10).click();
      await stage.page.locator('[data-state="offline"]').waitFor();
    },
  },
  {
    name: 'gate-sensor-key',
    async arrange(stage) {
      const { page } = stage;
      await openOffice(stage, 'Máy đếm khách');
      await page.getByLabel('Tên máy').fill('Cửa trái, mắt hồng ngoại');
      await page.getByRole('button', { name: 'Thêm máy đếm' }).click();
      await page.getByTestId('sensor-key').waitFor();
    },
  },
  {
    name: 'gate-hand-counts',
    async arrange(stage) {
      await openOffice(stage, 'Đếm tay đối chiếu');
      await stage.page.getByTestId('visits-raw').waitFor();
    },
  },
];
