import type { Page, Route } from '@playwright/test';
import { beginning, either } from './either';
import type { Shot, Stage } from './shot';

const LONG_NAME =
  'Chả mực giã tay Hạ Long đặc biệt loại một, chế biến từ mực mai tươi đánh bắt trong ngày';

/* What each part shows once it has its answer. */
const drawn = {
  sold: (page: Page) => page.getByTestId('my-revenue'),
  booths: (page: Page) =>
    page.getByRole('heading', { name: either('Gian của bạn', 'Your booths') }),
  products: (page: Page) =>
    page.getByRole('button', { name: either('Thêm sản phẩm', 'Add a product') }),
  tills: (page: Page) =>
    page.getByRole('button', { name: either('Thêm thu ngân', 'Add a cashier') }),
  account: (page: Page) => page.getByLabel(either('Số tài khoản', 'Account number')),
};

type Part = keyof typeof drawn;

async function go(stage: Stage, part: Part): Promise<Page> {
  const { page, url, fair } = stage;
  await stage.enterAs('exhibitor');
  await page.goto(`${url}/my?fair=${fair.code}&part=${part}`);
  return page;
}

/** Opens a part of the exhibitor's page and waits until it is drawn. */
async function open(stage: Stage, part: Part): Promise<Page> {
  const page = await go(stage, part);
  await drawn[part](page).waitFor();
  await page.locator('[data-state="live"]').waitFor();
  return page;
}

/** The tills, once they stand there: they are asked for apart from the cashiers. */
async function openPaired(stage: Stage): Promise<void> {
  const page = await open(stage, 'tills');
  await page
    .getByRole('button', { name: /^(Ghép|Pair)/ })
    .first()
    .waitFor();
}

const addProduct = (page: Page) => drawn.products(page).click();
const save = (page: Page) => page.getByRole('button', { name: either('Lưu', 'Save') }).click();
const more = (page: Page) =>
  page
    .getByText(either('Giấy chứng nhận, mã vạch, truy xuất', 'Certificate, barcode, traceability'))
    .click();

async function fillProduct(page: Page): Promise<void> {
  await page.locator('[name=name]').fill(LONG_NAME);
  await page.locator('[name=price]').fill('280000');
  await page.locator('[name=unit]').fill('hộp');
}

/** The server's answer, with some of it said otherwise. */
const saidOtherwise =
  (change: (answer: Record<string, unknown>) => object) => async (route: Route) => {
    const answer = await route.fetch();
    await route.fulfill({ json: change((await answer.json()) as Record<string, unknown>) });
  };

