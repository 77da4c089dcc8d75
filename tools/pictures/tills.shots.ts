import type { Page } from '@playwright/test';
import { beginning, either } from './either';
import type { Shot, Stage } from './shot';

const NOW = '2025-11-20T08:24:00.000Z';
const ago = (minutes: number) => new Date(Date.parse(NOW) - minutes * 60_000).toISOString();
const LONG =
  'Hợp tác xã nông nghiệp hữu cơ và dịch vụ du lịch cộng đồng dân tộc Dao Thanh Y xã Quảng Đức';

type Answer = Record<string, unknown>;

/** A phone that sells well, but for what is told. */
const till = (n: number, change: Answer = {}): Answer => ({
  registerId: `00000000-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`,
  epoch: 1,
  registerName: `A${n}`,
  exhibitorId: 'x',
  exhibitorName: ['HTX Chả mực Hạ Long', 'Cơ sở chè hoa vàng Ba Chẽ Lâm Thị Hồng', LONG][n % 3],
  boothId: 'b',
  boothCode: `A${String(n).padStart(2, '0')}`,
  zoneCode: 'A',
  deviceName: ['Android · Chrome', 'iPhone · Safari'][n % 2],
  enrolledAt: ago(2_000),
  isReplaced: false,
  revokedAt: null,
  state: 'all_sent',
  since: ago(0.5),
  alarms: [],
  lastSeenAt: ago(0.5),
  isOnline: true,
  deliveredAt: ago(3),
  linkedSequence: 140 + n,
  shiftOpenedAt: ago(420),
  cashier: 'Phạm Thị Hương Giang',
  unsentCount: 0,
  clashCount: 0,
  setAsideCount: 0,
  saidAt: ago(0.5),
  issuedSequence: 140 + n,
  isCartEmpty: true,
  clockOffsetMs: -1_200,
  appBuild: 'index-BKT9-0Ib',
  isStorageKept: true,
  storageUsedBytes: 4_200_000,
  storageQuotaBytes: 31_000_000_000,
  isInstalled: true,
  ...change,
});

const quiet = (minutes: number) => ({
  deliveredAt: ago(minutes + 1),
  since: ago(minutes),
  lastSeenAt: ago(minutes),
  saidAt: ago(minutes),
  isOnline: false,
});
const unsaid = {
  saidAt: null,
  issuedSequence: null,
  isCartEmpty: null,
  clockOffsetMs: null,
  appBuild: null,
  isStorageKept: null,
  storageUsedBytes: null,
  storageQuotaBytes: null,
  isInstalled: null,
};
const gone = { ...unsaid, lastSeenAt: null, isOnline: false, deliveredAt: null, linkedSequence: 0 };

/* An evening on which something is wrong with a few of many. */
const evening = () => [
  till(2, { state: 'clashing', alarms: ['clash'], clashCount: 1, unsentCount: 3 }),
  till(5, {
    state: 'silent',
    alarms: ['silent_open_shift', 'storage_not_kept', 'clock_off', 'old_version'],
    unsentCount: 12,
    issuedSequence: 157,
    isStorageKept: false,
    clockOffsetMs: 7 * 60_000,
    isInstalled: false,
    ...quiet(44),
  }),
  till(8, { state: 'silent', alarms: ['silent_open_shift'], ...quiet(1_290) }),
  till(9, { state: 'silent', alarms: ['silent_open_shift'], ...quiet(22), ...unsaid }),
  till(11, { state: 'closed_holding', unsentCount: 4, shiftOpenedAt: null, ...quiet(35) }),
  till(14, { state: 'holding', unsentCount: 2, since: ago(1) }),
  till(3, { state: 'revoked', alarms: ['set_aside_waiting'], setAsideCount: 37, ...quiet(51) }),
  till(17, { alarms: ['old_version'] }),
  ...[18, 19, 20, 21, 22, 23].map((n) => till(n)),
  till(24, { state: 'closed_and_empty', shiftOpenedAt: null, ...quiet(12) }),
  till(25, { state: 'never_used', since: null, ...gone }),
  till(26, { ...gone, state: 'not_paired', since: null, epoch: 0, deviceName: null }),
];

