import { judgeAt, phone } from './judge';
import { expect, test } from './story';
import { openTill, tillStand } from './till-story';

const stand = tillStand();

test.use({ viewport: { width: 360, height: 800 } });

test('a seller is told in time that the certificate of a star runs out, and when it has', async ({
  page,
}) => {
  await page.route('**/api/enrolments', async (route) => {
    const response = await route.fetch();
    const answer = (await response.json()) as { products: object[]; serverTime: string };
    const inDays = (days: number) =>
      new Date(Date.parse(answer.serverTime) + days * 86_400_000).toISOString().slice(0, 10);
    const products = answer.products.map((product, at) => ({
      ...product,
      star: 5,
      certificateExpiresOn: [inDays(11), inDays(-3), inDays(90)][at] ?? null,
    }));
    await route.fulfill({ response, json: { ...answer, products } });
  });
  /* What the till asks for afterwards would bring the stars as they are. */
  await page.route('**/catalogue', (route) => route.abort());
  await openTill(page, stand, 13);
  const tiles = page.getByTestId('tile');
  await expect(tiles.nth(0)).toContainText('còn 12 ngày');
  await expect(tiles.nth(1)).toContainText('hết hạn');
  await expect(tiles.nth(2)).not.toContainText(/hết hạn|còn \d+ ngày/);
  /* A tap that counts moves no tile. */
  const before = await tiles.nth(0).boundingBox();
  await tiles.nth(0).click();
  await expect(tiles.nth(0)).toContainText('×1');
  expect(await tiles.nth(0).boundingBox()).toEqual(before);
  await judgeAt([phone], page, 'till-stars');
});