/** The exhibitor's page: every part, and the states worth a look. */
export const shots: Shot[] = [
  { name: 'my-revenue', arrange: async (stage) => void (await open(stage, 'sold')) },
  {
    name: 'papers-my',
    isWhole: true,
    arrange: async (stage) => {
      const page = await open(stage, 'sold');
      await page.getByRole('button', { name: either('Lập bản kê', 'Make the statement') }).click();
      await page
        .getByTestId('paper-statement')
        .getByRole('link')
        .first()
        .waitFor({ timeout: 60_000 });
    },
  },
  {
    name: 'my-revenue-whole',
    isWhole: true,
    arrange: async (stage) => {
      const page = await open(stage, 'sold');
      await page.locator('select').first().selectOption('all');
    },
  },
  {
    name: 'my-revenue-empty',
    arrange: async (stage) => {
      const nothing = { salesCount: 0, salesVnd: 0, refundCount: 0, refundVnd: 0, revenueVnd: 0 };
      await stage.page.route(
        '**/figures',
        saidOtherwise((answer) => ({
          ...answer,
          days: [],
          total: { ...(answer.total as object), ...nothing, methods: [], booths: [], products: [] },
        })),
      );
      await open(stage, 'sold');
    },
  },
  {
    name: 'my-set-aside',
    sizes: ['phone'],
    arrange: async (stage) => {
      await stage.page.route(
        '**/figures',
        saidOtherwise((answer) => ({ ...answer, setAsideCount: 3 })),
      );
      await open(stage, 'sold');
    },
  },
  { name: 'my-booths', arrange: async (stage) => void (await open(stage, 'booths')) },
  { name: 'my-products', arrange: async (stage) => void (await open(stage, 'products')) },
  {
    name: 'my-products-empty',
    arrange: async (stage) => {
      await stage.page.route(/\/products\?/, (route) => route.fulfill({ json: [] }));
      await open(stage, 'products');
    },
  },
  {
    name: 'my-product-new',
    arrange: async (stage) => addProduct(await open(stage, 'products')),
  },
  {
    name: 'my-product-edit',
    arrange: async (stage) => {
      const page = await open(stage, 'products');
      await page
        .getByRole('button', { name: beginning('Sửa ', 'Edit ') })
        .nth(2)
        .click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'my-product-wrong',
    arrange: async (stage) => {
      const page = await open(stage, 'products');
      await addProduct(page);
      await fillProduct(page);
      await page.locator('[name=unit]').fill('');
      await save(page);
      await page.locator('[aria-invalid=true]').first().waitFor();
    },
  },
  {
    name: 'my-product-certificate',
    arrange: async (stage) => {
      const page = await open(stage, 'products');
      await addProduct(page);
      await fillProduct(page);
      await more(page);
      await page.getByRole('radio', { name: /^4 / }).check();
      await page.locator('[name=barcode]').fill('8935000000017');
      await page.locator('[name=traceUrl]').fill('check.vn/cha-muc');
      await save(page);
      await page.locator('[name=certificateNumber][aria-invalid=true]').waitFor();
    },
  },
  {
    name: 'my-product-barcode',
    sizes: ['phone'],
    arrange: async (stage) => {
      const page = await open(stage, 'products');
      await addProduct(page);
      await fillProduct(page);
      await more(page);
      await page.locator('[name=barcode]').fill('8935000000017');
      await save(page);
      await page.locator('[name=barcode][aria-invalid=true]').waitFor();
    },
  },
  {
    name: 'my-catalogue-full',
    sizes: ['phone'],
    arrange: async (stage) => {
      const page = await open(stage, 'products');
      await page.route(/\/products$/, (route) =>
        route.fulfill({
          status: 409,
          contentType: 'application/problem+json',
          json: {
            status: 409,
            code: 'catalogue_full',
            detailVi:
              'Danh mục đã đủ 500 sản phẩm. Hãy rút bớt sản phẩm không bán nữa rồi thêm lại.',
            detailEn:
              'The catalogue holds 500 products, the most it can. Take out one that is no longer sold, then add again.',
          },
        }),
      );
      await addProduct(page);
      await fillProduct(page);
      await save(page);
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'my-product-unsaved',
    sizes: ['phone'],
    arrange: async (stage) => {
      const page = await open(stage, 'products');
      await addProduct(page);
      await fillProduct(page);
      await page.keyboard.press('Escape');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'my-products-none-found',
    sizes: ['phone'],
    arrange: async (stage) => {
      const page = await open(stage, 'products');
      await page.getByRole('searchbox').fill('sao hỏa');
      await page.getByText('“sao hỏa”').waitFor();
    },
  },
  { name: 'my-tills', arrange: openPaired },
  {
    name: 'my-tills-empty',
    sizes: ['phone'],
    arrange: async (stage) => {
      await stage.page.route(/\/(registers)$/, (route) => route.fulfill({ json: [] }));
      await open(stage, 'tills');
    },
  },
  {
    name: 'my-till-pairing',
    arrange: async (stage) => {
      const page = await open(stage, 'tills');
      await page
        .getByRole('button', {
          name: /^(Ghép điện thoại (khác )?cho máy|Pair (a|another) phone)/,
        })
        .first()
        .click();
      await page.getByTestId('pairing-code').waitFor();
    },
  },
  {
    name: 'my-till-lost',
    sizes: ['phone'],
    arrange: async (stage) => {
      const page = await open(stage, 'tills');
      await page
        .getByRole('button', { name: beginning('Báo mất máy', 'Report') })
        .first()
        .click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'my-cashier-new',
    sizes: ['phone'],
    arrange: async (stage) => {
      const page = await open(stage, 'tills');
      await drawn.tills(page).click();
      await save(page);
      await page.locator('[name=pin][aria-invalid=true]').waitFor();
    },
  },
  {
    name: 'my-cashiers',
    isWhole: true,
    arrange: async (stage) => {
      await stage.page.route(/\/cashiers/, (route) =>
        route.fulfill({
          json: [
            { id: 'a', name: 'Nguyễn Phương Hoàng Thị Thanh Trúc Quỳnh Như', mayRefund: true },
            { id: 'b', name: 'Trần Văn Minh', mayRefund: false },
          ],
        }),
      );
      await openPaired(stage);
    },
  },
  { name: 'my-account-none', arrange: async (stage) => void (await open(stage, 'account')) },
  {
    name: 'my-account',
    arrange: async (stage) => {
      const page = await open(stage, 'account');
      await page.locator('[name=bank]').fill('agribank');
      await page.getByRole('button', { name: beginning('Agribank', 'Agribank') }).click();
      await page.locator('[name=accountNumber]').fill('0011223344');
      await page.locator('[name=holderName]').fill('CO SO THU NGHIEM');
      await page.getByRole('img').last().waitFor();
    },
  },
  {
    name: 'my-offline',
    sizes: ['phone'],
    arrange: async (stage) => {
      const page = await open(stage, 'sold');
      await page.context().setOffline(true);
      await page.locator('[data-state="offline"]').waitFor();
    },
  },
  {
    name: 'my-error',
    arrange: async (stage) => {
      await stage.page.route('**/api/fairs/*/exhibitors*', (route) => route.abort());
      const page = await go(stage, 'sold');
      await page.getByRole('button', { name: either('Thử lại', 'Try again') }).waitFor();
    },
  },
  {
    name: 'my-not-an-exhibitor',
    sizes: ['phone'],
    arrange: async (stage) => {
      const { page, url } = stage;
      await stage.enterAs('official');
      await page.goto(`${url}/my`);
      await page.locator('main h2').waitFor();
    },
  },
];
