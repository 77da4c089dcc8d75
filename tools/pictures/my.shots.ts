import type { Page } from '@playwright/test';
import type { Shot, Stage } from './shot';

const LONG_NAME =
  'Chả mực giã tay Hạ Long đặc biệt loại một, chế biến từ mực mai tươi đánh bắt trong ngày';

/* What each part shows once it has its answer. */
const drawn = {
  sold: (page: Page) => page.getByTestId('my-revenue'),
  booths: (page: Page) => page.getByRole('heading', { name: 'Gian của bạn' }),
  products: (page: Page) => page.getByRole('searchbox'),
  tills: (page: Page) => page.getByRole('button', { name: 'Thêm thu ngân' }),
  account: (page: Page) => page.getByLabel('Số tài khoản'),
};

/** Opens a part of the exhibitor's page and waits until it is drawn. */
async function open(stage: Stage, part: keyof typeof drawn): Promise<Page> {
  const { page, url, fair } = stage;
  await stage.enterAs('exhibitor');
  await page.goto(`${url}/my?fair=${fair.code}&part=${part}`);
  await drawn[part](page).waitFor();
  await page.locator('[data-state="live"]').waitFor();
  return page;
}

const addProduct = (page: Page) => page.getByRole('button', { name: 'Thêm sản phẩm' }).click();
const save = (page: Page) => page.getByRole('button', { name: 'Lưu', exact: true }).click();

/** The exhibitor's page: every part, and the states worth a look. */
export const shots: Shot[] = [
  { name: 'my-revenue', arrange: async (stage) => void (await open(stage, 'sold')) },
  { name: 'my-booths', arrange: async (stage) => void (await open(stage, 'booths')) },
  { name: 'my-products', arrange: async (stage) => void (await open(stage, 'products')) },
  {
    name: 'my-product-new',
    arrange: async (stage) => addProduct(await open(stage, 'products')),
  },
  {
    name: 'my-product-wrong',
    arrange: async (stage) => {
      const page = await open(stage, 'products');
      await addProduct(page);
      await page.getByLabel('Tên sản phẩm').fill(LONG_NAME);
      await page.getByLabel('Giá bán (đã gồm thuế)').fill('280000');
      await page.getByText('Giấy chứng nhận, mã vạch, truy xuất').click();
      await page.getByRole('radio', { name: '4 sao' }).check();
      await page.getByLabel('Mã vạch').fill('8935000000017');
      await save(page);
      await page.getByText('số cuối phải là 4').waitFor();
    },
  },
  {
    name: 'my-product-unsaved',
    sizes: ['phone'],
    arrange: async (stage) => {
      const page = await open(stage, 'products');
      await addProduct(page);
      await page.getByLabel('Tên sản phẩm').fill(LONG_NAME);
      await page.keyboard.press('Escape');
      await page.getByText('Có thay đổi chưa lưu.').waitFor();
    },
  },
  {
    name: 'my-products-none-found',
    sizes: ['phone'],
    arrange: async (stage) => {
      const page = await open(stage, 'products');
      await page.getByRole('searchbox').fill('sao hỏa');
      await page.getByText('Không thấy “sao hỏa”').waitFor();
    },
  },
  { name: 'my-tills', arrange: async (stage) => void (await open(stage, 'tills')) },
  {
    name: 'my-till-pairing',
    arrange: async (stage) => {
      const page = await open(stage, 'tills');
      await page
        .getByRole('button', { name: /^Ghép điện thoại (khác )?cho máy/ })
        .first()
        .click();
      await page.getByTestId('pairing-code').waitFor();
    },
  },
  {
    name: 'my-cashier-new',
    sizes: ['phone'],
    arrange: async (stage) => {
      const page = await open(stage, 'tills');
      await page.getByRole('button', { name: 'Thêm thu ngân' }).click();
      await save(page);
      await page.getByText('PIN gồm 4 đến 6 chữ số.').waitFor();
    },
  },
  {
    name: 'my-account',
    arrange: async (stage) => {
      const page = await open(stage, 'account');
      const search = page.getByRole('searchbox', { name: 'Ngân hàng' });
      await search.fill('agribank');
      await page.getByRole('button', { name: /^Agribank/ }).click();
      await page.getByLabel('Số tài khoản').fill('0011223344');
      await page.getByLabel('Tên chủ tài khoản').fill('CO SO THU NGHIEM');
      await page.getByRole('img', { name: /^Mã VietQR thử/ }).waitFor();
    },
  },
  {
    name: 'my-offline',
    sizes: ['phone'],
    arrange: async (stage) => {
      const page = await open(stage, 'sold');
      await page.context().setOffline(true);
      await page.getByText('Mất kết nối với máy chủ.', { exact: false }).waitFor();
    },
  },
  {
    name: 'my-not-an-exhibitor',
    sizes: ['phone'],
    arrange: async (stage) => {
      const { page, url } = stage;
      await stage.enterAs('official');
      await page.goto(`${url}/my`);
      await page.getByRole('heading', { name: 'Trang này dành cho đơn vị tham gia' }).waitFor();
    },
  },
];
