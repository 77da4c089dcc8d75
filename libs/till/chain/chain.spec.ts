import { createHash } from 'node:crypto';
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { saleDraft, shiftOpenDraft } from '../document/draft';
import { newHead, newMoment, squidAndTea } from '../test/documents';
import { genesisHash, linkHash, verifyChain } from './chain.rules';
import { TillChain } from './till-chain';

const start = newHead();
const chain = new TillChain(start);
const moment = newMoment();
const issued = Array.from({ length: 12 }, (_, at) =>
  chain.append(at === 0 ? shiftOpenDraft(moment, 0) : saleDraft(moment, squidAndTea())),
);
const texts = issued.map(({ text }) => text);
const end = chain.head;
const places = fc.nat(texts.length - 1);

describe('the chain of a register', () => {
  it('numbers its documents without gaps and ends at its head', () => {
    expect(issued.map(({ document }) => document.sequence)).toEqual(
      Array.from({ length: 12 }, (_, at) => at + 1),
    );
    expect(verifyChain(start, texts, end)).toEqual({ ok: true, head: end });
  });

  it('hashes as any sha256 does', () => {
    const bytes = utf8ToBytes('phiên chợ');
    const expected = createHash('sha256').update(hexToBytes(start.hash)).update(bytes).digest();
    expect(Buffer.from(linkHash(hexToBytes(start.hash), bytes))).toEqual(expected);
    const genesis = genesisHash({ ...start, publicKeySpkiHex: 'abcd' });
    const words = `${start.fairId}:${start.registerId}:1:abcd`;
    expect(Buffer.from(genesis)).toEqual(createHash('sha256').update(words, 'utf8').digest());
  });

  it('goes on from any head of its own', () => {
    const half = verifyChain(start, texts.slice(0, 5));
    if (!half.ok) throw new Error(half.code);
    expect(verifyChain(half.head, texts.slice(5), end).ok).toBe(true);
    const resumed = new TillChain(half.head);
    expect(resumed.append(shiftOpenDraft(moment, 0)).document.sequence).toBe(6);
  });

  it('shows every edit', () => {
    fc.assert(
      fc.property(places, fc.nat(2_000), fc.string({ maxLength: 3 }), (at, spot, put) => {
        const text = texts[at] ?? '';
        const from = spot % text.length;
        const edited = text.slice(0, from) + put + text.slice(from + 1);
        fc.pre(edited !== text);
        expect(verifyChain(start, texts.with(at, edited), end).ok).toBe(false);
      }),
    );
  });

  it('shows every document that was dropped, added or moved', () => {
    fc.assert(
      fc.property(places, places, (a, b) => {
        expect(verifyChain(start, texts.toSpliced(a, 1), end).ok).toBe(false);
        expect(verifyChain(start, texts.toSpliced(a, 0, texts[b] ?? ''), end).ok).toBe(false);
        fc.pre(a !== b);
        const swapped = texts.with(a, texts[b] ?? '').with(b, texts[a] ?? '');
        expect(verifyChain(start, swapped, end).ok).toBe(false);
      }),
    );
  });

  it('says where and why', () => {
    expect(verifyChain(start, texts.toSpliced(3, 1))).toEqual({
      ok: false,
      code: 'chain_sequence_skips',
      sequence: 4,
    });
    expect(verifyChain(newHead(), texts)).toMatchObject({ code: 'chain_of_another_register' });
    expect(verifyChain({ ...start, hash: end.hash }, texts)).toMatchObject({
      code: 'chain_previous_hash_differs',
      sequence: 1,
    });
    expect(verifyChain(start, texts.with(2, '{}'))).toMatchObject({
      code: 'chain_document_unreadable',
      sequence: 3,
    });
    expect(verifyChain(start, texts.slice(0, -1), end)).toEqual({
      ok: false,
      code: 'chain_head_differs',
      sequence: 11,
    });
  });

  it('finds a cut-off or rewritten end only against the head it should reach', () => {
    expect(verifyChain(start, texts.slice(0, -1)).ok).toBe(true);
    const rewritten = new TillChain(start);
    const forged = texts.map(() => rewritten.append(shiftOpenDraft(moment, 0)).text);
    expect(verifyChain(start, forged).ok).toBe(true);
    expect(verifyChain(start, forged, end).ok).toBe(false);
  });
});
