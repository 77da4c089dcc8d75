import { canonicalText } from '@phien/till';
import { Chance } from '../../tools/simulate/chance.rules';
import { count } from './count';
import type { Fault } from './fault';
import type { Answer } from './fault-till';
import { Shop } from './shop';

export const fault: Fault = {
  name: 'same sale',
  promise:
    'the same sale a hundred times at once, and again three days later, is one row; other bytes under its id change nothing',
  control: 'a till that gives each try an id of its own',
  async run({ seed, isProtected }, open) {
    const shop = await Shop.open(await open());
    const [till] = await shop.tills(1);
    if (!till) throw new Error('no till');
    const chance = new Chance(String(seed), 'same-sale');
    const sale = till.sell(10_000 + 1_000 * chance.below(90));
    const broken = { 'answers that differ': 0, 'other bytes taken': 0 };
    const faults = { parallel: 100, 'days later': 0, 'other bytes': 0 };
    if (!isProtected) {
      for (let tries = 1; tries < 100; tries += 1) {
        till.issue({ ...till.saleOf('', sale.totalVnd), lines: sale.lines });
      }
      await till.drain();
      return count(shop, [till], faults, broken);
    }
    const body = await till.requestOf(till.batch());
    const answers = await Promise.all(Array.from({ length: 100 }, () => till.ask(body)));
    const first = answers.filter(({ answer }) => linkOf(answer) === 'stored');
    if (first.length > 1) broken['answers that differ'] += first.length - 1;
    broken['answers that differ'] += answers.filter(({ answer }) => !isBooked(answer)).length;

    const [issued] = till.issued;
    if (!issued) throw new Error('nothing was issued');
    const other = canonicalText({ ...issued.document, totalVnd: issued.document.totalVnd + 1 });
    const forged = await till.requestOf([{ ...issued, text: other }]);
    const { status, answer } = await till.ask(forged);
    /* The signed head is that of the true bytes. */
    if (status < 400 && linkOf(answer) !== 'conflict') broken['other bytes taken'] += 1;
    faults['other bytes'] += 1;

    await shop.moveDays(3);
    await till.drain();
    const again = await till.ask(body);
    if (linkOf(again.answer) !== 'duplicate') broken['answers that differ'] += 1;
    faults['days later'] += 1;
    return count(shop, [till], faults, broken);
  },
};

const linkOf = (answer: unknown) => (answer as Partial<Answer>).results?.[0]?.link;
const isBooked = (answer: unknown) =>
  (answer as Partial<Answer>).results?.[0]?.booking === 'booked';
