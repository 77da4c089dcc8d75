import { newId } from '@phien/kernel';
import { desk, judgeAt, phone } from './judge';
import { openFair } from './open-fair';
import { expect, signInAs, test } from './story';

interface Seen {
  id: string;
  nameVi: string;
  code: string;
}

const tienYen = 'Đoàn xã Tiên Yên và các xã Điền Xá, Hải Lạng, Đông Ngũ';

test('an organizer promises booths to a delegation, its lead gives them, and the sums follow', async ({
  page,
  browser,
  server,
}) => {
  const organizer = page.context().request;
  await signInAs(organizer, server, 'organizer');
  const { fairUrl: at } = await openFair(organizer, server.url, {
    cast: 'none',
    code: 'doan-ve-hoi-cho',
    nameVi: 'Hội chợ có đoàn',
    nameEn: 'Fair of delegations',
    startsOn: '2099-11-19',
    days: 3,
  });
  const ask = async (path: string, data: object) => {
    const answer = await organizer.post(`${at}${path}`, { data });
    expect(answer.ok(), await answer.text()).toBe(true);
    return (await answer.json()) as Seen & { token: string };
  };

  await page.goto('/delegations?fair=doan-ve-hoi-cho');
  await expect(page.getByRole('heading', { name: 'Chưa có đoàn nào' })).toBeVisible();
  await judgeAt([phone], page, 'delegations-none');
  await page.getByRole('button', { name: 'Thêm đoàn' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Tên tiếng Việt').fill(tienYen);
  await form.getByRole('combobox', { name: 'Đại diện cho' }).fill('tien yen');
  await page.getByRole('option', { name: 'Xã Tiên Yên' }).click();
  await form.getByLabel('Chỉ tiêu (số gian)').fill('2');
  await form.getByLabel('Người liên hệ').fill('Nguyễn Thị Hồng Hạnh, Phó Chủ tịch xã');
  await form.getByLabel('Điện thoại').fill('0203 876 543');
  await form.getByLabel('Trưởng đoàn tự giao gian trong cụm').check();
  await judgeAt([phone, desk], page, 'delegation-form');
  await form.getByRole('button', { name: 'Thêm', exact: true }).click();
  const rows = page.getByTestId('delegation-sums').getByRole('listitem');
  const ours = rows.filter({ hasText: tienYen });
  await expect(ours).toContainText('Chỉ tiêu2');

  /* Others are there already, one promised more than its cluster holds. */
  const thai = await ask('/delegations', {
    nameVi: 'Đoàn Vương quốc Thái Lan',
    nameEn: 'Kingdom of Thailand',
    countryCode: 'TH',
    quota: 200,
  });
  const guest = await ask('/exhibitors', {
    name: 'Siam Fruits Company Limited',
    kind: 'enterprise',
    paysVat: true,
    countryCode: 'TH',
    delegationId: thai.id,
  });
  await ask('/exhibitors', {
    name: 'Hộ kinh doanh bà Lý Thị Sáu',
    kind: 'household',
    paysVat: false,
    placeSet: 'qn-communes',
    placeCode: '06862',
  });
  const booths = (await (await organizer.get(`${at}/booths`)).json()) as Seen[];
  const [first, second, third] = booths;
  await ask('/allocations', {
    id: newId(),
    boothId: booths[5]?.id,
    exhibitorId: guest.id,
    share: 'half',
  });

  await ours.getByRole('button', { name: `Cụm gian của ${tienYen}` }).click();
  const sheet = page.getByRole('dialog');
  for (const booth of [first, second, third]) {
    await sheet.getByRole('checkbox', { name: booth?.code, exact: true }).check();
  }
  await expect(sheet.getByText('Đã chọn 3 gian, chỉ tiêu 2.')).toBeVisible();
  await judgeAt([phone, desk], page, 'delegation-cluster');
  await sheet.getByRole('button', { name: 'Lưu' }).click();
  /* The live line may tell what was saved before the answer closes the sheet. */
  await expect(sheet).toBeHidden();
  await expect(ours).toContainText('Cụm gian3');
  await expect(page.getByText('Tổng chỉ tiêu 202 gian, hội chợ chỉ có 160')).toBeVisible();
  await page.getByLabel('Trưởng đoàn tự sửa đến hết ngày').fill('2099-11-18');
  await page.getByRole('button', { name: 'Lưu' }).click();
  await expect(page.getByRole('button', { name: 'Lưu' })).toBeDisabled();
  await judgeAt([phone, desk], page, 'delegations', { fullPage: true });

  const [ofOurs] = ((await (await organizer.get(`${at}/delegations`)).json()) as Seen[]).filter(
    ({ nameVi }) => nameVi === tienYen,
  );
  const { token } = await ask('/invitations', {
    role: 'delegation_lead',
    delegationId: ofOurs?.id,
  });
  const away = await browser.newContext({ baseURL: server.url, viewport: phone });
  const joined = await away.request.post(`${server.url}/api/invitations/accounts`, {
    data: {
      token,
      login: 'truong-doan-tien-yen',
      name: 'Trưởng đoàn',
      password: 'hoi cho mua thu 2099',
    },
  });
  expect(joined.ok(), await joined.text()).toBe(true);
  const lead = await away.newPage();
  await lead.goto('/delegations?fair=doan-ve-hoi-cho');
  await expect(lead.getByRole('heading', { name: tienYen })).toBeVisible();
  await expect(lead.getByText('Được tự thêm và sửa đến hết')).toBeVisible();
  await expect(lead.getByTestId('own-booths').getByRole('listitem')).toHaveCount(3);
  await expect(lead.locator('body')).not.toContainText('Thái Lan');
  await lead.getByRole('button', { name: 'Thêm đơn vị' }).click();
  const added = lead.getByRole('dialog');
  const coop = 'Hợp tác xã sản xuất và tiêu thụ gà đồi Tiên Yên';
  await added.getByLabel('Tên đơn vị').fill(coop);
  await added.getByRole('combobox', { name: 'Đến từ' }).fill('tien yen');
  await lead.getByRole('option', { name: 'Xã Tiên Yên' }).click();
  await added.getByRole('button', { name: 'Thêm', exact: true }).click();
  await expect(lead.getByTestId('own-exhibitors')).toContainText(coop);
  /* The organizer's page stands open, and hears of it. */
  await expect(ours).toContainText('Đơn vị1');
  await lead.getByRole('button', { name: `Giao gian ${first?.code}` }).click();
  await judgeAt([phone], lead, 'own-delegation-give');
  await lead.getByRole('dialog').getByRole('button', { name: 'Giao gian' }).click();
  await expect(lead.getByTestId('own-booths')).toContainText(coop);
  await expect(ours).toContainText('Đã giao1');
  await expect(ours).toContainText('Chưa có gian0');
  await expect(page.getByTestId('delegation-total')).toContainText('Đã giao1 3/6');
  await judgeAt([phone, desk], lead, 'own-delegation', { fullPage: true });

  /* Nothing else is theirs, whatever they ask for. */
  const turnedAway = [
    ['exhibitors', 403],
    ['delegations', 403],
    ['delegation-sums', 403],
    ['booths', 403],
    ['audit', 403],
  ] as const;
  for (const [path, status] of turnedAway) {
    expect((await away.request.get(`${at}/${path}`)).status(), path).toBe(status);
  }
  const foreign = await away.request.put(`${at}/exhibitors/${guest.id}`, {
    data: { name: 'Tên khác', kind: 'household', paysVat: false },
  });
  expect(await foreign.json()).toMatchObject({ code: 'exhibitor_not_found' });
  await away.close();

  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'XLSX' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('phien-doan-ve-hoi-cho-delegations.xlsx');
  await page.goto('/plan?fair=doan-ve-hoi-cho');
  await page.getByRole('button', { name: 'Cụm gian của các đoàn' }).click();
  await expect(page.getByTestId('clusters')).toContainText('Đoàn xã Tiên Yên');
  await judgeAt([desk], page, 'plan-clusters');
});
