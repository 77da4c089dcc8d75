import { saleDraft, shiftOpenDraft } from '../document/draft';
import { newTillKey, signHead } from '../signature/head-signature';
import { newHead, newMoment, squidAndTea } from '../test/documents';
import { auditChain } from './audit-chain';
import type { ChainEvidence } from './audit-chain';
import { TillChain } from './till-chain';

const start = newHead();
const moment = newMoment();

async function evidence(): Promise<ChainEvidence> {
  const key = await newTillKey();
  const chain = new TillChain(start);
  const texts: string[] = [];
  const signedHeads: ChainEvidence['signedHeads'][number][] = [];
  for (let at = 1; at <= 8; at += 1) {
    const draft = at === 1 ? shiftOpenDraft(moment, 0) : saleDraft(moment, squidAndTea());
    texts.push(chain.append(draft).text);
    if (at % 3 !== 0) continue;
    const { sequence, hash } = chain.head;
    signedHeads.push({ sequence, hash, signature: await signHead(key.privateKey, chain.head) });
  }
  const keptHeads = [chain.head];
  return { start, publicKeySpki: key.publicKeySpki, texts, signedHeads, keptHeads };
}

const codesOf = async (tampered: ChainEvidence) =>
  (await auditChain(tampered)).faults.map(({ code }) => code);

it('finds nothing in a chain that nobody touched, and says how far it is vouched for', async () => {
  const whole = await evidence();
  expect(await auditChain(whole)).toEqual({ faults: [], coveredSequence: 8 });
  expect(await auditChain({ ...whole, keptHeads: [] })).toEqual({ faults: [], coveredSequence: 6 });
});

it('finds every way in which somebody with the database could change it', async () => {
  const whole = await evidence();
  const { texts, signedHeads } = whole;
  const rewritten = new TillChain(start);
  const forged = texts.map(() => rewritten.append(shiftOpenDraft(moment, 1)).text);
  const stranger = await newTillKey();
  const resigned = await Promise.all(
    signedHeads.map(async (head) => ({
      ...head,
      signature: await signHead(stranger.privateKey, { ...start, ...head }),
    })),
  );
  const edited = texts.with(4, (texts[4] ?? '').replace('227500', '127500'));
  expect(edited).not.toEqual(texts);
  const table: [string, Partial<ChainEvidence>, string][] = [
    ['an edit', { texts: edited }, 'chain_previous_hash_differs'],
    ['one taken out', { texts: texts.toSpliced(4, 1) }, 'chain_sequence_skips'],
    ['the last one cut off', { texts: texts.slice(0, -1) }, 'kept_head_missing'],
    [
      'cut off behind a signature',
      { texts: texts.slice(0, 5), keptHeads: [] },
      'signed_head_missing',
    ],
    ['all written anew', { texts: forged, keptHeads: [] }, 'signed_head_missing'],
    ['signed by another key', { signedHeads: resigned }, 'signature_wrong'],
    [
      'written anew and the signatures gone',
      { texts: forged, signedHeads: [] },
      'kept_head_missing',
    ],
  ];
  for (const [what, change, code] of table) {
    expect([what, await codesOf({ ...whole, ...change })]).toEqual([
      what,
      expect.arrayContaining([code]),
    ]);
  }
});

it('proves nothing by hashes alone: that is what signatures and kept heads are for', async () => {
  const whole = await evidence();
  const rewritten = new TillChain(start);
  const forged = whole.texts.map(() => rewritten.append(shiftOpenDraft(moment, 1)).text);
  expect(await codesOf({ ...whole, texts: forged, signedHeads: [], keptHeads: [] })).toEqual([]);
});
