import { createPublicKey, verify } from 'node:crypto';
import fc from 'fast-check';
import type { ChainHead } from '../chain/chain.rules';
import { newHead } from '../test/documents';
import {
  fromBase64,
  headMessage,
  isTillPublicKey,
  newTillKey,
  signHead,
  toBase64,
  verifyHead,
} from './head-signature';

const head: ChainHead = { ...newHead(), sequence: 7 };

describe("a head's signature", () => {
  it('holds for its head and key, also for a verifier that is not ours', async () => {
    const key = await newTillKey();
    const signature = await signHead(key.privateKey, head);
    expect(fromBase64(signature)).toHaveLength(64);
    expect(await verifyHead(key.publicKeySpki, head, signature)).toBe(true);
    const spki = { key: Buffer.from(key.publicKeySpki), format: 'der', type: 'spki' } as const;
    const signed = Buffer.from(signature, 'base64');
    const publicKey = { key: createPublicKey(spki), dsaEncoding: 'ieee-p1363' } as const;
    expect(verify('sha256', headMessage(head), publicKey, signed)).toBe(true);
  });

  it('does not hold for another head, fair, register, epoch or key', async () => {
    const key = await newTillKey();
    const other = await newTillKey();
    const signature = await signHead(key.privateKey, head);
    const attempts: [Uint8Array, ChainHead][] = [
      [key.publicKeySpki, { ...head, sequence: 8 }],
      [key.publicKeySpki, { ...head, epoch: 2 }],
      [key.publicKeySpki, { ...head, fairId: head.registerId }],
      [key.publicKeySpki, { ...head, registerId: head.fairId }],
      [key.publicKeySpki, { ...head, hash: newHead().hash }],
      [other.publicKeySpki, head],
      [new Uint8Array(91), head],
    ];
    for (const [spki, claimed] of attempts) {
      expect(await verifyHead(spki, claimed, signature)).toBe(false);
    }
  });

  it('does not hold when a bit of it is turned', async () => {
    const key = await newTillKey();
    const signed = fromBase64(await signHead(key.privateKey, head)) ?? new Uint8Array(64);
    await fc.assert(
      fc.asyncProperty(fc.nat(511), async (bit) => {
        const turned = signed.with(bit >> 3, (signed[bit >> 3] ?? 0) ^ (1 << (bit & 7)));
        expect(await verifyHead(key.publicKeySpki, head, toBase64(turned))).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it.each(['', 'AAAA', '%%%', 'A'.repeat(200)])('is refused when it is %j', async (signature) => {
    const key = await newTillKey();
    expect(await verifyHead(key.publicKeySpki, head, signature)).toBe(false);
  });

  it('comes from a key that the device does not give away', async () => {
    const { privateKey } = await newTillKey();
    expect(privateKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('pkcs8', privateKey)).rejects.toThrow();
  });

  it('tells a P-256 key from anything else that claims to be one', async () => {
    const { publicKeySpki } = await newTillKey();
    const algorithm = { name: 'ECDSA', namedCurve: 'P-384' };
    const pair = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
    const p384 = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
    expect(await isTillPublicKey(publicKeySpki)).toBe(true);
    expect(await isTillPublicKey(p384)).toBe(false);
    expect(await isTillPublicKey(new Uint8Array([1, 2, 3]))).toBe(false);
  });
});

it('base64 reads back what it wrote and nothing else', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
    }),
  );
  expect(fromBase64('AB==')).toBeNull();
  expect(fromBase64('AA= =')).toBeNull();
});
