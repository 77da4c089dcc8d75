import { expect } from '@playwright/test';
import type { APIRequestContext } from '@playwright/test';
import { openFair } from './open-fair';
import { SimulatedTill } from './simulated-till';

const NAME_VI =
  'Hội chợ giới thiệu, kết nối tiêu thụ sản phẩm OCOP và hàng nông, lâm, thủy sản của các xã, phường, đặc khu tỉnh Quảng Ninh với các tỉnh, thành phố – Thu Đông 2025';
const NAME_EN =
  'Fair for introducing and connecting OCOP and agricultural, forestry and fishery products of Quảng Ninh and other provinces – Autumn–Winter 2025';

/** A fair with names as long as they get, in which a dozen booths have sold; answers its code. */
export async function openBusyFair(organizer: APIRequestContext, url: string): Promise<string> {
  const code = 'ten-rat-dai';
  const { id, fairUrl } = await openFair(organizer, url, {
    code,
    nameVi: NAME_VI,
    nameEn: NAME_EN,
    days: 7,
  });
  for (const door of ['registers', 'gates']) {
    const made = await organizer.post(`${fairUrl}/${door}`);
    expect(made.ok(), await made.text()).toBe(true);
  }
  for (let place = 0; place < 12; place += 1) {
    const till = await SimulatedTill.enrol(organizer, url, id, place * 11);
    for (let sale = 0; sale <= place % 4; sale += 1) till.sell(1 + place * 7);
    await till.send();
  }
  /* What stories see of it is at rest. */
  await expect
    .poll(async () => {
      const answer = await organizer.get(`${fairUrl}/board`);
      return ((await answer.json()) as { sales: { count: number } }).sales.count;
    })
    .toBe(30);
  return code;
}
