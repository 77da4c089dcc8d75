import { count } from './count';
import type { Fault } from './fault';
import { Shop } from './shop';

export const fault: Fault = {
  name: 'stolen phone',
  promise: 'what a revoked phone sends is linked and set aside, and adds nothing that counts',
  control: 'nobody revokes it',
  async run({ isProtected }, open) {
    const shop = await Shop.open(await open());
    const [till] = await shop.tills(1);
    if (!till) throw new Error('no till');
    till.sell(120_000);
    await till.drain();
    const { registerId } = till.enrolment;
    if (isProtected) {
      await shop.organizer.post(
        `/api/fairs/${shop.fairId}/registers/${registerId}/epochs/1/revocation`,
      );
    }
    for (let sale = 0; sale < 100; sale += 1) till.sell(99_000);
    await till.drain();
    const [row] = await shop.query<{ count: string }>(
      `SELECT count(*) FROM document WHERE fair_id = $1 AND total_vnd = 99000`,
      [shop.fairId],
    );
    return count(
      shop,
      [till],
      { revoked: isProtected ? 1 : 0, sent: 100 },
      { counted: Number(row?.count) },
    );
  },
};
