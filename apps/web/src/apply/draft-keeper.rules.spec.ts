import { expect, test } from '@playwright/test';
import { Problem } from '../api/problem';
import type { Content, Own } from './apply-requests';
import { DraftKeeper, type Keeping } from './draft-keeper.rules';
import type { KeptDraft } from './kept-draft';

const noNetwork = () => Promise.reject(new Problem(0, 'unreachable'));

/** A server that counts versions, and a network that can be cut. */
function desk(kept: Omit<KeptDraft, 'code'> = { version: 0, content: {}, isSaved: true }) {
  const sent: [number, Content][] = [];
  const said: Keeping['state'][] = [];
  const network = { isCut: false };
  let onDevice: Omit<KeptDraft, 'code'> | null = null;
  let version = kept.version;
  let nowMs = 0;
  const waiting = new Set<{ at: number; run: () => void }>();
  const take = (seen: number, content: Content): Promise<Own> => {
    if (network.isCut) return noNetwork();
    if (seen !== version) return Promise.reject(new Problem(412, 'application_changed'));
    sent.push([seen, content]);
    version += 1;
    return Promise.resolve({ version, content, changedAt: '2026-09-01T03:00:00Z' } as Own);
  };
  const keeper = new DraftKeeper(
    {
      start: (content) => take(0, content),
      save: take,
      keep: (draft) => (onDevice = draft),
      onKeeping: ({ state }) => said.push(state),
      wait: (ms, run) => {
        const due = { at: nowMs + ms, run };
        waiting.add(due);
        return () => waiting.delete(due);
      },
    },
    kept.version,
    kept.content,
    kept.isSaved,
  );
  const elsewhere = () => (version += 1);
  /* Lets time pass, and what was promised meanwhile come true. */
  const wait = async (ms: number) => {
    const untilMs = nowMs + ms;
    for (;;) {
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      const [due] = [...waiting].filter(({ at }) => at <= untilMs).sort((a, b) => a.at - b.at);
      if (!due) break;
      nowMs = due.at;
      waiting.delete(due);
      due.run();
    }
    nowMs = untilMs;
  };
  return { keeper, sent, said, network, elsewhere, device: () => onDevice, wait };
}

test('begins with the first word and saves the last when the fingers rest', async () => {
  const { keeper, sent, device, wait } = desk();
  for (const name of ['H', 'HT', 'HTX']) keeper.type({ name });
  expect(device()).toEqual({ version: 0, content: { name: 'HTX' }, isSaved: false });
  await wait(1_000);
  keeper.type({ name: 'HTX Chè' });
  await wait(1_000);
  expect(sent).toEqual([
    [0, { name: 'HTX' }],
    [1, { name: 'HTX Chè' }],
  ]);
  expect(device()).toEqual({ version: 2, content: { name: 'HTX Chè' }, isSaved: true });
});

test('keeps what is typed without a network and saves it by itself when there is one', async () => {
  const { keeper, sent, said, network, wait } = desk();
  network.isCut = true;
  keeper.type({ name: 'HTX' });
  await wait(12_000);
  expect([sent.length, said.at(-1)]).toEqual([0, 'kept']);
  network.isCut = false;
  await wait(6_000);
  expect([sent, said.at(-1)]).toEqual([[[0, { name: 'HTX' }]], 'saved']);
});

test('saves after a reload what the page before could not', async () => {
  const content = { name: 'HTX' };
  const { sent, wait } = desk({ version: 3, content, isSaved: false });
  await wait(10);
  expect(sent).toEqual([[3, content]]);
});

test('stops when another device wrote, and goes on with what a person chose', async () => {
  const { keeper, sent, said, elsewhere, wait } = desk({ version: 3, content: {}, isSaved: true });
  elsewhere();
  keeper.type({ name: 'máy này' });
  await wait(30_000);
  expect([sent.length, said.at(-1)]).toEqual([0, 'changed']);
  keeper.writeOver(4);
  await wait(10);
  expect(sent).toEqual([[4, { name: 'máy này' }]]);
});

test('has everything on the server before it is sent', async () => {
  const { keeper, sent } = desk();
  keeper.type({ name: 'HTX' });
  expect(await keeper.flush()).toBe(1);
  expect(await keeper.flush()).toBe(1);
  expect(sent).toHaveLength(1);
});
