import type { RegisterAnswer } from '../../tools/simulate/fair-answers';
import { firstPage, Phone } from './phone';
import { expect, test } from './story';
import {
  codeFor,
  enrolByLink,
  enterName,
  nextSale,
  openShift,
  tillStand,
  sellForCash,
  untilPagesKept,
  untilSent,
  vndIn,
} from './till-story';

const stand = tillStand();
const phones: Phone[] = [];

test.afterEach(async () => {
  for (const phone of phones.splice(0)) await phone.throwAway();
});

const kept = (phone: Phone): Phone => {
  phones.push(phone);
  return phone;
};

async function epochsOf(place: number) {
  const answer = await stand.organizer.get(`${stand.url}/api/fairs/${stand.fair.id}/registers`);
  const registers = (await answer.json()) as RegisterAnswer[];
  return registers.find(({ id }) => id === stand.fair.registers[place]?.id)?.epochs ?? [];
}

test('a phone put back to an earlier day sells on, and every sale of both days is in the ledger once', async () => {
  const place = 0;
  const phone = kept(Phone.fresh());
  const page = await firstPage(await phone.open({ isOnline: true }));
  await enrolByLink(page, await codeFor(stand.organizer, stand.url, stand.fair, place), stand.url);
  await enterName(page);
  await openShift(page);
  let totalVnd = await sellForCash(page, [0]);
  await nextSale(page);
  await untilSent(page);
  await untilPagesKept(page);
  await phone.close();

  const backup = kept(phone.copy());
  const later = await firstPage(await phone.open({ isOnline: true }));
  await later.goto(`${stand.url}/till/`);
  totalVnd += await sellForCash(later, [1]);
  await nextSale(later);
  totalVnd += await sellForCash(later, [2]);
  await nextSale(later);
  await untilSent(later);
  await phone.close();

  const restored = await backup.open({ isOnline: false });
  const again = await firstPage(restored);
  await again.goto(`${stand.url}/till/`);
  for (const tiles of [[0, 1], [2], [1]]) {
    totalVnd += await sellForCash(again, tiles);
    await nextSale(again);
  }
  await expect(again.getByTestId('sync')).toHaveAttribute('data-waiting', '3');
  await restored.setOffline(false);
  /* While a clash is settled nothing waits; and a tap on the chip would open what clashes. */
  await expect.poll(async () => (await epochsOf(place))[1]?.linkedCount).toBe(3);
  await expect(again.getByTestId('sync')).toHaveText('Đã đồng bộ');

  const [first, second] = await epochsOf(place);
  expect(first).toMatchObject({ epoch: 1, linkedCount: 4, bookedCount: 4 });
  expect(second).toMatchObject({ epoch: 2, linkedCount: 3, bookedCount: 3, setAsideCount: 0 });
  expect((first?.bookedVnd ?? 0) + (second?.bookedVnd ?? 0)).toBe(totalVnd);
  expect(second).toMatchObject({ supersededAt: null });

  /* The cashier sees the number that was printed first, and the customer finds both. */
  await again.getByRole('button', { name: 'Thêm', exact: true }).click();
  await again.getByRole('button', { name: 'Đơn đã bán' }).click();
  await again
    .getByRole('button', { name: /^Số 3 / })
    .first()
    .click();
  await expect(again.getByText(/^Số đã in lúc đầu: 5\./)).toBeVisible();
  await again.getByRole('button', { name: 'In lại phiếu' }).click();
  await expect(again.getByRole('article')).toContainText('Số in lúc đầu');
  await again.getByRole('button', { name: 'Đóng' }).first().click();
  await again.getByRole('button', { name: 'Đóng' }).first().click();

  /* And it sells on by itself. */
  await again.goto(`${stand.url}/till/`);
  totalVnd += await sellForCash(again, [0]);
  await nextSale(again);
  await untilSent(again);
  const [, now] = await epochsOf(place);
  expect(now).toMatchObject({ linkedCount: 4, bookedCount: 4 });
  expect((first?.bookedVnd ?? 0) + (now?.bookedVnd ?? 0)).toBe(totalVnd);
});