const aside = (n: number, change: Answer = {}): Answer => ({
  documentId: `10000000-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`,
  registerId: '00000000-0000-7000-8000-000000000003',
  registerName: 'A03',
  epoch: 1,
  sequence: 131 + n,
  exhibitorName: LONG,
  boothCode: 'A03',
  code: 'register_revoked',
  whyVi: 'máy đã bị thu hồi khi chứng từ gửi về',
  whyEn: 'the phone had been revoked when it was sent',
  setAsideAt: ago(30),
  isReadable: true,
  kind: 'sale',
  totalVnd: 85_000 * (n + 1),
  at: ago(60 - n),
  cashier: 'Phạm Thị Hương Giang',
  originalId: null,
  reason: null,
  goods: ['Chả mực giã tay Hạ Long', 'Ruốc hàu Vân Đồn', 'Trà hoa vàng Ba Chẽ hộp thiếc'],
  lineCount: 5,
  proposal: null,
  decision: null,
  ...change,
});

const waiting = () => [
  ...[0, 1, 2, 3].map((n) => aside(n, n === 2 ? { lineCount: 1, goods: ['Gà Tiên Yên'] } : {})),
  aside(20, {
    registerId: '00000000-0000-7000-8000-000000000014',
    boothCode: 'B14',
    exhibitorName: 'HTX Chả mực Hạ Long',
    kind: 'void',
    code: 'void_already_booked',
    whyVi: 'đơn gốc đã được hủy trước đó',
    whyEn: 'its sale was voided before',
    reason: 'Khách đổi ý',
    totalVnd: -240_000,
    goods: [],
    lineCount: 0,
  }),
  aside(21, {
    registerId: '00000000-0000-7000-8000-000000000014',
    boothCode: 'B14',
    exhibitorName: 'HTX Chả mực Hạ Long',
    code: 'line_amount_wrong',
    whyVi: 'nội dung chứng từ không đúng mẫu nên không tính được',
    whyEn: 'what it says does not add up, so it cannot be counted',
    isReadable: false,
    kind: null,
    totalVnd: null,
    at: null,
    cashier: null,
    goods: [],
    lineCount: 0,
  }),
];

const decided = () => [
  aside(0, {
    decision: {
      documentId: '1',
      verdict: 'accepted',
      reason: 'Bán trước khi báo mất máy',
      decidedByName: 'Nguyễn Thị Minh Nguyệt',
      decidedAt: ago(5),
    },
  }),
  aside(1, {
    decision: {
      documentId: '2',
      verdict: 'refused',
      reason: 'Bán sau khi máy bị mất, gian xác nhận không có đơn này trong sổ tay',
      decidedByName: 'Nguyễn Thị Minh Nguyệt',
      decidedAt: ago(4),
    },
  }),
];

const people = () => [
  {
    accountId: '1',
    login: '0912345678',
    name: 'Nguyễn Phương Hoàng Thị Thanh Trúc Quỳnh Như',
    isYou: false,
    isClosed: false,
    isInYourHands: true,
    lastSignInAt: ago(300),
    roles: [{ role: 'exhibitor', exhibitorId: 'x', exhibitorName: LONG, grantedAt: ago(9_000) }],
  },
  {
    accountId: '2',
    login: 'htx-ha-long',
    name: 'Phạm Văn Lực',
    isYou: false,
    isClosed: false,
    isInYourHands: true,
    lastSignInAt: null,
    roles: [{ role: 'exhibitor', exhibitorId: 'x', exhibitorName: LONG, grantedAt: ago(9_000) }],
  },
];

async function open(stage: Stage, tills: Answer[] | null, view = ''): Promise<Page> {
  const { page, url, fair } = stage;
  await stage.enterAs('organizer');
  if (tills !== null) {
    const json = { asOf: NOW, silentAfterMinutes: 15, tills };
    await page.route('**/api/fairs/*/tills', (route) => route.fulfill({ json }));
  }
  await page.route('**/api/fairs/*/people', (route) => route.fulfill({ json: people() }));
  await page.route('**/api/fairs/*/set-aside?*', (route) => {
    const documents = route.request().url().includes('decided') ? decided() : waiting();
    return route.fulfill({
      json: { waitingCount: 6, documents, isFairSealed: false, hasMore: false },
    });
  });
  await page.goto(`${url}/tills?fair=${fair.code}${view}`);
  return page;
}

