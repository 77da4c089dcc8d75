import { newId } from '@phien/kernel';
import type { APIRequestContext, Locator, Page } from '@playwright/test';
import type { RegisterAnswer } from '../../tools/simulate/fair-answers';
import { openFair } from './open-fair';
import { expect, signInAs, test } from './story';

let made = 0;

export interface TillFair {
  id: string;
  code: string;
  registers: (RegisterAnswer & { exhibitorId: string })[];
}

export interface TillStand {
  organizer: APIRequestContext;
  url: string;
  fair: TillFair;
}

/** A fair for the stories of one file, with its organizer signed in; there when the first one begins. */
export function tillStand(): TillStand {
  const stand = {} as TillStand;
  test.beforeAll(async ({ server, playwright }) => {
    const organizer = await playwright.request.newContext();
    await signInAs(organizer, server, 'organizer');
    const fair = await openTillFair(organizer, server.url);
    Object.assign(stand, { organizer, url: server.url, fair });
  });
  test.afterAll(() => stand.organizer.dispose());
  return stand;
}

/** A phone that is paired with the register at this place, with a seller and an open shift. */
export async function openTill(page: Page, stand: TillStand, place: number): Promise<void> {
  await enrolByLink(page, await codeFor(stand.organizer, stand.url, stand.fair, place));
  await enterName(page);
  await openShift(page);
}

export async function openMenu(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Thêm' })).toBeVisible();
}

/** A fair of this story's own, with a register at every booth; made by the organizer. */
export async function openTillFair(organizer: APIRequestContext, url: string): Promise<TillFair> {
  made += 1;
  const code = `may-ban-hang-${made}`;
  const { id, fairUrl } = await openFair(organizer, url, {
    code,
    nameVi: 'Hội chợ giới thiệu, kết nối tiêu thụ sản phẩm OCOP Quảng Ninh – Thu Đông 2025',
    nameEn: 'Quảng Ninh OCOP fair – Autumn–Winter 2025',
    days: 7,
  });
  const given = await organizer.post(`${fairUrl}/registers`);
  expect(given.ok(), await given.text()).toBe(true);
  const products = await organizer.get(`${fairUrl}/products`);
  const count = new Map<string, number>();
  for (const { exhibitorId } of (await products.json()) as { exhibitorId: string }[]) {
    count.set(exhibitorId, (count.get(exhibitorId) ?? 0) + 1);
  }
  /* Those with most to sell first: stories tap the fourth product of a booth. */
  const registers = ((await given.json()) as TillFair['registers']).sort(
    (a, b) => (count.get(b.exhibitorId) ?? 0) - (count.get(a.exhibitorId) ?? 0),
  );
  return { id, code, registers };
}

/** A one-time code for the register at this place of the fair's list. */
export async function codeFor(
  organizer: APIRequestContext,
  url: string,
  fair: TillFair,
  place: number,
): Promise<string> {
  const registerId = fair.registers[place]?.id;
  const issued = await organizer.post(
    `${url}/api/fairs/${fair.id}/registers/${registerId}/enrolment-codes`,
  );
  expect(issued.ok(), await issued.text()).toBe(true);
  return ((await issued.json()) as { code: string }).code;
}

/** What the ledger holds of a register. */
export async function ledgerOf(
  organizer: APIRequestContext,
  url: string,
  fair: TillFair,
  place: number,
) {
  const answer = await organizer.get(`${url}/api/fairs/${fair.id}/registers`);
  const registers = (await answer.json()) as RegisterAnswer[];
  const register = registers.find(({ id }) => id === fair.registers[place]?.id);
  const epoch = register?.epochs[0];
  if (!epoch) throw new Error('The register was never enrolled.');
  return epoch;
}

/** The page enrols by the address that an organizer's QR code holds, and gives a seller's name. */
export async function enrolByLink(page: Page, code: string, at = ''): Promise<void> {
  await page.goto(`${at}/till/#code=${code}`);
  await expect(page.getByLabel('Mã ghép máy')).toHaveValue(code);
  await page.getByRole('button', { name: 'Ghép máy này' }).click();
  await expect(page.getByRole('heading', { name: 'Đã ghép máy' })).toBeVisible();
  await page.getByRole('button', { name: 'Bắt đầu' }).click();
}

export async function enterName(page: Page, name = 'Nguyễn Thị Lan'): Promise<void> {
  await page.getByLabel('Tên người bán').fill(name);
  await page.getByRole('button', { name: 'Vào bán hàng' }).click();
}

export async function openShift(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^500\.000/ }).click();
  await page.getByRole('button', { name: 'Mở ca' }).click();
  await expect(page.getByTestId('tile').first()).toBeVisible();
}

/** Whole VND of an amount as it is shown. */
export const vndIn = (text: string | null): number =>
  Number((text ?? '').replace('−', '-').replace(/[^\d-]/g, ''));

/** Taps these tiles and pays exactly; answers the amount. */
export async function sellForCash(page: Page, tiles: number[]): Promise<number> {
  for (const at of tiles) await page.getByTestId('tile').nth(at).click();
  await openPay(page);
  const totalVnd = vndIn(await page.getByTestId('pay-total').textContent());
  await page.getByRole('button', { name: 'Vừa đủ' }).click();
  await page.getByRole('button', { name: 'Đã nhận tiền' }).click();
  await expect(page.getByTestId('done')).toBeVisible();
  return totalVnd;
}

