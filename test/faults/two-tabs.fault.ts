import { count } from './count';
import type { Fault } from './fault';
import { Shop } from './shop';

export const fault: Fault = {
  name: 'two tabs',
  promise: 'of the tabs of one phone one sends at a time, so that nothing goes out twice',
  control: 'tabs that do not wait for each other (no Web Lock)',
  storyOfShortForm: 'test/browser/till-lost.spec.ts',
  async run({ isShort, isProtected }, open) {
    const { countedOf, phones, RealTill } = await import('./real-phone');
    const { untilSent } = await import('../browser/till-story');
    const shop = await Shop.open(await open());
    const phone = (await phones()).fresh();
    try {
      const till = await RealTill.pair(shop, phone);
      if (!isProtected) {
        await till.context.addInitScript(
          'LockManager.prototype.request = async (name, work) => work()',
        );
        await till.page.reload();
      }
      await till.openShift();
      const tabs = [till.page, await till.anotherTab(), await till.anotherTab()];
      const rounds = isShort ? 2 : 20;
      for (let round = 0; round < rounds; round += 1) {
        await till.context.setOffline(true);
        await till.sell(3);
        await till.context.setOffline(false);
        await Promise.all(tabs.map((tab) => tab.getByTestId('sync').click()));
        await Promise.all(tabs.map(untilSent));
      }
      const { documents } = await till.kept();
      return await count(
        shop,
        [countedOf(documents)],
        { tabs: tabs.length, rounds },
        { 'sent twice': till.sentTwice },
      );
    } finally {
      await phone.throwAway();
    }
  },
};