test('thirty sales and a refund without a network, the battery dies, five more, and all of it is in the ledger once', async () => {
  test.setTimeout(240_000);
  const place = 1;
  const phone = kept(Phone.fresh());
  const begun = await phone.open({ isOnline: true });
  const page = await firstPage(begun);
  await enrolByLink(page, await codeFor(stand.organizer, stand.url, stand.fair, place), stand.url);
  await enterName(page);
  await untilPagesKept(page);
  await begun.setOffline(true);
  await openShift(page);
  let totalVnd = 0;
  let firstVnd = 0;
  for (let sale = 0; sale < 30; sale += 1) {
    const soldVnd = await sellForCash(page, sale % 3 === 0 ? [0, 1] : [sale % 3]);
    if (sale === 0) firstVnd = soldVnd;
    totalVnd += soldVnd;
    await nextSale(page);
  }
  await page.getByRole('button', { name: 'Thêm', exact: true }).click();
  await page.getByRole('button', { name: 'Đơn đã bán' }).click();
  await page.getByRole('button', { name: /^Số 2 / }).click();
  await page.getByRole('button', { name: 'Trả hàng' }).click();
  await page.getByRole('button', { name: 'Trả hết' }).click();
  await page.getByRole('button', { name: 'Khách đổi ý' }).click();
  await page.getByRole('button', { name: /^Trả khách / }).click();
  await expect(page.getByTestId('sync')).toHaveText('Ngoại tuyến · 32 chờ gửi');
  totalVnd -= firstVnd;
  await phone.die();

  const relit = await phone.open({ isOnline: false });
  const cold = await firstPage(relit);
  await cold.goto(`${stand.url}/till/`);
  await expect(cold.getByTestId('sync')).toHaveText('Ngoại tuyến · 32 chờ gửi');
  for (let sale = 0; sale < 5; sale += 1) {
    totalVnd += await sellForCash(cold, [sale % 3]);
    await nextSale(cold);
  }

  /* Two tabs of one phone find the network at the same moment. */
  const other = await relit.newPage();
  await other.goto(`${stand.url}/till/`);
  await expect(other.getByTestId('sync')).toHaveAttribute('data-waiting', '37');
  await relit.setOffline(false);
  await Promise.all([cold, other].map((tab) => tab.getByTestId('sync').click()));
  await Promise.all([untilSent(cold), untilSent(other)]);
  const [epoch] = await epochsOf(place);
  expect(epoch).toMatchObject({
    linkedCount: 37,
    bookedCount: 37,
    setAsideCount: 0,
    bookedVnd: totalVnd,
    linesVnd: totalVnd,
    paymentsVnd: totalVnd,
  });

  /* X says what the drawer should hold; Z, counted to the đồng, that nothing is amiss. */
  await other.close();
  await cold.getByRole('button', { name: 'Thêm', exact: true }).click();
  await cold.getByRole('button', { name: 'Số liệu ca này' }).click();
  const x = cold.getByRole('dialog', { name: 'Báo cáo X – giữa ca' });
  expect(vndIn(await x.getByTestId('net').textContent())).toBe(totalVnd);
  const expectedVnd = 500_000 + totalVnd;
  expect(vndIn(await x.getByTestId('expected').textContent())).toBe(expectedVnd);
  await cold.getByRole('button', { name: 'Đóng' }).click();
  await cold.getByRole('button', { name: 'Thêm', exact: true }).click();
  await cold.getByRole('button', { name: 'Chốt ca' }).click();
  await cold.getByRole('button', { name: 'Chỉ ghi tổng' }).click();
  await cold.getByLabel('Tổng tiền đếm được').fill(String(expectedVnd));
  await cold.getByRole('button', { name: 'Chốt ca' }).click();
  await cold.getByRole('button', { name: 'Đúng, chốt ca' }).click();
  await cold.getByRole('button', { name: 'Báo cáo Z – cuối ca' }).click();
  const z = cold.getByRole('dialog', { name: 'Báo cáo Z – cuối ca' });
  await expect(z.getByTestId('difference')).toHaveAttribute('data-value', '0');
  expect(vndIn(await z.getByTestId('net').textContent())).toBe(totalVnd);
  await cold.getByRole('button', { name: 'Đóng' }).click();
  await untilSent(cold);
  expect((await epochsOf(place))[0]).toMatchObject({ linkedCount: 38, bookedCount: 38 });
});
