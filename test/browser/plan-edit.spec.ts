import { readFile } from 'node:fs/promises';
import type { APIRequestContext, Page } from '@playwright/test';
import { bigFile } from './big-file';
import { desk, judgeAt, phone } from './judge';
import { openFair } from './open-fair';
import { expect, signInAs, test } from './story';

interface Booth {
  id: string;
  code: string;
  xCm: number;
  yCm: number;
  faces: string;
}

/* A real fair with nobody in it yet, drawn by whoever opened it. */
let fair: { id: string; code: string };

test.beforeAll(async ({ server, playwright }) => {
  const organizer = await playwright.request.newContext();
  await signInAs(organizer, server, 'organizer');
  fair = await openFair(organizer, server.url, {
    ...{ cast: 'none', code: 've-so-do', days: 7 },
    nameVi: 'Hội chợ vẽ sơ đồ, nông sản và làng nghề truyền thống các xã miền núi, hải đảo',
    nameEn: 'Fair of drawing',
  });
  await organizer.dispose();
});

const published = async (request: APIRequestContext, url: string): Promise<Booth[]> =>
  (await (await request.get(`${url}/api/fairs/${fair.id}/booths`)).json()) as Booth[];
const saved = (page: Page) =>
  expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
const drawn = (page: Page) => page.getByTestId('drawing').locator('[data-booth]');
const inspector = (page: Page) => page.getByTestId('inspector');

async function open(page: Page, view = ''): Promise<void> {
  await page.goto(`/plan/edit?fair=${fair.code}${view}`);
  await expect(page.getByTestId('save-state')).toBeVisible();
}

