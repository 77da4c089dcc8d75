import type { APIRequestContext } from '@playwright/test';
import { newId } from '@phien/kernel';
import { desk, judgeAt, phone } from './judge';
import { expect, signInAs, test } from './story';

const CODE = 'dang-ky-don-vi';
const NAME = 'Hợp tác xã sản xuất, kinh doanh dịch vụ nông nghiệp và du lịch cộng đồng Quảng Đức';

/** Opens an empty fair; answers its id. */
async function openFair(request: APIRequestContext): Promise<string> {
  const opened = await request.post('/api/fairs', {
    data: {
      template: 'ocop-160',
      cast: 'none',
      code: CODE,
      nameVi: 'Hội chợ Xuân Hạ Long',
      nameEn: 'Ha Long Spring Fair',
      venueVi: 'Cung Quy hoạch, Hội chợ và Triển lãm',
      venueEn: 'Exhibition palace',
      startsOn: '2026-12-18',
      days: 6,
    },
  });
  expect(opened.ok(), await opened.text()).toBe(true);
  return ((await opened.json()) as { id: string }).id;
}

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
  const fairId = await openFair(page.request);
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
