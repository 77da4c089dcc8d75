import type { Page } from '@playwright/test';
import type { Shot, Stage } from './shot';

interface ShotRegister {
  id: string;
  exhibitorId: string;
}

/* Each shot takes another register. */
let taken = 0;

/** Registers of exhibitors with a full screen of goods, none of which asks for a weight first. */
async function stocked({ page, url, fair }: Stage): Promise<ShotRegister[]> {
  const { request } = page.context();
  const at = `${url}/api/fairs/${fair.id}`;
  const registers = (await (await request.get(`${at}/registers`)).json()) as ShotRegister[];
  const products = (await (await request.get(`${at}/products`)).json()) as {
    exhibitorId: string;
    isWeighed: boolean;
  }[];
  return registers.filter(({ exhibitorId }) => {
    const own = products.filter((product) => product.exhibitorId === exhibitorId);
    return own.length >= 4 && own.every(({ isWeighed }) => !isWeighed);
  });
}

async function enrol(stage: Stage): Promise<void> {
  const { page, url, fair } = stage;
  await stage.enterAs('organizer');
  const { request } = page.context();
  await request.post(`${url}/api/fairs/${fair.id}/registers`);
  const registers = await stocked(stage);
  taken += 7;
  const register = registers[taken % registers.length];
  await request.put(
    `${url}/api/fairs/${fair.id}/exhibitors/${register?.exhibitorId}/payment-account`,
    { data: { bankBin: '970436', accountNumber: '0123456789', holderName: 'HTX OCOP QUANG NINH' } },
  );
  const issued = await request.post(
    `${url}/api/fairs/${fair.id}/registers/${register?.id}/enrolment-codes`,
  );
  const { code } = (await issued.json()) as { code: string };
  await page.goto(`${url}/till/#code=${code}`);
  await page.getByRole('button', { name: 'Ghép máy này' }).click();
  await page.getByRole('button', { name: 'Bắt đầu' }).waitFor();
}

async function enterName(stage: Stage): Promise<void> {
  const { page } = stage;
  await enrol(stage);
  await page.getByRole('button', { name: 'Bắt đầu' }).click();
  await page.getByLabel('Tên người bán').fill('Nguyễn Thị Lan');
  await page.getByRole('button', { name: 'Vào bán hàng' }).click();
  await page.getByRole('button', { name: /^500\.000/ }).click();
}

async function openShift(stage: Stage): Promise<void> {
  const { page } = stage;
  await enterName(stage);
  await page.getByRole('button', { name: 'Mở ca' }).click();
  await page.getByTestId('tile').first().waitFor();
}

async function fillCart(stage: Stage): Promise<void> {
  await openShift(stage);
  const tiles = stage.page.getByTestId('tile');
  await tiles.first().click();
  await tiles.last().click();
  await tiles.last().click();
}

async function pay({ page }: Stage): Promise<void> {
  const bar = page.getByTestId('bar-total');
  if (await bar.isVisible()) await bar.click();
  await page.getByRole('button', { name: 'Thu tiền' }).click();
  await page.getByTestId('pay-total').waitFor();
}

async function payCash(stage: Stage): Promise<void> {
  await fillCart(stage);
  await pay(stage);
  await stage.page.getByRole('button', { name: 'Vừa đủ' }).click();
  await stage.page.getByRole('button', { name: 'Đã nhận tiền' }).click();
  await stage.page.getByTestId('done').waitFor();
}

const openMenu = (page: Page) => page.getByRole('button', { name: 'Thêm', exact: true }).click();

export const shots: Shot[] = [
  {
    name: 'till-enrol',
    arrange: async ({ page, url }) => {
      await page.goto(`${url}/till/`);
      await page.getByLabel('Mã ghép máy').waitFor();
    },
  },
  { name: 'till-ready', arrange: enrol },
  { name: 'till-open-shift', arrange: enterName },
  { name: 'till-sell', arrange: fillCart },
  {
    name: 'till-cash',
    arrange: async (stage) => {
      await fillCart(stage);
      await pay(stage);
      await stage.page.getByRole('button', { name: 'Vừa đủ' }).click();
    },
  },
  {
    name: 'till-vietqr',
    arrange: async (stage) => {
      await fillCart(stage);
      await pay(stage);
      await stage.page.getByRole('button', { name: 'VietQR' }).click();
      await stage.page.getByRole('img', { name: /^Mã VietQR/ }).waitFor();
    },
  },
  { name: 'till-done', arrange: payCash },
  {
    name: 'till-slip',
    arrange: async (stage) => {
      await payCash(stage);
      await stage.page.getByRole('button', { name: 'In phiếu' }).click();
      await stage.page.getByRole('button', { name: '58 mm' }).waitFor();
    },
  },
  {
    name: 'till-menu',
    arrange: async (stage) => {
      await openShift(stage);
      await openMenu(stage.page);
    },
  },
  {
    name: 'till-close-shift',
    arrange: async (stage) => {
      await payCash(stage);
      await stage.page.getByRole('button', { name: 'Đơn mới' }).click();
      await openMenu(stage.page);
      await stage.page.getByRole('button', { name: 'Chốt ca' }).click();
      await stage.page.getByTestId('counted').waitFor();
    },
  },
];