test('an organizer draws rows by keyboard and by pointer, renumbers, takes all back, and publishes', async ({
  page,
  server,
}) => {
  const { request } = page.context();
  await signInAs(request, server, 'organizer');
  await open(page);
  await expect(drawn(page)).toHaveCount(160);

  await page.getByTestId('drawing').focus();
  await page.keyboard.press('r');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Vẽ dãy gian' })).toBeVisible();
  await page.keyboard.type('20');
  await page.getByLabel('Từ trái (m)').last().fill('1');
  await page.getByLabel('Từ trên (m)').last().fill('70');
  await page.getByLabel('Chữ đầu mã').fill('K');
  await page.getByLabel('Bắt đầu từ số').fill('1');
  await judgeAt([phone, desk], page, 'plan-row');
  await page.keyboard.press('Enter');
  await expect(drawn(page)).toHaveCount(180);
  await expect(inspector(page).getByRole('heading', { name: '20 gian' })).toBeVisible();
  /* Beyond the hall: the row is moved by the arrows, and the hall grows. */
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Escape');
  await inspector(page).getByLabel('Rộng (m)').fill('70');
  await inspector(page).getByLabel('Rộng (m)').press('Enter');
  await inspector(page).getByLabel('Sâu (m)').fill('85');
  await inspector(page).getByLabel('Sâu (m)').press('Enter');

  await page.getByTestId('drawing').focus();
  await page.keyboard.press('Shift+1');
  const last = await drawn(page).last().boundingBox();
  const first = await drawn(page).nth(160).boundingBox();
  if (!first || !last) throw new Error('The drawing is not on the screen.');
  await page.getByRole('button', { name: 'Dãy gian', exact: true }).click();
  await page.mouse.move(first.x, first.y + 2 * first.height);
  await page.mouse.down();
  await page.mouse.move(last.x, first.y + 2.5 * first.height, { steps: 3 });
  await page.mouse.move(last.x + last.width, first.y + 3 * first.height, { steps: 3 });
  await page.mouse.up();
  await expect(page.getByRole('button', { name: 'Vẽ 20 gian' })).toBeVisible();
  await page.getByLabel('Chữ đầu mã').fill('P');
  await page.getByLabel('Bắt đầu từ số').fill('1');
  await page.getByRole('button', { name: 'Vẽ 20 gian' }).click();
  await expect(drawn(page)).toHaveCount(200);

  await page.getByRole('button', { name: 'Đánh số lại' }).click();
  await page.getByLabel('Chữ đầu mã').fill('Đ');
  await page.getByLabel('Bắt đầu từ số').fill('101');
  await judgeAt([phone, desk], page, 'plan-renumber');
  await page.keyboard.press('Enter');
  await expect(drawn(page).last()).toHaveText(/^Đ1\d\d$/);
  await saved(page);

  const undo = page.getByRole('button', { name: 'Hoàn tác', exact: true });
  await page.getByTestId('drawing').focus();
  while (await undo.isEnabled()) await page.keyboard.press('Control+z');
  await expect(drawn(page)).toHaveCount(160);
  await saved(page);
  await expect(page.getByRole('button', { name: 'Công bố (0)' })).toBeVisible();
  const redo = page.getByRole('button', { name: 'Làm lại' });
  while (await redo.isEnabled()) await page.keyboard.press('Control+y');
  await expect(drawn(page)).toHaveCount(200);
  await saved(page);

  await page.getByRole('button', { name: /^Kiểm tra/ }).click();
  await expect(page.getByTestId('faults')).toContainText('Gian K01 không mở ra lối đi nào.');
  await page
    .getByTestId('faults')
    .getByRole('button', { name: 'Gian K01 không mở ra lối đi nào.' })
    .click();
  expect(await published(request, server.url)).toHaveLength(160);
  await page.getByRole('button', { name: /^Công bố \(/ }).click();
  await expect(page.getByTestId('differences')).toContainText('Thêm (40)');
  await page.getByRole('dialog').getByRole('button', { name: 'Công bố', exact: true }).click();
  await expect(page.getByTestId('toast')).toContainText('Đã công bố sơ đồ, bản số 2');
  const booths = await published(request, server.url);
  expect(booths).toHaveLength(200);
  expect(booths.find(({ code }) => code === 'K01')).toMatchObject({ xCm: 210, yCm: 7_000 });
  expect(booths.filter(({ code }) => code.startsWith('Đ1'))).toHaveLength(20);

  await page.getByTestId('faults').getByRole('button', { name: 'Đóng' }).click();
  await judgeAt([desk, phone], page, 'plan-edit');

  /* What organizers note of a booth is part of the plan, and is published with it. */
  await inspector(page)
    .getByLabel(/^Ghi chú/)
    .fill('Cột nhà ở góc đông bắc');
  await inspector(page)
    .getByLabel(/^Ghi chú/)
    .press('Enter');
  await saved(page);
  await page.getByRole('button', { name: 'Công bố (1)' }).click();
  await expect(page.getByTestId('differences')).toContainText('Gian K01 (ghi chú)');
});

test('an organizer takes the plan away on paper: lines as a PDF and an SVG, dots as a PNG', async ({
  page,
  server,
}) => {
  await signInAs(page.context().request, server, 'organizer');
  await open(page);
  for (const [file, paper, begins] of [
    ['PDF', 'A1', '%PDF-1.7'],
    ['SVG', 'A3', '<svg xmlns'],
    ['PNG', 'A3', '\x89PNG\r\n\x1a\n'],
  ] as const) {
    await page.getByRole('button', { name: 'Xuất ra giấy' }).click();
    const dialog = page.getByRole('dialog', { name: 'Xuất sơ đồ' });
    await dialog.getByLabel('Bản đã công bố').check();
    await dialog.getByLabel(paper, { exact: true }).check();
    await dialog.getByLabel(file, { exact: true }).check();
    if (file === 'PNG') await judgeAt([desk, phone], page, 'plan-export');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: 'Tải về' }).click(),
    ]);
    const name = new RegExp(`^phien-ve-so-do-plan-v\\d+-${paper}.${file}$`, 'i');
    expect(download.suggestedFilename()).toMatch(name);
    const bytes = await readFile(await download.path());
    expect(bytes.toString('latin1', 0, begins.length)).toBe(begins);
    /* As many dots as were told: width and height of a PNG. */
    if (file === 'PNG') {
      const sides = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)].sort((a, b) => b - a);
      expect(Math.abs((sides[0] ?? 0) - 2_381)).toBeLessThan(4);
      expect(Math.abs((sides[1] ?? 0) - 1_684)).toBeLessThan(4);
    }
    await expect(dialog).toBeHidden();
  }
});

