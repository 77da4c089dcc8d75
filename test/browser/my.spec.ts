import type { APIRequestContext, Page } from '@playwright/test';
import type { FairServer } from '../fair-server';
import { SimulatedTill } from './simulated-till';
import { demoFair, expect, figure, signInAs, test } from './story';
import { desk, judge, judgeAt, phone } from './judge';

const LONG =
  'Chả mực giã tay Hạ Long đặc biệt loại một, chế biến từ mực mai tươi đánh bắt trong ngày của bà con ngư dân phường Hồng Gai';

interface Own {
  fair: { id: string; code: string };
  exhibitorId: string;
  path: string;
}

/** The exhibitor of the demo, signed in in this browser. */
async function enter(request: APIRequestContext, server: FairServer): Promise<Own> {
  await signInAs(request, server, 'exhibitor');
  const fair = await demoFair(request, server);
  const session = (await (await request.get(`${server.url}/api/session`)).json()) as {
    grants: { exhibitorId: string | null }[];
  };
  const exhibitorId = session.grants.find((grant) => grant.exhibitorId !== null)?.exhibitorId ?? '';
  return { fair, exhibitorId, path: `${server.url}/api/fairs/${fair.id}` };
}

interface Listed {
  id: string;
  name: string;
  priceVnd: number;
  isSoldOut: boolean;
  barcode: string | null;
  photo: string | null;
}

async function products(request: APIRequestContext, own: Own): Promise<Listed[]> {
  const answer = await request.get(`${own.path}/products?exhibitorId=${own.exhibitorId}`);
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as Listed[];
}

/* A toast goes by itself, and stays under the pointer. */
const undo = (page: Page) => page.getByTestId('toast').getByRole('button', { name: 'Hoàn tác' });

/** A picture as a phone's camera makes it, far larger than a tile needs. */
async function photoFile(page: Page): Promise<Buffer> {
  const base64: string = await page.evaluate(`{
    const canvas = document.createElement('canvas');
    canvas.width = 2400;
    canvas.height = 1800;
    const pen = canvas.getContext('2d');
    for (let x = 0; x < 2400; x += 24) {
      for (let y = 0; y < 1800; y += 24) {
        pen.fillStyle = 'hsl(' + ((x * 7 + y * 13) % 360) + ' 70% ' + (30 + ((x + y) % 40)) + '%)';
        pen.fillRect(x, y, 24, 24);
      }
    }
    const url = canvas.toDataURL('image/png');
    url.slice(url.indexOf(',') + 1);
  }`);
  return Buffer.from(base64, 'base64');
}

test('an exhibitor adds a product with a photo, is told of a wrong barcode, changes a price, marks it sold out, takes it back', async ({
  page,
  server,
}) => {
  const { request } = page.context();
  const own = await enter(request, server);
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`/my?fair=${own.fair.code}&part=products`);
  await page.getByRole('button', { name: 'Thêm sản phẩm' }).click();
  const sheet = page.getByRole('dialog', { name: 'Sản phẩm mới' });

  await sheet.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(sheet.getByText('Hãy ghi giá bán, tính bằng đồng.')).toBeVisible();

  const file = await photoFile(page);
  expect(file.length).toBeGreaterThan(65_536);
  await sheet
    .getByTestId('photo-file')
    .setInputFiles({ name: 'cha-muc.png', mimeType: 'image/png', buffer: file });
  await expect(sheet.getByText(/Đã thu nhỏ còn \d+ kB/)).toBeVisible();

  await sheet.getByLabel('Tên sản phẩm').fill(LONG);
  await sheet.getByLabel('Giá bán (đã gồm thuế)').fill('280000');
  await expect(sheet.getByLabel('Giá bán (đã gồm thuế)')).toHaveValue('280.000');
  await sheet.getByLabel('Đơn vị tính').fill('hộp');
  await sheet.getByText('Giấy chứng nhận, mã vạch, truy xuất').click();
  const barcode = sheet.getByLabel('Mã vạch');
  await barcode.fill('8935000000017');
  await sheet.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(sheet.getByText('số cuối phải là 4, không phải 7')).toBeVisible();
  await expect(barcode).toBeFocused();
  expect((await products(request, own)).map(({ name }) => name)).not.toContain(LONG);

  await barcode.fill('8935000000014');
  await sheet.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(sheet).toBeHidden();
  await expect(page.getByText(`Đã lưu “${LONG}”.`)).toBeVisible();
  const added = (await products(request, own)).find(({ name }) => name === LONG);
  expect(added).toMatchObject({ priceVnd: 280_000, barcode: '8935000000014', isSoldOut: false });
  const photo = await request.get(`${server.url}${added?.photo}`);
  expect(photo.headers()['content-type']).toBe('image/webp');
  expect((await photo.body()).length).toBeLessThanOrEqual(40_000);
  await judge(page);

  await page.getByRole('button', { name: `Sửa ${LONG}` }).click();
  const edit = page.getByRole('dialog', { name: 'Sửa sản phẩm' });
  await edit.getByLabel('Giá bán (đã gồm thuế)').fill('295000');
  await page.keyboard.press('Escape');
  await expect(edit.getByText('Có thay đổi chưa lưu.')).toBeVisible();
  await edit.getByRole('button', { name: 'Sửa tiếp' }).click();
  await edit.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(edit).toBeHidden();
  const row = page.getByRole('listitem').filter({ hasText: LONG });
  await expect(row).toContainText('295.000');

  const soldOut = row.getByRole('button', { name: `${LONG}: hết hàng` });
  await soldOut.click();
  await expect(soldOut).toHaveAttribute('aria-pressed', 'true');
  await expect
    .poll(async () => (await products(request, own)).find(({ name }) => name === LONG))
    .toMatchObject({ priceVnd: 295_000, isSoldOut: true, barcode: '8935000000014' });

  await page.getByRole('button', { name: `Sửa ${LONG}` }).click();
  await edit.getByRole('button', { name: 'Rút khỏi danh mục' }).click();
  await undo(page).hover();
  await expect(page.getByRole('button', { name: `Sửa ${LONG}` })).toBeHidden();
  await undo(page).click();
  await expect(page.getByRole('button', { name: `Sửa ${LONG}` })).toBeVisible();

  await page.getByRole('searchbox').fill('cha muc gia tay');
  await expect(page.getByText('1 sản phẩm')).toBeVisible();
});

