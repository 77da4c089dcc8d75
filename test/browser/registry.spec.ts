import type { APIRequestContext } from '@playwright/test';
import { fairDayPlus, newId } from '@phien/kernel';
import { desk, judgeAt, phone } from './judge';
import { openFair } from './open-fair';
import { demoFair, expect, signInAs, test } from './story';

const CODE = 'dang-ky-don-vi';
const NAME = 'Hợp tác xã sản xuất, kinh doanh dịch vụ nông nghiệp và du lịch cộng đồng Quảng Đức';

/** Posts into the fair; answers the id of what was made. */
async function made(request: APIRequestContext, path: string, data: object): Promise<string> {
  const answer = await request.post(`/api/fairs/${path}`, { data });
  expect(answer.ok(), await answer.text()).toBe(true);
  return ((await answer.json()) as { id: string }).id;
}

test('an organizer sees who stands there twice, keeps the one that holds a booth, and reads what was merged', async ({
  page,
  server,
}) => {
  await signInAs(page.request, server, 'organizer');
  const { id: fairId } = await openFair(page.request, server.url, {
    ...{ cast: 'none', code: CODE, startsOn: '2026-12-18', days: 6 },
    ...{ nameVi: 'Hội chợ Xuân Hạ Long', nameEn: 'Ha Long Spring Fair' },
    venueVi: 'Cung Quy hoạch, Hội chợ và Triển lãm',
    venueEn: 'Exhibition palace',
  });
  const exhibitor = (name: string, more: object) =>
    made(page.request, `${fairId}/exhibitors`, {
      name,
      kind: 'cooperative',
      paysVat: true,
      placeSet: '34',
      placeCode: '22',
      ...more,
    });
  const kept = await exhibitor(NAME, { contactPhone: '0203 111 222' });
  await exhibitor(NAME.toUpperCase(), { taxCode: '5700100256', representative: 'Đặng Thị Lan' });
  await exhibitor('Hộ Trần Văn Bình', { kind: 'household' });
  await exhibitor('Hộ Trần Văn Bình', { kind: 'household', placeCode: '24' });
  const booths = (await (await page.request.get(`/api/fairs/${fairId}/booths`)).json()) as {
    id: string;
  }[];
  await made(page.request, `${fairId}/allocations`, {
    id: newId(),
    boothId: booths[0]?.id,
    exhibitorId: kept,
    share: 'whole',
  });

  await page.goto(`/people?fair=${CODE}&tab=exhibitors`);
  await page.getByRole('button', { name: 'Đơn vị trùng: 2' }).click();
  const pairs = page.getByTestId('duplicates').locator(':scope > li');
  await expect(pairs).toHaveCount(2);
  const pair = pairs.filter({ hasText: 'QUẢNG ĐỨC' });
  await expect(pair.getByRole('row', { name: /Mã số thuế/ })).toContainText('5700100256');
  await expect(pair).toContainText(`Không bỏ được “${NAME}”: còn 1 gian đã phân.`);
  await pair.getByRole('button', { name: `Giữ ${NAME}`, exact: true }).click();
  await judgeAt([phone, desk], page, 'duplicates');
  await pair.getByRole('button', { name: 'Giữ đơn vị này', exact: true }).click();
  await expect(page.getByTestId('merges')).toContainText(`“${NAME.toUpperCase()}” vào “${NAME}”`);
  await pairs.getByRole('button', { name: 'Là hai đơn vị khác nhau' }).click();
  await expect(page.getByText('Không thấy đơn vị nào trùng')).toBeVisible();
  await judgeAt([phone, desk], page, 'duplicates-merged');
  await page.getByRole('button', { name: 'Về danh sách đơn vị' }).click();
  const rows = page.getByTestId('exhibitors').getByRole('listitem');
  await expect(rows).toHaveCount(3);
  await expect(rows.filter({ hasText: NAME })).toContainText('MST 5700100256');
});

const PAPER = 'Giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm';