/* A builder's plan, 40 × 20 m, with what no drawing needs. */
const builders = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 400 200" onload="window.hacked = 1">
  <script>window.hacked = 1</script>
  <foreignObject width="400" height="200"><body xmlns="http://www.w3.org/1999/xhtml" onload="window.hacked = 1"/></foreignObject>
  <image xlink:href="https://example.org/spy.png" width="9" height="9"/>
  <style>rect { fill: url(https://example.org/spy) }</style>
  <rect x="10" y="10" width="380" height="180" fill="none" stroke="#c00" stroke-width="6"/>
  <path d="M200 10V190M10 100H390" stroke="#06c" stroke-width="3"/>
</svg>`;

test('an organizer lays a builder’s plan under the drawing, makes it to size by two points, and exports without it', async ({
  page,
  server,
}) => {
  const { request } = page.context();
  await signInAs(request, server, 'organizer');
  await open(page);
  const asked: string[] = [];
  page.on('request', (each) => asked.push(each.url()));
  const panel = page.getByTestId('backdrop');
  const choose = panel.locator('input[type=file]');
  const lay = (name: string, mimeType: string, buffer: Buffer) =>
    choose.setInputFiles({ name, mimeType, buffer });
  await page.keyboard.press('i');
  await expect(panel).toContainText('Ảnh không được công bố.');

  /* No two in a row are refused in the same words: an old refusal would be taken for a new one. */
  for (const [name, type, buffer, sentence] of [
    ['hong.svg', 'image/svg+xml', Buffer.from('<svg><rect'), 'Không đọc được tệp SVG này'],
    ['anh.png', 'image/png', Buffer.from('no picture at all'), 'Không đọc được ảnh này'],
    [
      'bom.svg',
      'image/svg+xml',
      Buffer.from(`<!DOCTYPE svg [<!ENTITY a "b">]>${builders.replace('M200', '&a;')}`),
      'Không đọc được tệp SVG này',
    ],
  ] as const) {
    await lay(name, type, buffer);
    await expect(panel.getByRole('alert')).toContainText(sentence);
    await expect(choose).toBeEnabled();
  }
  await choose.setInputFiles(bigFile('to.jpg', (20 << 20) + 1));
  await expect(panel.getByRole('alert')).toContainText('Tệp lớn hơn 20 MB');
  await lay('bản vẽ 🎪.svg', 'image/svg+xml', Buffer.from(builders));
  await expect(page.getByTestId('toast')).toContainText('trong tệp SVG');
  const picture = page.getByTestId('backdrop-picture');
  await expect(picture).toBeVisible();
  const widthField = panel.getByLabel('Rộng (m)');
  await expect(widthField).not.toHaveValue('');
  expect(await page.evaluate('window.hacked')).toBeUndefined();
  expect(asked.filter((url) => !url.startsWith(server.url) && !url.startsWith('blob:'))).toEqual(
    [],
  );
  const shown = await request.get(
    new URL((await picture.getAttribute('href')) ?? '', server.url).href,
  );
  expect(shown.headers()['content-type']).toBe('image/webp');
  expect(shown.headers()['content-security-policy']).toContain('sandbox');
  expect(shown.headers()['x-content-type-options']).toBe('nosniff');

  /* Two points 38 m apart in truth: the west and the east wall of the builder's plan. */
  const across = async () => {
    const box = await picture.boundingBox();
    if (!box) throw new Error('The picture is not on the screen.');
    return {
      y: box.y + box.height / 2,
      from: box.x + box.width / 40,
      to: box.x + (box.width * 39) / 40,
    };
  };
  await panel.getByRole('button', { name: 'Định cỡ bằng hai điểm' }).click();
  const walls = await across();
  await page.mouse.click(walls.from, walls.y);
  await expect(panel).toContainText('Chạm vào điểm thứ hai');
  await page.mouse.click(walls.to, walls.y);
  await panel.getByLabel('Khoảng cách thật (m)').fill('38');
  await panel.getByLabel('Khoảng cách thật (m)').press('Enter');
  await judgeAt([desk], page, 'plan-backdrop-calibration');
  await panel.getByRole('button', { name: 'Định cỡ', exact: true }).click();
  const width = Number((await widthField.inputValue()).replace(',', '.'));
  expect(Math.abs(width - 40)).toBeLessThan(0.5);

  /* Dragged, moved by keys, dimmed and locked; it stays so. */
  const west = panel.getByLabel('Từ trái (m)');
  const before = Number((await west.inputValue()).replace(',', '.'));
  const { from, y } = await across();
  await page.mouse.move(from + 30, y);
  await page.mouse.down();
  await page.mouse.move(from + 80, y + 20, { steps: 4 });
  await page.mouse.up();
  await expect
    .poll(async () => Number((await west.inputValue()).replace(',', '.')))
    .toBeGreaterThan(before + 1);
  await west.fill('2');
  await west.press('Enter');
  await page.getByTestId('drawing').focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(west).toHaveValue('3');
  await panel.getByLabel(/^Độ rõ/).fill('80');
  await panel.getByLabel('Khóa ảnh, không để tay kéo nhầm').check();
  await expect(west).toHaveAttribute('readonly', '');
  await expect
    .poll(async () => {
      const { backdrop } = (await (
        await request.get(`${server.url}/api/fairs/${fair.id}/plan/backdrop`)
      ).json()) as { backdrop: object };
      return backdrop;
    })
    .toMatchObject({ xCm: 300, opacityPercent: 80, isLocked: true });
  await page.reload();
  await expect(picture).toBeVisible();
  await page.keyboard.press('i');
  await expect(west).toHaveValue('3');
  await judgeAt([desk, phone], page, 'plan-backdrop');
  /* A picture of dots in place of the drawing; then none, and taken back. */
  await lay('anh.png', 'image/png', await page.screenshot());
  await expect(panel.getByLabel(/^Độ rõ 50/)).toBeVisible();
  await panel.getByRole('button', { name: 'Bỏ ảnh' }).click();
  /* Under the pointer it stays. */
  const undo = page.getByTestId('toast').getByRole('button', { name: 'Hoàn tác' });
  await undo.hover();
  await expect(picture).toBeHidden();
  await undo.click();
  await expect(picture).toBeVisible();
  const sheet = await request.get(
    `${server.url}/api/fairs/${fair.id}/plan/sheet?of=draft&paper=a3&file=svg&names=false&language=vi`,
  );
  expect(await sheet.text()).not.toContain('<image');
});

test('two who draw at once lose nothing: what clashes is asked about, also after the network was gone', async ({
  page,
  server,
  browser,
}) => {
  const { request } = page.context();
  await signInAs(request, server, 'organizer');
  await open(page, '&view=list');
  const other = await browser.newContext();
  await signInAs(other.request, server, 'organizer');
  const elsewhere = await other.newPage();
  await elsewhere.goto(`${server.url}/plan/edit?fair=${fair.code}&view=list`);
  const codeOf = (seen: Page, code: string) =>
    seen.getByRole('row').filter({ has: seen.getByLabel(`Chọn ${code}`, { exact: true }) });
  const rename = async (seen: Page, code: string, next: string) => {
    const field = codeOf(seen, code).getByLabel('Mã', { exact: true });
    await field.fill(next);
    await field.press('Enter');
  };

  await rename(elsewhere, 'A01', 'A01-T');
  await saved(elsewhere);
  /* Not the same booth: both are kept, and one is told of the other. */
  await rename(page, 'A02', 'A02-M');
  await expect(page.getByTestId('toast')).toContainText('Phần của cả hai đã được gộp.');
  await expect(codeOf(page, 'A01-T')).toBeVisible();
  await saved(page);

  /* The same booth, while this one has no network. */
  await page.context().setOffline(true);
  await rename(page, 'A03', 'A03-M');
  await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'offline');
  await elsewhere.reload();
  await rename(elsewhere, 'A03', 'A03-T');
  await saved(elsewhere);
  await page.context().setOffline(false);
  const question = page.getByRole('dialog', { name: 'Hai người cùng sửa' });
  await expect(question.getByTestId('clashes')).toContainText('Gian A03');
  await expect(question).toContainText('vừa sửa 1 mục (Gian A03-T)');
  await judgeAt([desk], page, 'plan-clash');
  await question.getByRole('button', { name: 'Lấy của người kia' }).click();
  await expect(codeOf(page, 'A03-T')).toBeVisible();
  await saved(page);
  /* One's own is a step away. */
  await page.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
  await expect(codeOf(page, 'A03-M')).toBeVisible();
  await expect(codeOf(page, 'A02-M')).toBeVisible();
  await saved(page);
  await judgeAt([desk, phone], page, 'plan-table');

  /* Once more, and nobody's is given up: one's own stands beside as a copy. */
  await page.context().setOffline(true);
  await rename(page, 'A04', 'A04-M');
  await elsewhere.reload();
  await rename(elsewhere, 'A04', 'A04-T');
  await saved(elsewhere);
  await page.context().setOffline(false);
  await question.getByRole('button', { name: 'Giữ cả hai' }).click();
  await expect(codeOf(page, 'A04-T')).toBeVisible();
  await expect(codeOf(page, 'A04-M2')).toBeVisible();
  await saved(page);
  await other.close();
});
