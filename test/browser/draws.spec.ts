import { desk, judgeAt, phone } from './judge';
import { openFair } from './open-fair';
import { expect, signInAs, test } from './story';

interface Booth {
  code: string;
  holders: { allocationId: string; name: string }[];
}

test('lots are drawn before everybody, repeated by anybody, and the booths given as drawn', async ({
  page,
  browser,
  server,
}) => {
  const organizer = page.context().request;
  await signInAs(organizer, server, 'organizer');
  const { fairUrl } = await openFair(organizer, server.url, {
    code: 'boc-tham',
    nameVi: 'Hội chợ bốc thăm',
    nameEn: 'Fair of lots',
    days: 3,
  });
  const booths = async () => (await (await organizer.get(`${fairUrl}/booths`)).json()) as Booth[];
  const freed = (await booths()).filter(({ holders }) => holders.length === 1).slice(0, 5);
  for (const { holders } of freed) {
    const answer = await organizer.delete(`${fairUrl}/allocations/${holders[0]?.allocationId}`);
    expect(answer.ok(), await answer.text()).toBe(true);
  }
  const names = freed.flatMap(({ holders }) => holders.map(({ name }) => name));
  const all = (await booths()).filter(({ holders }) =>
    holders.some(({ name }) => names.includes(name)),
  );
  expect(all, 'someone holds a second booth, so the list would not offer them').toEqual([]);

  await page.goto('/plan?fair=boc-tham');
  await page.getByRole('link', { name: 'Bốc thăm vị trí' }).click();
  await expect(page.getByRole('heading', { name: 'Chưa có lượt bốc thăm nào' })).toBeVisible();
  await page.getByRole('button', { name: 'Lập lượt bốc thăm' }).click();
  await page.getByLabel('Bốc thăm gì').fill('Khu trong tỉnh, các hợp tác xã đến sau, đợt 1');
  await expect(page.getByText('5 đơn vị bốc 5 gian.')).toBeVisible();
  await judgeAt([phone, desk], page, 'draw-prepare', { fullPage: true });
  await page.getByRole('checkbox', { name: names[0] }).uncheck();
  await page.getByRole('button', { name: 'Chốt danh sách' }).click();
  const drawing = page.getByTestId('drawing').getByRole('listitem');
  await expect(drawing).toHaveCount(4);
  await expect(page.getByTestId('drawing')).not.toContainText(names[0] ?? '');

  const hall = await browser.newContext({ baseURL: server.url });
  const anyone = await hall.newPage();
  const link = await page.locator('a[href*="/draw?"]').getAttribute('href');
  await anyone.goto(link ?? '');
  await expect(anyone.getByTestId('drawing').getByRole('listitem')).toHaveCount(4);
  await judgeAt([phone], anyone, 'draw-public-waits', { fullPage: true });

  await page.getByLabel('Mã do hội trường đọc to').fill('12 45 78 03');
  await page.getByRole('button', { name: 'Bốc thăm', exact: true }).click();
  const lots = page.getByTestId('lots').getByRole('listitem');
  await expect(lots).toHaveCount(4);
  await expect(page.getByTestId('repeated')).toContainText('trùng khớp');
  await judgeAt([phone, desk], page, 'draw-drawn', { fullPage: true });
  const drawn = await lots.allInnerTexts();

  await anyone.reload();
  await expect(anyone.getByTestId('repeated')).toContainText('trùng khớp');
  expect(await anyone.getByTestId('lots').getByRole('listitem').allInnerTexts()).toEqual(drawn);
  await judgeAt([phone, desk], anyone, 'draw-public', { fullPage: true });
  await hall.close();

  await page.getByRole('button', { name: 'Giao gian theo kết quả' }).click();
  await expect(page.getByText('Đã giao gian theo kết quả.')).toBeVisible();
  const held = new Map((await booths()).map(({ code, holders }) => [code, holders[0]?.name]));
  for (const line of drawn) {
    const [, name = '', code = ''] = line.split('\n').map((each) => each.trim());
    expect(held.get(code), line).toBe(name);
  }
  await page.getByRole('link', { name: 'Mọi lượt bốc thăm' }).click();
  await expect(page.getByTestId('draws')).toContainText('4 đơn vị · bốc lúc');
  await judgeAt([phone], page, 'draws');

  await page.getByRole('button', { name: 'Điểm ưu tiên' }).click();
  const last = names.at(-1) ?? '';
  await page.getByRole('searchbox', { name: 'Tìm đơn vị' }).fill(last);
  await page.getByRole('button', { name: `Chấm điểm cho ${last}` }).click();
  await page.getByLabel('Điểm (0 đến 1.000)').fill('30');
  await page.getByLabel('Lý do').fill('Tham gia năm kỳ liền, có sản phẩm 5 sao');
  await judgeAt([phone, desk], page, 'points');
  await page.getByRole('button', { name: 'Ghi điểm' }).click();
  await expect(page.getByText('30 điểm')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Lập lượt bốc thăm' }).click();
  await page.getByLabel('Bốc thăm gì').fill('Thứ tự chọn gian');
  await page.getByRole('radio', { name: 'Bốc thứ tự chọn' }).check();
  await page.getByRole('checkbox', { name: /^Nhiều điểm ưu tiên hơn/ }).check();
  for (const name of names) await page.getByRole('checkbox', { name }).check();
  await judgeAt([phone], page, 'draw-by-points', { fullPage: true });
  await page.getByRole('button', { name: 'Chốt danh sách' }).click();
  await page.getByLabel('Mã do hội trường đọc to').fill('07 11 19');
  await page.getByRole('button', { name: 'Bốc thăm', exact: true }).click();
  await expect(lots.first()).toContainText(`${last} · 30 điểm`);
  await expect(page.getByTestId('repeated')).toContainText('trùng khớp');
});