test('an organizer asks for a paper, sees who lacks it and whose runs out during the fair, and an exhibitor puts its own in', async ({
  page,
  server,
}) => {
  await signInAs(page.request, server, 'organizer');
  const fair = await demoFair(page.request, server);
  const { today } = (await (await page.request.get(`/api/fairs/${fair.id}/dossiers`)).json()) as {
    today: string;
  };
  const inDays = (days: number) => fairDayPlus(today, days);
  await page.goto(`/people?fair=${fair.code}&tab=exhibitors`);
  await page.getByRole('button', { name: 'Hồ sơ đơn vị' }).click();
  await judgeAt([phone, desk], page, 'dossier-none');
  await page.getByRole('button', { name: 'Thêm loại giấy' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('textbox', { name: 'Tên giấy' }).fill(PAPER);
  await sheet.getByRole('radio', { name: 'Một số đơn vị' }).check();
  await sheet.getByRole('checkbox', { name: 'Hợp tác xã' }).check();
  await judgeAt([phone, desk], page, 'dossier-kind');
  await sheet.getByRole('radio', { name: 'Mọi đơn vị' }).check();
  await sheet.getByRole('button', { name: 'Lưu' }).click();
  await expect(sheet).toBeHidden();

  const rows = page.getByTestId('dossiers').locator(':scope > li');
  await expect(rows.first()).toContainText('Chưa có');
  const exhibitor = (await rows.first().getByRole('strong').textContent()) ?? '';
  await rows
    .first()
    .getByRole('button', { name: `Mở hồ sơ ${exhibitor}` })
    .click();
  await sheet.getByRole('button', { name: `Thêm ${PAPER}` }).click();
  const paper = page.getByRole('dialog', { name: PAPER });
  await paper.getByLabel('Số').fill('128/2024/ATTP-CNĐK');
  await paper.getByLabel('Nơi cấp').fill('Chi cục An toàn vệ sinh thực phẩm');
  await paper.getByLabel('Ngày hết hạn').fill(inDays(5));
  await paper.getByLabel('Tệp').setInputFiles({
    name: 'giay.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('<svg/>'),
  });
  await judgeAt([phone, desk], page, 'dossier-paper');
  await paper.getByRole('button', { name: 'Lưu' }).click();
  await expect(paper).toContainText('Tệp này không phải PDF, ảnh JPEG hay PNG');
  await paper.getByLabel('Tệp').setInputFiles({
    name: 'giay.bin',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from('%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n'),
  });
  await paper.getByRole('button', { name: 'Lưu' }).click();
  await expect(paper).toBeHidden();
  const lines = page.getByTestId('dossier-lines');
  await expect(lines).toContainText('Hết hạn giữa hội chợ');
  await expect(lines).toContainText('Số 128/2024/ATTP-CNĐK');
  await judgeAt([phone, desk], page, 'dossier-open');
  const coming = page.waitForEvent('download');
  await lines.getByRole('link', { name: `Tải tệp ${PAPER}` }).click();
  expect((await coming).suggestedFilename()).toMatch(/^ho-so-[0-9a-f]{12}\.pdf$/);
  await sheet.getByRole('button', { name: 'Đóng' }).click();
  await page.getByRole('button', { name: 'Hết hạn giữa hội chợ: 1' }).click();
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(exhibitor);
  await judgeAt([phone, desk], page, 'dossier-list');

  await signInAs(page.request, server, 'exhibitor');
  await page.goto(`/my?fair=${fair.code}&part=dossier`);
  await expect(lines).toContainText('Chưa có');
  await lines.getByRole('button', { name: `Thêm ${PAPER}` }).click();
  await paper.getByLabel('Ngày hết hạn').fill(inDays(400));
  await paper.getByRole('button', { name: 'Lưu' }).click();
  await expect(lines).toContainText('Còn hạn');
  await judgeAt([phone, desk], page, 'dossier-own');

  await lines.getByRole('button', { name: `Bỏ ${PAPER}` }).click();
  await lines.getByRole('button', { name: 'Bỏ', exact: true }).click();
  await expect(lines).toContainText('Chưa có');

  /* The demo fair is told other stories as well. */
  await signInAs(page.request, server, 'organizer');
  const asked = (await (await page.request.get(`/api/fairs/${fair.id}/dossiers`)).json()) as {
    kinds: { id: string }[];
  };
  for (const { id } of asked.kinds) {
    await page.request.delete(`/api/fairs/${fair.id}/dossier-kinds/${id}`);
  }
});