test('an exhibitor sees on the phone what its own till sold, to the đồng', async ({
  page,
  server,
  playwright,
}) => {
  const own = await enter(page.context().request, server);
  const organizer = await playwright.request.newContext();
  await signInAs(organizer, server, 'organizer');
  const list = await organizer.get(`${own.path}/registers`);
  const registers = (await list.json()) as { exhibitorId: string }[];
  const place = registers.findIndex(({ exhibitorId }) => exhibitorId === own.exhibitorId);
  const till = await SimulatedTill.enrol(organizer, server.url, own.fair.id, place);

  await page.goto(`/my?fair=${own.fair.code}`);
  await expect(page.getByTestId('my-revenue')).toBeVisible();
  const before = {
    revenue: await figure(page, 'my-revenue'),
    sales: await figure(page, 'my-sales'),
  };
  const soldVnd = till.sell(2) + till.sell(3);
  await till.send();
  await expect(page.getByTestId('my-revenue')).toHaveAttribute(
    'data-value',
    String(before.revenue + soldVnd),
  );
  await expect(page.getByTestId('my-sales')).toHaveAttribute(
    'data-value',
    String(before.sales + 2),
  );
  const answer = await page
    .context()
    .request.get(`${own.path}/exhibitors/${own.exhibitorId}/figures`);
  const { total } = (await answer.json()) as { total: { revenueVnd: number } };
  expect(total.revenueVnd).toBe(await figure(page, 'my-revenue'));
  await expect(page.getByRole('heading', { name: 'Ai thấy doanh thu của tôi?' })).toBeVisible();
  await expect(page.getByText('Lãnh đạo theo dõi không thấy số tiền của gian bạn')).toBeVisible();
  await organizer.dispose();
});

test('an exhibitor names the account it is paid to, finds the bank without marks, and takes it back', async ({
  page,
  server,
}) => {
  const own = await enter(page.context().request, server);
  await page.goto(`/my?fair=${own.fair.code}&part=account`);
  await expect(page.getByText('máy bán hàng chưa nhận được tiền bằng VietQR')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Ngân hàng' }).fill('ngoai thuong');
  await page.getByRole('button', { name: /^Vietcombank/ }).click();
  await page.getByLabel('Số tài khoản').fill('12');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText('Số tài khoản gồm 4 đến 19 chữ số')).toBeVisible();
  await expect(page.getByText('Hãy ghi tên chủ tài khoản')).toBeVisible();
  await page.getByLabel('Số tài khoản').fill('0011 2233 44');
  await page.getByLabel('Tên chủ tài khoản').fill('CO SO THU NGHIEM');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(page.getByText('Đã lưu tài khoản nhận tiền.')).toBeVisible();
  await expect(
    page.getByRole('img', { name: 'Mã VietQR thử của tài khoản 0011223344 tại Vietcombank' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Bỏ tài khoản này' }).click();
  await undo(page).hover();
  await expect(page.getByText('máy bán hàng chưa nhận được tiền bằng VietQR')).toBeVisible();
  await undo(page).click();
  await expect(page.getByLabel('Số tài khoản')).toHaveValue('0011223344');
});

test('the page says when the server is away, keeps what it showed, and goes on by itself', async ({
  page,
  server,
}) => {
  const own = await enter(page.context().request, server);
  await page.goto(`/my?fair=${own.fair.code}`);
  await expect(page.getByTestId('as-of')).toHaveAttribute('data-state', 'live');
  await page.context().setOffline(true);
  await expect(page.getByTestId('as-of')).toHaveAttribute('data-state', 'offline');
  await expect(page.getByText('Mất kết nối với máy chủ.', { exact: false })).toBeVisible();
  await expect(page.getByTestId('my-revenue')).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByTestId('as-of')).toHaveAttribute('data-state', 'live');
});

test('whoever stands for no exhibitor is told who can help', async ({ page, server }) => {
  await signInAs(page.context().request, server, 'official');
  await page.goto('/my');
  await expect(
    page.getByRole('heading', { name: 'Trang này dành cho đơn vị tham gia' }),
  ).toBeVisible();
  await judge(page);
});

test('everyone can read every part of the page, on a phone and on a desk', async ({
  page,
  server,
}) => {
  test.slow();
  const own = await enter(page.context().request, server);
  for (const part of ['sold', 'booths', 'products', 'tills', 'account']) {
    await page.goto(`/my?fair=${own.fair.code}&part=${part}`);
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Gian hàng của tôi');
    await expect(page.getByText('Đang tải…')).toHaveCount(0);
    await judgeAt([phone, desk], page, `my-${part}`);
  }
  await page.goto(`/my?fair=${own.fair.code}&part=products`);
  await page.getByRole('button', { name: 'Thêm sản phẩm' }).click();
  await page.getByText('Giấy chứng nhận, mã vạch, truy xuất').click();
  await page.getByRole('radio', { name: '5 sao' }).check();
  await expect(page.getByLabel('Số giấy chứng nhận')).toBeVisible();
  await judgeAt([desk, phone], page, 'my-new-product');
});
