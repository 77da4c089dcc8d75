import type { Page } from '@playwright/test';
import type { Shot, Stage } from './shot';

const LONG_NAME =
  'Hội chợ giới thiệu, kết nối tiêu thụ sản phẩm OCOP và hàng nông, lâm, thủy sản của các xã, phường, đặc khu tỉnh Quảng Ninh với các tỉnh, thành phố – Thu Đông 2025';

interface Wanted {
  audience?: 'officials' | 'public';
  /** Which of the three scenes stands still. */
  scene?: 0 | 1 | 2;
  fairId?: string;
  heartbeatMs?: number;
}

/** A new wall's address; the link of a wall that is to be revoked with it. */
async function linkOf(stage: Stage, { audience = 'officials', fairId }: Wanted) {
  const { page, url, fair } = stage;
  await stage.enterAs('organizer');
  const at = `${url}/api/fairs/${fairId ?? fair.id}/wall-links`;
  /* Every shot makes its own, and a fair has twenty at most. */
  const known = (await (await page.request.get(at)).json()) as { id: string; name: string }[];
  for (const { id, name } of known) {
    if (name === 'Ảnh') await page.request.delete(`${at}/${id}`);
  }
  const made = await page.request.post(at, {
    data: { name: 'Ảnh', audience, language: 'vi' },
  });
  if (!made.ok()) throw new Error(await made.text());
  const { id, token } = (await made.json()) as { id: string; token: string };
  await page.context().clearCookies();
  return { id, token, at, address: `${url}/tv/#${token}` };
}

/** Opens a wall that stands still at one scene. */
async function openWall(stage: Stage, wanted: Wanted = {}) {
  const link = await linkOf(stage, wanted);
  const { page } = stage;
  const pace = { firstScene: wanted.scene ?? 0, sceneMs: 1e9 };
  const heartbeat = wanted.heartbeatMs ? { heartbeatMs: wanted.heartbeatMs } : {};
  await page.addInitScript(
    `globalThis.phienWallPace = ${JSON.stringify({ ...pace, ...heartbeat })}`,
  );
  await page.goto(link.address);
  await page.locator('[data-testid="as-of"][data-state="live"]').waitFor();
  if (wanted.scene === 1) await page.locator('[data-booth]').first().waitFor();
  return link;
}

/** The same wall where the fair lets officials see the money of booths: what its organizer reads. */
async function withMoney({ page, url, fair, enterAs }: Stage): Promise<void> {
  await enterAs('organizer');
  const board: unknown = await (await page.request.get(`${url}/api/fairs/${fair.id}/board`)).json();
  await page.routeWebSocket(/socket\.io/, () => undefined);
  await page.route('**/api/wall/board', (route) => route.fulfill({ json: board }));
}

/** A fair with the longest of names that begins in some days. */
async function fairToCome({ page, url, enterAs }: Stage): Promise<string> {
  await enterAs('organizer');
  const code = `sap-mo-${Date.now()}`;
  const opened = await page.request.post(`${url}/api/fairs`, {
    data: {
      template: 'ocop-160',
      code,
      nameVi: LONG_NAME,
      nameEn: LONG_NAME,
      startsOn: '2025-11-28',
      days: 7,
    },
  });
  if (!opened.ok()) throw new Error(await opened.text());
  return ((await opened.json()) as { id: string }).id;
}

async function openWalls(stage: Stage): Promise<Page> {
  const { page, url, fair } = stage;
  await linkOf(stage, {});
  await stage.enterAs('organizer');
  await page.goto(`${url}/people?fair=${fair.code}&tab=walls`);
  await page.getByTestId('walls').waitFor();
  return page;
}

const onWall = { sizes: ['wall'], schemes: ['dark'] } as const;
const onBoth = { sizes: ['wall', 'projector'], schemes: ['dark'] } as const;

export const shots: Shot[] = [
  {
    name: 'wall-figures',
    ...onBoth,
    arrange: async (stage) => void (await openWall(stage)),
  },
  {
    name: 'wall-plan',
    ...onBoth,
    arrange: async (stage) => void (await openWall(stage, { scene: 1 })),
  },
  {
    name: 'wall-booths',
    ...onBoth,
    arrange: async (stage) => void (await openWall(stage, { scene: 2 })),
  },
  {
    name: 'wall-booths-money',
    ...onWall,
    async arrange(stage) {
      await withMoney(stage);
      await openWall(stage, { scene: 2 });
    },
  },
  {
    name: 'wall-public-figures',
    ...onWall,
    arrange: async (stage) => void (await openWall(stage, { audience: 'public' })),
  },
  {
    name: 'wall-public-booths',
    ...onWall,
    arrange: async (stage) => void (await openWall(stage, { audience: 'public', scene: 2 })),
  },
  {
    name: 'wall-to-come',
    ...onBoth,
    async arrange(stage) {
      await openWall(stage, { fairId: await fairToCome(stage) });
    },
  },
  {
    name: 'wall-to-come-plan',
    ...onWall,
    async arrange(stage) {
      await openWall(stage, { fairId: await fairToCome(stage), scene: 1 });
    },
  },
  {
    name: 'wall-cut',
    ...onBoth,
    async arrange(stage) {
      const { page } = stage;
      let isCut = false;
      const lines = new Set<{ close(): Promise<void> }>();
      await page.routeWebSocket(/socket\.io/, (line) => {
        lines.add(line);
        line.connectToServer();
      });
      await page.route('**/*', (route) => (isCut ? route.abort() : route.fallback()));
      await openWall(stage, { heartbeatMs: 400 });
      isCut = true;
      await page.routeWebSocket(/socket\.io/, () => undefined);
      for (const line of lines) await line.close();
      await page.getByTestId('wall-cut').waitFor();
    },
  },
  {
    name: 'wall-revoked',
    ...onBoth,
    async arrange(stage) {
      const { id, at } = await openWall(stage);
      await stage.enterAs('organizer');
      await stage.page.request.delete(`${at}/${id}`);
      await stage.page.getByTestId('wall-dark').waitFor();
    },
  },
  {
    name: 'people-walls',
    async arrange(stage) {
      const page = await openWalls(stage);
      await page.getByRole('button', { name: /^(Thu hồi đường dẫn|Revoke the link)/ }).click();
    },
  },
  {
    name: 'people-wall-new',
    async arrange(stage) {
      const page = await openWalls(stage);
      await page.getByRole('button', { name: /^(Thêm màn hình|Add a wall)$/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'people-wall-link',
    async arrange(stage) {
      const page = await openWalls(stage);
      await page.getByRole('button', { name: /^(Thêm màn hình|Add a wall)$/ }).click();
      await page.getByLabel(/^(Đặt ở đâu|Where it hangs)/).fill('Ảnh');
      await page.locator('[role=dialog] button[type=submit]').click();
      await page.locator('[role=dialog] svg[role=img]').waitFor();
    },
  },
];
