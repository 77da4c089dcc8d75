import { eventually } from '../trade-day/caller';
import { count } from './count';
import type { Fault } from './fault';
import { Shop } from './shop';

export const fault: Fault = {
  name: 'reboot',
  promise:
    'a phone that dies with 500 sales waiting has the same ids, numbers and head when it is switched on again, and sends each once, however many tabs it has open',
  control: 'a phone whose browser keeps nothing over a reboot',
  storyOfShortForm: 'test/browser/till-lost.spec.ts',
  async run({ isShort, isProtected }, open) {
    const { countedOf, phones, RealTill } = await import('./real-phone');
    const { untilSent } = await import('../browser/till-story');
    const shop = await Shop.open(await open());
    const { fresh } = await phones();
    const phone = fresh();
    const other = fresh();
    try {
      const till = await RealTill.pair(shop, phone);
      await till.context.setOffline(true);
      await till.openShift();
      const sales = isShort ? 20 : 500;
      await till.sell(sales);
      const before = await till.kept();
      /* It dies while it sells: what its screen has shown as sold counts, and the one under way may. */
      const dying = till.sell(1_000).catch(() => undefined);
      await eventually(async () => till.shown.length > sales + 2);
      await phone.die();
      await dying;

      const again = isProtected ? phone : other;
      const relit = await RealTill.reopen(shop, again, !isProtected);
      const after = await relit.kept();
      const waiting = after.documents.filter(({ sent }) => sent === 'waiting').length;
      const notTheSame = before.documents.filter(
        (document, at) => JSON.stringify(document) !== JSON.stringify(after.documents[at]),
      ).length;
      const amounts = new Map(
        after.documents.map(({ sequence, totalVnd }) => [sequence, totalVnd]),
      );
      const notKept = till.shown.filter((sale) => amounts.get(sale.sequence) !== sale.totalVnd);
      let { documents } = before;
      if (isProtected) {
        const tab = await relit.anotherTab();
        await relit.context.setOffline(false);
        await Promise.all([relit.page, tab].map((each) => each.getByTestId('sync').click()));
        await Promise.all([relit.page, tab].map(untilSent));
        ({ documents } = await relit.kept());
      }
      return await count(
        shop,
        [countedOf(documents)],
        { killed: 1, 'waiting before': before.documents.length, 'waiting after': waiting },
        {
          'not the same': notTheSame,
          'shown and not kept': notKept.length,
          'sent twice': relit.sentTwice,
        },
      );
    } finally {
      await phone.throwAway();
      await other.throwAway();
    }
  },
};