const list = (page: Page) => page.getByTestId('tills').waitFor();
const openTill = async (page: Page, code: string) => {
  await page
    .getByRole('button', {
      name: beginning(`Xem máy ở gian ${code}`, `Look at the till at booth ${code}`),
    })
    .click();
  await page.getByRole('dialog').waitFor();
};

export const shots: readonly Shot[] = [
  {
    name: 'tills-evening',
    isWhole: true,
    async arrange(stage) {
      await list(await open(stage, evening()));
    },
  },
  {
    name: 'tills-list',
    sizes: ['desktop'],
    async arrange(stage) {
      await list(await open(stage, evening()));
    },
  },
  {
    name: 'tills-of-the-demo',
    async arrange(stage) {
      await list(await open(stage, null));
    },
  },
  {
    name: 'tills-silent',
    async arrange(stage) {
      const page = await open(stage, evening(), '&show=silent');
      await list(page);
    },
  },
  {
    name: 'tills-none-found',
    async arrange(stage) {
      const page = await open(stage, evening());
      await page.getByRole('searchbox').fill('gian không có');
    },
  },
  {
    name: 'tills-none',
    async arrange(stage) {
      const page = await open(stage, []);
      await page
        .getByRole('button', {
          name: either('Tạo máy cho các gian đã giao', 'Make tills for the assigned booths'),
        })
        .waitFor();
    },
  },
  {
    name: 'tills-panel',
    isWhole: false,
    async arrange(stage) {
      const page = await open(stage, evening());
      await openTill(page, 'A05');
      await page.getByText('0912345678').waitFor();
    },
  },
  {
    name: 'tills-panel-facts',
    async arrange(stage) {
      const page = await open(stage, evening());
      await openTill(page, 'A05');
      await page.getByText('0912345678').waitFor();
      await page.getByRole('dialog').locator('dd').last().scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'tills-revoke',
    async arrange(stage) {
      const page = await open(stage, evening());
      await openTill(page, 'A05');
      await page
        .getByRole('button', { name: either('Thu hồi điện thoại này', 'Revoke this phone') })
        .click();
    },
  },
  {
    name: 'tills-offline',
    async arrange(stage) {
      const page = await open(stage, evening());
      await list(page);
      await page.unroute('**/api/fairs/*/tills');
      await page.route('**/api/fairs/*/tills', (route) => route.abort());
      await page.getByTestId('stale-bar').waitFor({ timeout: 30_000 });
    },
  },
  {
    name: 'tills-error',
    async arrange(stage) {
      await stage.page.route('**/api/fairs/*/tills', (route) =>
        route.fulfill({ status: 503, json: {} }),
      );
      const page = await open(stage, null);
      await page.getByRole('button', { name: either('Thử lại', 'Try again') }).waitFor();
    },
  },
  {
    name: 'tills-aside',
    isWhole: true,
    async arrange(stage) {
      const page = await open(stage, evening(), '&view=aside');
      await page.getByTestId('set-aside').first().waitFor();
    },
  },
  {
    name: 'tills-aside-chosen',
    async arrange(stage) {
      const page = await open(stage, evening(), '&view=aside');
      await page.getByRole('spinbutton').first().fill('133');
      await page
        .getByRole('button', { name: either('Chấp nhận', 'Accept') })
        .last()
        .waitFor();
    },
  },
  {
    name: 'tills-aside-accept',
    async arrange(stage) {
      const page = await open(stage, evening(), '&view=aside');
      await page
        .getByRole('button', { name: either('Chấp nhận', 'Accept') })
        .first()
        .click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: either('Chấp nhận', 'Accept') })
        .click();
    },
  },
  {
    name: 'tills-aside-decided',
    async arrange(stage) {
      const page = await open(stage, evening(), '&view=aside');
      await page
        .getByRole('radio', { name: either('Đã quyết định', 'Decided') })
        .check({ force: true });
      await page.getByText('Bán trước khi báo mất máy').waitFor();
    },
  },
];
