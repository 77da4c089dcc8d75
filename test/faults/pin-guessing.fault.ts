import { join } from 'node:path';
import { projectFolder } from '../../tools/machine/project-folder';
import { Chance } from '../../tools/simulate/chance.rules';
import { count } from './count';
import type { Fault } from './fault';
import { Shop } from './shop';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayOfTheThiefMs = 14 * hourMs;
/* Five at once; one more after 30 s, 1, 5 and 15 minutes; then one an hour. */
const allowed = 9 + Math.floor((dayOfTheThiefMs - 21.5 * minuteMs) / hourMs);

/* The lock goes by the phone's clock: who stands there and sets it on by an hour may guess again. */
export const fault: Fault = {
  name: 'PIN guessing',
  promise:
    'of 10,000 PINs guessed in a day of 14 hours a till looks at 22, however often its phone is restarted, and its cashier still gets in',
  control: 'a lock that is forgotten with every restart',
  storyOfShortForm: 'test/browser/till.spec.ts',
  async run({ seed, isShort, isProtected }, open) {
    const { phones, RealTill } = await import('./real-phone');
    const { typePin } = await import('../browser/till-story');
    const shop = await Shop.open(await open());
    const guesses = new Chance(String(seed), 'pin-guessing').shuffled(
      Array.from({ length: 10_000 }, (_, number) => String(number).padStart(4, '0')),
    );
    /* Not among the first that may be tried anyway. */
    const pin = guesses[5_000 + (seed % 5_000)] ?? '';
    const booth = await shop.nextBooth();
    await shop.organizer.post(`/api/fairs/${shop.fairId}/cashiers`, {
      exhibitorId: booth.exhibitorId,
      name: 'Phạm Thị Hương Giang',
      pin,
      mayRefund: true,
    });
    const restarts = isShort ? 4 : 20;
    const perStart = guesses.length / restarts;
    const stepMs = dayOfTheThiefMs / guesses.length;
    const tillsCode = await bundled();
    const phone = (await phones()).fresh();
    let looked = 0;
    let found = 0;
    try {
      let till = await RealTill.pair(shop, phone, booth);
      for (let start = 0; start < restarts; start += 1) {
        const from = start * perStart;
        if (start > 0) {
          await phone.die();
          till = await RealTill.reopen(shop, phone, true);
        }
        await till.page.evaluate(`${watchGuesses}(${from * stepMs})`);
        await till.page.evaluate(tillsCode);
        if (!isProtected && start > 0) await till.page.evaluate('thief.forgetTries()');
        const some = JSON.stringify(guesses.slice(from, from + perStart));
        found += await till.page.evaluate<number>(`thief.guess(${some}, ${stepMs})`);
        looked += await till.page.evaluate<number>('thief.looked');
      }
      /* Nobody has touched it for an hour: whose PIN it is gets in with it. */
      await phone.die();
      till = await RealTill.reopen(shop, phone, true);
      await till.page.evaluate(`${watchGuesses}(${dayOfTheThiefMs + hourMs})`);
      await till.page.getByText(/^Sai quá nhiều lần/).waitFor({ state: 'hidden' });
      await typePin(till.page, pin);
      const isIn = await till.page
        .getByRole('button', { name: 'Mở ca' })
        .waitFor()
        .then(
          () => true,
          () => false,
        );
      return await count(
        shop,
        [],
        { guesses: guesses.length, restarts, 'looked at': looked },
        {
          'looked at too often': Math.max(0, looked - allowed),
          'looked at too seldom': Math.max(0, allowed - looked),
          found,
          'cashier locked out': isIn ? 0 : 1,
        },
      );
    } finally {
      await phone.throwAway();
    }
  },
};

/* Who guesses has the phone's own time go by in a moment; how often a PIN is hashed is counted. */
const watchGuesses = `((laterMs) => {
  const now = Date.now.bind(Date);
  const derive = SubtleCrypto.prototype.deriveBits;
  globalThis.thief = { laterMs, looked: 0 };
  Date.now = () => now() + thief.laterMs;
  SubtleCrypto.prototype.deriveBits = function (...asked) {
    thief.looked += 1;
    return derive.apply(this, asked);
  };
})`;

/** The till's own lock over the till's own database, as code for its page: the pad is too slow a door. */
async function bundled(): Promise<string> {
  const { build } = await import('vite');
  const inWeb = (file: string) => JSON.stringify(join(projectFolder, 'apps/web/src/till', file));
  const inLibs = (lib: string) => join(projectFolder, 'libs', lib, 'index.ts');
  const thief = `
    import { checkPin } from ${inWeb('pin/check-pin.ts')};
    import { openKeep } from ${inWeb('keep/keep.ts')};
    const keep = openKeep(() => undefined);
    thief.forgetTries = async () => (await keep).clear('pinTries');
    thief.guess = async (guesses, stepMs) => {
      const [{ cashiers: [cashier] }] = await (await keep).getAll('catalogues');
      let found = 0;
      for (const digits of guesses) {
        if ((await checkPin(await keep, cashier, digits)).ok) found += 1;
        thief.laterMs += stepMs;
      }
      return found;
    };`;
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@phien/kernel': inLibs('kernel'), '@phien/till': inLibs('till') } },
    plugins: [
      {
        name: 'thief',
        resolveId: (id) => (id === 'thief' ? '\0thief' : null),
        load: (id) => (id === '\0thief' ? thief : null),
      },
    ],
    build: {
      write: false,
      rolldownOptions: { input: 'thief', output: { format: 'iife' } },
    },
  });
  const [output] = [built].flat();
  if (!output || !('output' in output)) throw new Error('nothing was bundled');
  return output.output[0].code;
}
