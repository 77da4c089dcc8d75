import type { Shot, Stage } from './shot';
import {
  enrol,
  enter,
  fillCart,
  openCart,
  openMenu,
  openSale,
  openShift,
  pay,
  payCash,
  payVietQr,
  sellOnce,
  start,
  takeCash,
  tapGoods,
  toClosing,
  typeCode,
  typePin,
} from './till-stage';

/* Names as producers give them, longer than any tile. */
const longNames = [
  'Nước khoáng thiên nhiên Quang Hanh (bổ sung ga chất lượng cao)',
  'Rượu đông trùng hạ thảo Vietcor',
  'Chả mực giã tay Hạ Long',
  'Ruốc hàu Thái Bình Dương Vân Đồn',
  'Bộ ấm chén gốm sứ Quang Vinh vẽ vàng',
];

async function countDrawer({ page }: Stage, notes: Record<string, string>): Promise<void> {
  for (const [note, count] of Object.entries(notes)) {
    await page.getByLabel(new RegExp(`^Số tờ ${note.replaceAll('.', '\\.')}\\s₫$`)).fill(count);
  }
}

/** Another customer's goods, put by under this name. */
async function parkAs(stage: Stage, name: string): Promise<void> {
  const { page } = stage;
  await tapGoods(page);
  await openCart(stage);
  const park = page.getByRole('button', { name: 'Tạm giữ', exact: true }).locator('visible=true');
  await park.click();
  const sheet = page.getByRole('dialog', { name: 'Tạm giữ đơn này' });
  await sheet.getByLabel('Ghi để nhớ').fill(name);
  await sheet.getByRole('button', { name: 'Tạm giữ', exact: true }).click();
  await sheet.waitFor({ state: 'hidden' });
}

