import { newTillKey, toBase64 } from '@phien/till';
import { expect, signInAs, test } from './story';

test('an exhibitor pairs a phone, reports it lost, and keeps its cashiers', async ({
  page,
  server,
}) => {
  const { request } = page.context();
  await signInAs(request, server, 'exhibitor');
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto('/my?part=tills');

  await page.getByRole('button', { name: 'Thêm thu ngân' }).click();
  const cashier = page.getByRole('dialog', { name: 'Thu ngân mới' });
  await cashier.getByLabel('Tên thu ngân').fill('Thu ngân thử nghiệm');
  await cashier.getByLabel('PIN, 4 đến 6 chữ số').fill('12');
  await cashier.getByRole('button', { name: 'Lưu', exact: true }).click();
  await expect(cashier.getByText('PIN gồm 4 đến 6 chữ số.')).toBeVisible();
  await cashier.getByLabel('PIN, 4 đến 6 chữ số').fill('1234');
  await cashier.getByRole('button', { name: 'Lưu', exact: true }).click();
  const person = page.getByRole('button', { name: 'Sửa thu ngân Thu ngân thử nghiệm' });
  await expect(person).toBeVisible();
  await person.click();
  await page.getByLabel('Tên thu ngân').fill('Thu ngân ca chiều');
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByRole('button', { name: 'Sửa thu ngân Thu ngân ca chiều' }).click();
  await page.getByRole('button', { name: 'Xóa thu ngân này' }).click();
  await page.getByRole('button', { name: 'Xóa', exact: true }).click();
  await expect(page.getByText(/^Chưa đặt thu ngân/)).toBeVisible();

  await page
    .getByRole('button', { name: /^Ghép điện thoại cho máy/ })
    .first()
    .click();
  const code = (await page.getByTestId('pairing-code').textContent()) ?? '';
  await expect(page.getByText(/Mã còn hiệu lực (10:00|9:\d\d)/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Dùng chính điện thoại này' })).toHaveAttribute(
    'href',
    `${server.url}/till/#code=${code}`,
  );
  const key = await newTillKey();
  const enrolled = await request.post(`${server.url}/api/enrolments`, {
    data: { code, publicKey: toBase64(key.publicKeySpki), deviceName: 'Điện thoại thử' },
  });
  expect(enrolled.ok(), await enrolled.text()).toBe(true);
  await expect(page.getByText('Đã ghép xong với “Điện thoại thử”.')).toBeVisible();
  await page.getByRole('button', { name: 'Đóng' }).last().click();

  await page
    .getByRole('button', { name: /^Báo mất máy/ })
    .first()
    .click();
  await expect(page.getByText('Không hoàn tác được.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Thu hồi điện thoại này' }).click();
  await expect(page.getByText('Đã thu hồi', { exact: true })).toBeVisible();
});