export async function openPay(page: Page): Promise<void> {
  await holdDone(page);
  const bar = page.getByTestId('bar-total');
  if (await bar.isVisible()) await bar.click();
  await page.getByRole('button', { name: 'Thu tiền' }).click();
  await expect(page.getByTestId('pay-total')).toBeVisible();
}

/**
 * What says that a sale is done stays until the story puts it away, however late that is: the page
 * touches it by a timer of its own, which cannot come after the one that would end it.
 */
export async function holdDone(page: Page): Promise<void> {
  await page.evaluate(`window.hand ??= setInterval(() => {
    if (!document.querySelector('[data-testid="done"]')) return;
    dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));
  }, 100)`);
}

export async function nextSale(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Đơn mới' }).click();
  await expect(page.getByTestId('done')).toBeHidden();
}

/* The stories see the page only through strings: the runner's types know no browser. */
const arePagesKept = (page: Page) =>
  page.evaluate<boolean>(
    'navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)',
  );

/** The whole till is on this phone: from now on it opens without a network. */
export async function untilPagesKept(page: Page): Promise<void> {
  await expect.poll(() => arePagesKept(page)).toBe(true);
}

/** Everything this page has issued is in the ledger. */
export async function untilSent(page: Page): Promise<void> {
  await expect(page.getByTestId('sync')).toHaveAttribute('data-waiting', '0');
}

/** The exhibitor of this register gets a cashier with a PIN and an account to be paid to. */
export async function equip(
  organizer: APIRequestContext,
  url: string,
  fair: TillFair,
  place: number,
): Promise<void> {
  const exhibitorId = fair.registers[place]?.exhibitorId;
  const cashier = await organizer.post(`${url}/api/fairs/${fair.id}/cashiers`, {
    data: { exhibitorId, name: 'Phạm Thị Hương Giang', pin: '2580', mayRefund: true },
  });
  expect(cashier.ok(), await cashier.text()).toBe(true);
  const account = await organizer.put(
    `${url}/api/fairs/${fair.id}/exhibitors/${exhibitorId}/payment-account`,
    { data: { bankBin: '970436', accountNumber: '0123456789', holderName: 'HTX CHA MUC HA LONG' } },
  );
  expect(account.ok(), await account.text()).toBe(true);
}

export async function typePin(page: Page, digits: string): Promise<void> {
  /* The pad takes no key while it checks the PIN before. */
  await expect(page.getByText('Đã nhập 0 số')).toBeAttached();
  for (const digit of digits) {
    await page.getByRole('button', { name: digit, exact: true }).click();
  }
  await page.getByRole('button', { name: 'Mở khóa' }).click();
}

/** The smallest picture there is. */
const onePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** The VAT rate of what an exhibitor sells here; who charges none may not name one. */
export async function vatRateOf(
  organizer: APIRequestContext,
  url: string,
  fair: TillFair,
  exhibitorId: string,
): Promise<number | null> {
  const answer = await organizer.get(`${url}/api/fairs/${fair.id}/exhibitors`);
  expect(answer.ok(), await answer.text()).toBe(true);
  const exhibitors = (await answer.json()) as { id: string; paysVat: boolean }[];
  const seller = exhibitors.find(({ id }) => id === exhibitorId);
  if (!seller) throw new Error('The fair has no such exhibitor.');
  return seller.paysVat ? 8 : null;
}

/** The exhibitor of this register sells one thing more by weight, with a photo. */
export async function addWeighed(
  organizer: APIRequestContext,
  url: string,
  fair: TillFair,
  place: number,
  goods: { name: string; unit: string; priceVnd: number },
): Promise<void> {
  const exhibitorId = fair.registers[place]?.exhibitorId ?? '';
  const id = newId();
  const vatRatePercent = await vatRateOf(organizer, url, fair, exhibitorId);
  const products = `${url}/api/fairs/${fair.id}/products`;
  const added = await organizer.post(products, {
    data: { id, exhibitorId, isWeighed: true, vatRatePercent, ...goods },
  });
  expect(added.ok(), await added.text()).toBe(true);
  const photo = await organizer.put(`${products}/${id}/photo`, {
    data: { mediaType: 'image/png', base64: onePixel },
  });
  expect(photo.ok(), await photo.text()).toBe(true);
}

/** Pixels of the picture on a tile; 0 while it is not there. */
export const widthOfPhoto = (tile: Locator): Promise<number> =>
  tile
    .locator('img')
    .evaluate((photo: unknown) => (photo as { naturalWidth: number }).naturalWidth);

/** A finger on the name of a line goes this far to the side. */
export async function pull(page: Page, line: Locator, byPx: number): Promise<void> {
  const box = await line.boundingBox();
  if (!box) throw new Error('The line is not on the screen.');
  const finger = await page.context().newCDPSession(page);
  const x = box.x + box.width - 60;
  const y = box.y + 20;
  const touch = (type: 'touchStart' | 'touchMove', atX: number) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x: atX, y }] });
  await touch('touchStart', x);
  for (const part of [0.25, 0.5, 0.75, 1]) await touch('touchMove', x + byPx * part);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await finger.detach();
}