export const shots: Shot[] = [
  {
    name: 'till-enrol',
    arrange: async ({ page, url }) => {
      await page.goto(`${url}/till/`);
      await page.getByLabel('Mã ghép máy').waitFor();
    },
  },
  { name: 'till-enrol-typed', arrange: (stage) => typeCode(stage) },
  {
    name: 'till-enrol-wrong',
    arrange: async ({ page, url }) => {
      await page.goto(`${url}/till/#code=ABCDE-23456`);
      await page.getByRole('button', { name: 'Ghép máy này' }).click();
      await page.getByText('enrolment_code_unknown').waitFor();
    },
  },
  {
    name: 'till-enrol-offline',
    arrange: async ({ page, url }) => {
      await page.route('**/api/enrolments', (route) => route.abort());
      await page.goto(`${url}/till/#code=ABCDE-23456`);
      await page.getByRole('button', { name: 'Ghép máy này' }).click();
      await page.getByText('unreachable').waitFor();
    },
  },
  {
    name: 'till-cannot-sell',
    arrange: async ({ page, url }) => {
      /* Another name for the same server: no encryption, and not this machine. */
      await page.route('http://phien.test/**', async (route) => {
        const { pathname } = new URL(route.request().url());
        await route.fulfill({ response: await route.fetch({ url: `${url}${pathname}` }) });
      });
      await page.goto('http://phien.test/till/');
      await page.getByRole('heading', { name: 'Chưa bán hàng được ở đây' }).waitFor();
    },
  },
  { name: 'till-ready', arrange: (stage) => enrol(stage) },
  { name: 'till-name', arrange: (stage) => start(stage) },
  {
    name: 'till-who',
    arrange: (stage) =>
      start(stage, { cashiers: ['Phạm Thị Hương Giang', 'Nguyễn Hoàng Minh Châu', 'Lê Văn Tú'] }),
  },
  { name: 'till-pin', arrange: (stage) => start(stage, { cashiers: ['Phạm Thị Hương Giang'] }) },
  {
    name: 'till-pin-wrong',
    arrange: async (stage) => {
      await start(stage, { cashiers: ['Phạm Thị Hương Giang'] });
      await typePin(stage.page, '1111');
      await stage.page.getByText('PIN không đúng.').waitFor();
    },
  },
  {
    name: 'till-pin-locked',
    arrange: async (stage) => {
      await start(stage, { cashiers: ['Phạm Thị Hương Giang'] });
      for (let wrong = 1; wrong <= 5; wrong += 1) await typePin(stage.page, '1111');
      await stage.page.getByText(/^Sai quá nhiều lần/).waitFor();
    },
  },
  { name: 'till-open-shift', arrange: (stage) => enter(stage) },
  { name: 'till-sell', arrange: (stage) => fillCart(stage) },
  {
    name: 'till-sell-long',
    arrange: (stage) =>
      fillCart(stage, {
        goods: (goods) =>
          goods.map((item, at) => ({ ...item, name: longNames[at % longNames.length] ?? '' })),
      }),
  },
  {
    name: 'till-sell-many',
    arrange: (stage) =>
      fillCart(stage, {
        goods: (goods) =>
          [...goods, ...goods, ...goods, ...goods].map((item, at) => ({
            ...item,
            id: `0193a0aa-0000-7000-8000-0000000000${10 + at}`,
            name: at % 5 === 1 ? (longNames[2] ?? '') : item.name,
            priceVnd: at % 5 === 2 ? 1_250_000 : item.priceVnd,
            star: at % 4 === 0 ? 5 : null,
          })),
      }),
  },
  {
    name: 'till-sell-stars',
    arrange: (stage) =>
      fillCart(stage, {
        goods: (goods) =>
          goods.map((item, at) => ({
            ...item,
            star: 5,
            certificateExpiresOn: ['2025-11-25', '2025-11-01', '2026-11-30'][at % 3] ?? null,
          })),
      }),
  },
  {
    name: 'till-sell-none',
    arrange: async (stage) => {
      await openShift(stage, { goods: () => [] });
      await stage.page.getByText('Gian này chưa có mặt hàng nào').waitFor();
    },
  },
  {
    name: 'till-sell-sold-out',
    arrange: async (stage) => {
      await openShift(stage, {
        goods: (goods) => goods.map((item, at) => ({ ...item, isSoldOut: at % 2 === 0 })),
      });
      await stage.page.getByTestId('tile').first().click();
      await stage.page.getByText(/đang ghi là hết hàng/).waitFor();
    },
  },
  {
    name: 'till-sell-not-found',
    arrange: async (stage) => {
      await openShift(stage);
      await stage.page.getByLabel('Tìm hàng').fill('sá sùng');
      await stage.page.getByText('Không thấy hàng nào').waitFor();
    },
  },
  {
    name: 'till-scan-denied',
    arrange: async (stage) => {
      await openShift(stage);
      await stage.page.getByRole('button', { name: 'Quét mã vạch' }).click();
      await stage.page.getByLabel('Hoặc gõ số dưới mã vạch').fill('8939999999991');
      await stage.page.getByRole('button', { name: 'Thêm vào giỏ' }).click();
      await stage.page.getByText('Không có hàng nào mang mã').waitFor();
    },
  },
  {
    name: 'till-cart',
    arrange: async (stage) => {
      await fillCart(stage, {
        goods: (goods) =>
          goods.map((item, at) => (at === 0 ? { ...item, name: longNames[0] ?? '' } : item)),
      });
      await openCart(stage);
    },
  },
  {
    name: 'till-cart-undo',
    arrange: async (stage) => {
      await fillCart(stage);
      await openCart(stage);
      await stage.page
        .getByRole('button', { name: /^Bớt / })
        .locator('visible=true')
        .first()
        .click();
      await stage.page.getByRole('button', { name: 'Hoàn tác' }).locator('visible=true').waitFor();
    },
  },
  {
    name: 'till-park',
    arrange: async (stage) => {
      await fillCart(stage);
      await openCart(stage);
      await stage.page
        .getByRole('button', { name: 'Tạm giữ', exact: true })
        .locator('visible=true')
        .click();
      await stage.page.getByLabel('Ghi để nhớ').fill('khách áo đỏ');
    },
  },
  {
    name: 'till-parked',
    arrange: async (stage) => {
      await openShift(stage, {
        goods: (goods) =>
          goods.map((item, at) => (at === 0 ? { ...item, name: longNames[0] ?? '' } : item)),
      });
      for (const name of ['khách áo đỏ', '', 'chị Hương Giang đoàn Bình Liêu, lấy hàng chiều']) {
        await parkAs(stage, name);
      }
      await tapGoods(stage.page);
      await stage.page
        .getByRole('button', { name: '3 đơn tạm giữ' })
        .locator('visible=true')
        .click();
    },
  },
  {
    name: 'till-sell-parked',
    arrange: async (stage) => {
      await openShift(stage);
      await parkAs(stage, 'khách áo đỏ');
      await tapGoods(stage.page);
    },
  },
  {
    name: 'till-close-parked',
    arrange: async (stage) => {
      await openShift(stage);
      await parkAs(stage, 'khách áo đỏ');
      await openMenu(stage.page);
      await stage.page.getByRole('button', { name: 'Chốt ca' }).click();
      await stage.page.getByRole('button', { name: 'Bỏ hết' }).click();
    },
  },
  {
    name: 'till-item',
    arrange: async (stage) => {
      await openShift(stage);
      await stage.page.getByTestId('tile').first().click({ button: 'right' });
      await stage.page.getByLabel('Ghi chú').fill('ít cay');
    },
  },
  {
    name: 'till-weighed',
    arrange: async (stage) => {
      await openShift(stage, {
        goods: (goods) => goods.map((item) => ({ ...item, isWeighed: true, unit: 'kg' })),
      });
      await stage.page.getByTestId('tile').first().click();
      await stage.page.getByLabel('Số lượng (kg)').fill('0,35');
    },
  },
  {
    name: 'till-discount',
    arrange: async (stage) => {
      await fillCart(stage);
      await openCart(stage);
      await stage.page
        .getByRole('button', { name: 'Giảm giá cả đơn' })
        .locator('visible=true')
        .click();
      const sheet = stage.page.getByRole('dialog', { name: 'Giảm giá cả đơn' });
      await sheet.getByRole('button', { name: '%' }).click();
      await sheet.getByRole('textbox', { name: 'Giảm giá' }).fill('10');
    },
  },
  {
    name: 'till-quick-sale',
    arrange: async (stage) => {
      await openShift(stage);
      await stage.page.getByRole('button', { name: 'Bán nhanh' }).click();
      await stage.page.getByLabel('Giá bán').fill('35000');
    },
  },
  {
    name: 'till-cash',
    arrange: async (stage) => {
      await fillCart(stage);
      await pay(stage);
      await stage.page.getByRole('button', { name: 'Vừa đủ' }).click();
    },
  },
  { name: 'till-vietqr', arrange: payVietQr },
  {
    name: 'till-vietqr-done',
    arrange: async (stage) => {
      await payVietQr(stage);
      await stage.page.getByRole('button', { name: 'Người bán xác nhận đã nhận tiền' }).click();
      await stage.page.getByRole('button', { name: 'Mã QR của phiếu' }).click();
      await stage.page.getByTestId('slip-qr').waitFor();
    },
  },
  {
    name: 'till-other',
    arrange: async (stage) => {
      await fillCart(stage);
      await pay(stage);
      await stage.page.getByRole('button', { name: 'Khác', exact: true }).click();
      await stage.page.getByText('Khách đã trả bằng:').waitFor();
    },
  },
  {
    name: 'till-split',
    arrange: async (stage) => {
      await fillCart(stage);
      await pay(stage);
      await stage.page.getByRole('button', { name: 'Chia', exact: true }).click();
      await stage.page.getByLabel('Số tiền của phần này').fill('20000');
      await stage.page.getByRole('button', { name: 'Người bán xác nhận đã nhận tiền' }).click();
      await stage.page.getByRole('button', { name: 'Tiền mặt' }).click();
    },
  },
  { name: 'till-done', arrange: (stage) => payCash(stage) },
  {
    name: 'till-done-change',
    arrange: async (stage) => {
      const { page } = stage;
      await fillCart(stage);
      await pay(stage);
      for (const key of ['5', '000', '000']) {
        await page.getByRole('button', { name: key, exact: true }).click();
      }
      await page.getByRole('button', { name: 'Đã nhận tiền' }).click();
      await page.getByTestId('give-back').waitFor();
    },
  },
  {
    name: 'till-slip',
    arrange: async (stage) => {
      await payCash(stage);
      await stage.page.getByRole('button', { name: 'In phiếu' }).click();
      await stage.page.getByRole('button', { name: '58 mm' }).waitFor();
    },
  },
  {
    name: 'till-sales',
    arrange: async (stage) => {
      const { page } = stage;
      await openSale(stage);
      await page.getByRole('button', { name: 'Hủy cả đơn' }).click();
      await page.getByRole('button', { name: 'Bấm nhầm' }).click();
      await page.getByRole('button', { name: /^Hủy đơn/ }).click();
      await page.getByText('Đã hủy bằng chứng từ số 3').waitFor();
      await page.getByRole('button', { name: 'Đóng' }).click();
    },
  },
  { name: 'till-sale', arrange: (stage) => openSale(stage) },
  {
    name: 'till-refund',
    arrange: async (stage) => {
      const { page } = stage;
      await openSale(stage);
      await page.getByRole('button', { name: 'Trả hàng' }).click();
      await page
        .getByRole('button', { name: /^Thêm / })
        .first()
        .click();
      await page.getByRole('button', { name: 'Hàng lỗi' }).click();
    },
  },
  {
    name: 'till-refund-approval',
    arrange: async (stage) => {
      const { page } = stage;
      await openSale(stage, { cashiers: ['Phạm Thị Hương Giang'] });
      await page.getByRole('button', { name: 'Trả hàng' }).click();
      await page.getByRole('button', { name: 'Trả hết' }).click();
      await page.getByRole('button', { name: 'Hàng lỗi' }).click();
      await page.getByRole('button', { name: /^Trả khách/ }).click();
      await page.getByRole('heading', { name: 'Cần PIN của người được phép' }).waitFor();
    },
  },
  {
    name: 'till-void',
    arrange: async (stage) => {
      await openSale(stage);
      await stage.page.getByRole('button', { name: 'Hủy cả đơn' }).click();
      await stage.page.getByRole('button', { name: 'Bấm nhầm' }).click();
    },
  },
  {
    name: 'till-sending',
    arrange: async (stage) => {
      await openShift(stage);
      /* An answer that never comes. */
      await stage.page.route('**/registers/*/documents', () => undefined);
      await tapGoods(stage.page);
      await pay(stage);
      await takeCash(stage.page);
      await stage.page.getByRole('button', { name: 'Đơn mới' }).click();
      await stage.page.getByText('Đang gửi 1').waitFor();
    },
  },
  {
    name: 'till-offline',
    arrange: async (stage) => {
      await openShift(stage);
      await stage.page.route('**/registers/*/documents', (route) => route.abort());
      await tapGoods(stage.page);
      await pay(stage);
      await takeCash(stage.page);
      await stage.page.getByRole('button', { name: 'Đơn mới' }).click();
      await stage.page.getByText('Ngoại tuyến · 1 chờ gửi').waitFor();
    },
  },
  {
    name: 'till-refused',
    arrange: async (stage) => {
      await openShift(stage);
      await stage.page.route('**/registers/*/documents', (route) =>
        route.fulfill({
          status: 403,
          json: {
            status: 403,
            code: 'signature_wrong',
            detailVi: 'Chữ ký của máy không đúng.',
            detailEn: 'The phone’s signature is not right.',
          },
        }),
      );
      await tapGoods(stage.page);
      await pay(stage);
      await takeCash(stage.page);
      await stage.page.getByRole('button', { name: 'Đơn mới' }).click();
      await stage.page.getByText('1 cần xử lý').click();
      await stage.page.getByText('signature_wrong').waitFor();
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
    name: 'till-rescue',
    sizes: ['phone'],
    arrange: async (stage) => {
      await sellOnce(stage);
      await openMenu(stage.page);
      await stage.page.getByRole('button', { name: 'Xuất tệp cứu hộ' }).click();
      await stage.page.getByRole('button', { name: 'Lưu tệp' }).click();
      await stage.page.getByText('Đã lưu tệp').waitFor();
    },
  },
  {
    name: 'till-enrol-again',
    sizes: ['phone'],
    arrange: async (stage) => {
      await openShift(stage);
      await openMenu(stage.page);
      await stage.page.getByRole('button', { name: 'Ghép máy lại' }).click();
      await stage.page.getByRole('button', { name: /^Ở lại gian/ }).waitFor();
    },
  },
  {
    name: 'till-figures',
    arrange: async (stage) => {
      await sellOnce(stage);
      await openMenu(stage.page);
      await stage.page.getByRole('button', { name: 'Số liệu ca này' }).click();
    },
  },
  {
    name: 'till-cash-move',
    arrange: async (stage) => {
      await openShift(stage);
      await openMenu(stage.page);
      await stage.page.getByRole('button', { name: 'Thu, chi tiền mặt' }).click();
      await stage.page.getByLabel('Số tiền').fill('200000');
      await stage.page.getByRole('button', { name: 'Cất bớt tiền' }).click();
    },
  },
  { name: 'till-close-shift', arrange: toClosing },
  {
    name: 'till-close-sum',
    sizes: ['phone'],
    arrange: async (stage) => {
      await toClosing(stage);
      await stage.page.getByRole('button', { name: 'Chỉ ghi tổng' }).click();
      await stage.page.getByLabel('Tổng tiền đếm được').fill('620000');
    },
  },
  {
    name: 'till-close-difference',
    arrange: async (stage) => {
      await toClosing(stage);
      await countDrawer(stage, { '500.000': '1', '100.000': '1' });
      await stage.page.getByRole('button', { name: 'Chốt ca' }).click();
      await stage.page.getByRole('button', { name: 'Đúng, chốt ca' }).waitFor();
    },
  },
  {
    name: 'till-closed',
    arrange: async (stage) => {
      await toClosing(stage);
      await countDrawer(stage, { '500.000': '1', '100.000': '1' });
      await stage.page.getByRole('button', { name: 'Chốt ca' }).click();
      await stage.page.getByRole('button', { name: 'Đúng, chốt ca' }).click();
      await stage.page.getByText('Sổ của hội chợ đã nhận đủ ca này.').waitFor();
    },
  },
  {
    name: 'till-report-z',
    isWhole: true,
    arrange: async (stage) => {
      await toClosing(stage);
      await countDrawer(stage, { '500.000': '1', '100.000': '1' });
      await stage.page.getByRole('button', { name: 'Chốt ca' }).click();
      await stage.page.getByRole('button', { name: 'Đúng, chốt ca' }).click();
      await stage.page.getByRole('button', { name: 'Báo cáo Z – cuối ca' }).click();
      await stage.page.getByText('Sổ của hội chợ đã nhận đủ ca này.').last().waitFor();
      await stage.page.getByTestId('report').getByText('Chênh lệch').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'till-shifts',
    arrange: async (stage) => {
      await toClosing(stage);
      await countDrawer(stage, { '500.000': '1', '100.000': '1' });
      await stage.page.getByRole('button', { name: 'Chốt ca' }).click();
      await stage.page.getByRole('button', { name: 'Đúng, chốt ca' }).click();
      await stage.page.getByRole('button', { name: 'Xong, khóa máy' }).click();
      await stage.page.getByRole('button', { name: 'Vào bán hàng' }).click();
      await openMenu(stage.page);
      await stage.page.getByRole('button', { name: 'Các ca đã chốt' }).click();
      await stage.page.getByRole('dialog').getByRole('button', { name: /Lệch/ }).waitFor();
    },
  },
];
