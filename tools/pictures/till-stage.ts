import type { Page, Route } from '@playwright/test';
import type { Stage } from './shot';

interface ShotRegister {
  id: string;
  exhibitorId: string;
}

interface ShotProduct {
  id: string;
  name: string;
  unit: string;
  priceVnd: number;
  isWeighed: boolean;
  isSoldOut: boolean;
  star: number | null;
  certificateExpiresOn?: string | null;
}

export interface TillWish {
  /** Those who sell, each with the PIN 2580; nobody unless told: whoever sells writes a name. */
  cashiers?: readonly string[];
  /** What the phone hears of its goods in place of what the fair has. */
  goods?: (goods: ShotProduct[]) => ShotProduct[];
}

export const PIN = '2580';

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

/** The enrolling phone's page with a code in its field. */
export async function typeCode(stage: Stage, wish: TillWish = {}): Promise<void> {
  const { page, url, fair } = stage;
  await stage.enterAs('organizer');
  const { request } = page.context();
  const at = `${url}/api/fairs/${fair.id}`;
  await request.post(`${at}/registers`);
  const registers = await stocked(stage);
  taken += 7;
  const register = registers[taken % registers.length];
  const exhibitorId = register?.exhibitorId;
  await request.put(`${at}/exhibitors/${exhibitorId}/payment-account`, {
    data: { bankBin: '970436', accountNumber: '0123456789', holderName: 'HTX OCOP QUANG NINH' },
  });
  /* Refused for who is there from a shot before: then they are there. */
  for (const name of wish.cashiers ?? []) {
    await request.post(`${at}/cashiers`, {
      data: { exhibitorId, name, pin: PIN, mayRefund: true },
    });
  }
  await hear(page, wish);
  const issued = await request.post(`${at}/registers/${register?.id}/enrolment-codes`);
  const { code } = (await issued.json()) as { code: string };
  await page.goto(`${url}/till/#code=${code}`);
  await page.getByLabel('Mã ghép máy').waitFor();
}

/* A register comes round again with whoever a shot before gave it: only this one's cashiers are heard. */
async function hear(page: Page, { cashiers: names = [], goods }: TillWish): Promise<void> {
  const changed = async (route: Route) => {
    const response = await route.fetch();
    if (!response.ok()) return route.fulfill({ response });
    const answer = (await response.json()) as {
      products: ShotProduct[];
      cashiers: { name: string }[];
    };
    const cashiers = answer.cashiers.filter(({ name }) => names.includes(name));
    const products = goods ? goods(answer.products) : answer.products;
    await route.fulfill({ response, json: { ...answer, cashiers, products } });
  };
  await page.route('**/api/enrolments', changed);
  await page.route('**/catalogue', changed);
}

export async function enrol(stage: Stage, wish?: TillWish): Promise<void> {
  const { page } = stage;
  await typeCode(stage, wish);
  await page.getByRole('button', { name: 'Ghép máy này' }).click();
  await page.getByRole('button', { name: 'Bắt đầu' }).waitFor();
}

export async function start(stage: Stage, wish?: TillWish): Promise<void> {
  await enrol(stage, wish);
  const begin = stage.page.getByRole('button', { name: 'Bắt đầu' });
  await begin.click();
  await begin.waitFor({ state: 'hidden' });
  await stage.page.getByText('Đang tải…').waitFor({ state: 'hidden' });
}

export async function typePin(page: Page, digits: string): Promise<void> {
  /* The pad takes no key while it checks the PIN before. */
  await page.getByText('Đã nhập 0 số').waitFor({ state: 'attached' });
  for (const digit of digits) {
    await page.getByRole('button', { name: digit, exact: true }).click();
  }
  await page.getByRole('button', { name: 'Mở khóa' }).click();
}

export async function enter(stage: Stage, wish: TillWish = {}): Promise<void> {
  const { page } = stage;
  await start(stage, wish);
  if (wish.cashiers) {
    await typePin(page, PIN);
  } else {
    await page.getByLabel('Tên người bán').fill('Nguyễn Thị Lan');
    await page.getByRole('button', { name: 'Vào bán hàng' }).click();
  }
  await page.getByRole('button', { name: /^500\.000/ }).click();
}

export async function openShift(stage: Stage, wish?: TillWish): Promise<void> {
  const { page } = stage;
  await enter(stage, wish);
  await page.getByRole('button', { name: 'Mở ca' }).click();
  await page.getByLabel('Tìm hàng').waitFor();
}

export async function fillCart(stage: Stage, wish?: TillWish): Promise<void> {
  await openShift(stage, wish);
  await tapGoods(stage.page);
}

export async function tapGoods(page: Page): Promise<void> {
  const tiles = page.getByTestId('tile');
  await tiles.first().click();
  await tiles.last().click();
  await tiles.last().click();
}

/** On a phone the cart is a sheet; elsewhere it is there already. */
export async function openCart({ page }: Stage): Promise<void> {
  const bar = page.getByTestId('bar-total');
  if (await bar.isVisible()) await bar.click();
  await page.getByTestId('cart-line').locator('visible=true').first().waitFor();
}

export async function pay(stage: Stage): Promise<void> {
  await openCart(stage);
  await stage.page.getByRole('button', { name: 'Thu tiền' }).click();
  await stage.page.getByTestId('pay-total').waitFor();
}

export async function payCash(stage: Stage, wish?: TillWish): Promise<void> {
  await fillCart(stage, wish);
  await pay(stage);
  await takeCash(stage.page);
}

export async function takeCash(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Vừa đủ' }).click();
  await page.getByRole('button', { name: 'Đã nhận tiền' }).click();
  await page.getByTestId('done').waitFor();
}

export async function payVietQr(stage: Stage): Promise<void> {
  await fillCart(stage);
  await pay(stage);
  await stage.page.getByRole('button', { name: 'VietQR' }).click();
  await stage.page.getByRole('img', { name: /^Mã VietQR/ }).waitFor();
}

/** One sale made, and the counter free for the next. */
export async function sellOnce(stage: Stage, wish?: TillWish): Promise<void> {
  await payCash(stage, wish);
  await stage.page.getByRole('button', { name: 'Đơn mới' }).click();
}

export async function openMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await page.getByRole('dialog', { name: 'Thêm' }).waitFor();
}

export async function openSales(page: Page): Promise<void> {
  await openMenu(page);
  await page.getByRole('button', { name: 'Đơn đã bán hôm nay' }).click();
  await page.getByRole('heading', { name: 'Đơn đã bán hôm nay' }).waitFor();
}

/** The first sale of a till, from the list. */
export async function openSale(stage: Stage, wish?: TillWish): Promise<void> {
  await sellOnce(stage, wish);
  await openSales(stage.page);
  await stage.page.getByRole('button', { name: /^Số 2 ·/ }).click();
}

export async function toClosing(stage: Stage): Promise<void> {
  await sellOnce(stage);
  await openMenu(stage.page);
  await stage.page.getByRole('button', { name: 'Chốt ca' }).click();
  await stage.page.getByTestId('counted').waitFor();
}
