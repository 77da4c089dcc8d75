import type { CrowdAnswer, CrowdOrder } from './crowd.messages';
import { lagsOf } from './lag.rules';
import { Screen } from './screen';

/* A process of its own: many screens, so that what they cost is not counted as the api's. */
const AT_ONCE = 10;
let screens: Screen[] = [];

async function open(count: number, openOne: () => Promise<Screen>): Promise<void> {
  while (screens.length < count) {
    const next = Array.from({ length: Math.min(AT_ONCE, count - screens.length) }, openOne);
    screens.push(...(await Promise.all(next)));
  }
}

async function carryOut(order: CrowdOrder): Promise<CrowdAnswer> {
  if (order.kind === 'watch') await open(order.count, () => Screen.watch(order.url, order));
  if (order.kind === 'listen') await open(order.count, () => Screen.listen(order.url));
  if (order.kind === 'forget') for (const screen of screens) screen.forget();
  const sales = order.kind === 'tell' ? order.sales : [];
  const ended = screens.find(({ end }) => end !== undefined);
  if (ended) throw new Error(`a screen was cut off: ${ended.end}`);
  const answer = {
    lags: Float64Array.from(screens.flatMap(({ sights }) => lagsOf(sales, sights))),
    frames: screens.reduce((sum, { frames }) => sum + frames, 0),
    bytes: screens.reduce((sum, { bytes }) => sum + bytes, 0),
  };
  if (order.kind === 'close') {
    for (const screen of screens) screen.close();
    screens = [];
  }
  return answer;
}

async function answer(order: CrowdOrder): Promise<void> {
  const nothing = { lags: new Float64Array(), frames: 0, bytes: 0 };
  const carriedOut = await carryOut(order).catch((failure: unknown): CrowdAnswer => ({
    ...nothing,
    failure: String(failure),
  }));
  process.send?.(carriedOut);
}

process.on('message', (order: CrowdOrder) => void answer(order));
process.on('disconnect', () => process.exit(0));
