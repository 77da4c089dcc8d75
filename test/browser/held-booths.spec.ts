import { Client } from 'pg';
import { pdfText } from '../../libs/reports/testing/pdf-text';
import { desk, judgeAt, phone } from './judge';
import { expect, faultsOf, signInAs, test } from './story';

interface Booth {
  id: string;
  code: string;
  holders: { allocationId: string; exhibitorId: string; name: string }[];
}

/** Brings the terms of a fair to their end: as if the hours had passed. */
async function letTermsPass(databaseUrl: string, fairId: string): Promise<void> {
  const db = new Client({ connectionString: databaseUrl });
  await db.connect();
  try {
    await db.query(
      `UPDATE allocation SET held_until = '2025-11-01T00:00:00Z'
        WHERE fair_id = $1 AND freed_at IS NULL AND state <> 'confirmed'`,
      [fairId],
    );
  } finally {
    await db.end();
  }
}

test('a booth is held, runs out, is offered, and taken by its exhibitor on a phone', async ({
  page,
  browser,
  server,
}) => {
  const organizer = page.context().request;
  await signInAs(organizer, server, 'organizer');
  const opened = await organizer.post(`${server.url}/api/fairs`, {
    data: {
      template: 'ocop-160',
      code: 'giu-cho',
      nameVi: 'Hội chợ giữ chỗ và mời nhận gian',
      nameEn: 'Fair of held booths',
      startsOn: '2025-11-19',
      days: 3,
    },
  });
  expect(opened.ok(), await opened.text()).toBe(true);
  const { id: fairId } = (await opened.json()) as { id: string };
  const fairUrl = `${server.url}/api/fairs/${fairId}`;
  const booths = (await (await organizer.get(`${fairUrl}/booths`)).json()) as Booth[];
  const booth = booths.find(({ code }) => code === 'A01');
  const [holder] = booth?.holders ?? [];
  if (!booth || !holder) throw new Error('A01 is held by nobody.');
  const freed = await organizer.delete(`${fairUrl}/allocations/${holder.allocationId}`);
  expect(freed.ok(), await freed.text()).toBe(true);

  const proposal = page.getByTestId('proposal');
  const side = page.getByRole('region', { name: 'Gian A01' });
  const toast = page.getByTestId('toast');
  const openBooth = async () => {
    await page.goto('/plan?fair=giu-cho&view=list');
    await expect(page.getByTestId('as-of')).toHaveAttribute('data-state', 'live');
    await page.getByRole('radio', { name: 'Còn chỗ' }).check();
    await page.getByRole('button', { name: 'Xem gian A01' }).click();
  };
  const propose = async (how: string) => {
    await page.getByRole('button', { name: 'Giao gian này cho…' }).click();
    await page.keyboard.type(holder.name);
    await page.keyboard.press('Enter');
    await proposal.getByRole('radio', { name: how }).check();
  };

  await openBooth();
  await propose('Giữ chỗ');
  await proposal.getByLabel('Trong bao lâu').selectOption('30 phút');
  await judgeAt([desk, phone], page, 'hold-propose');
  await page.setViewportSize(desk);
  await page.getByRole('button', { name: 'Giữ A01' }).click();
  await expect(toast).toContainText(`Đã giữ A01 cho ${holder.name} đến`);
  await expect(side).toContainText('còn 30 phút');
  await page.getByRole('radio', { name: 'Giữ chỗ' }).check();
  await expect(page.getByRole('row', { name: /^A01/ })).toContainText('Giữ chỗ, còn 30 phút');
  await expect(page.getByTestId('count-reserved')).toHaveText('giữ 1, mời 0');
  await page.goto('/plan?fair=giu-cho');
  await expect(page.getByTestId('as-of')).toHaveAttribute('data-state', 'live');
  await page.getByTestId('plan-picture').locator(`[data-booth="${booth.id}"]`).click();
  await judgeAt([desk, phone], page, 'held-on-plan');
  await page.setViewportSize(desk);

  await letTermsPass(server.databaseUrl, fairId);
  await openBooth();
  await propose('Mời nhận');
  await page.getByRole('button', { name: 'Mời vào A01' }).click();
  await expect(toast).toContainText(`Đã mời ${holder.name} nhận A01, trả lời trước`);
  await expect(side).toContainText(`trả A01 về trống: ${holder.name} đã hết hạn`);
  await judgeAt([desk, phone], page, 'offered-panel');
  await page.setViewportSize(desk);

  const invited = await organizer.post(`${fairUrl}/invitations`, {
    data: { role: 'exhibitor', exhibitorId: holder.exhibitorId },
  });
  expect(invited.ok(), await invited.text()).toBe(true);
  const { token } = (await invited.json()) as { token: string };
  const context = await browser.newContext({ baseURL: server.url, viewport: phone });
  const own = await context.newPage();
  const faults = faultsOf(own);
  const joined = await own.request.post(`${server.url}/api/invitations/accounts`, {
    data: { token, name: 'Chị Hoa', login: 'hoa-giu-cho', password: 'một câu thật dài' },
  });
  expect(joined.ok(), await joined.text()).toBe(true);
  await own.goto('/my?fair=giu-cho');
  await expect(own.getByText('Ban tổ chức mời bạn nhận gian A01.')).toBeVisible();
  await judgeAt([phone], own, 'my-offer-bar');
  await own.getByRole('link', { name: 'Xem và trả lời' }).click();
  const offer = own.getByTestId('offer');
  await expect(offer).toContainText('Gian A01');
  await judgeAt([phone, desk], own, 'my-offer', { fullPage: true });
  await offer.getByRole('button', { name: 'Nhận gian A01', exact: true }).click();
  await expect(own.getByTestId('toast')).toContainText('Gian A01 là của bạn.');
  await expect(offer).toHaveCount(0);
  await expect(own.getByRole('img', { name: 'Vị trí trên sơ đồ: A01' })).toBeVisible();
  expect(faults).toEqual([]);
  await context.close();

  const signs = await organizer.get(`${fairUrl}/booth-papers?file=signs.pdf&language=vi`);
  expect(signs.headers()['content-disposition']).toContain('phien-giu-cho-booth-signs.pdf');
  const [sign = ''] = await pdfText(await signs.body());
  expect(sign).toContain('A01');
  expect(sign).toContain(holder.name);

  await expect(side).toContainText(`Chị Hoa nhận A01 cho ${holder.name}`);
  await page.getByRole('radio', { name: 'Đã giao' }).check();
  await expect(page.getByRole('row', { name: /^A01/ })).toContainText('Đã giao');
  await page.getByRole('button', { name: 'In và tải về' }).click();
  await expect(page.getByRole('link', { name: /^Biển gian/ })).toBeVisible();
  await judgeAt([desk], page, 'take-out');
});
