import { createPublicKey, verify } from 'node:crypto';
import { newId } from '@phien/kernel';
import { canonicalText } from '../document/canonical-text';
import { newTillKey } from '../signature/head-signature';
import { signStatus, statusMessage } from '../signature/status-signature';
import { readStatus } from './read-status';
import type { TillStatus } from './till-status';

const status: TillStatus = {
  v: 1,
  fairId: newId(),
  registerId: newId(),
  epoch: 1,
  number: 7,
  saidAt: '2025-10-28T10:40:00.000Z',
  clockOffsetMs: -4_000,
  sequence: 12,
  unsentCount: 3,
  clashCount: 0,
  shiftOpenedAt: '2025-10-28T01:00:00.000Z',
  isCartEmpty: false,
  appBuild: 'till-Cq3hX9',
  isStorageKept: true,
  storageUsedBytes: 900_000,
  storageQuotaBytes: 2_000_000_000,
  isInstalled: true,
};

it('reads what a phone says of itself', () => {
  expect(readStatus(canonicalText(status))).toEqual({ ok: true, status });
  const bare = {
    shiftOpenedAt: null,
    isStorageKept: null,
    storageUsedBytes: null,
    storageQuotaBytes: null,
  };
  const quiet = { ...status, ...bare };
  expect(readStatus(canonicalText(quiet))).toEqual({ ok: true, status: quiet });
});

it.each([
  ['another version', { v: 2 }],
  ['no fair', { fairId: 'x' }],
  ['no register', { registerId: null }],
  ['epoch 0', { epoch: 0 }],
  ['number 0', { number: 0 }],
  ['a time of no form', { saidAt: '17:40' }],
  ['an offset of a thousand years', { clockOffsetMs: 31_557_600_000_000 }],
  ['a number below nothing', { sequence: -1 }],
  ['more unsent than it ever issued', { unsentCount: 12, clashCount: 1 }],
  ['fewer than none unsent', { unsentCount: -1 }],
  ['a shift opened at no time', { shiftOpenedAt: '' }],
  ['a cart neither empty nor not', { isCartEmpty: 'yes' }],
  ['no build', { appBuild: '' }],
  ['an endless build', { appBuild: 'x'.repeat(61) }],
  ['bytes below nothing', { storageUsedBytes: -1 }],
  ['a storage neither kept nor not', { isStorageKept: 1 }],
  ['a field of its own', { unsentVnd: 1 }],
])('does not read %s', (_, change) => {
  expect(readStatus(canonicalText({ ...status, ...change }))).toEqual({ ok: false });
});

it('reads the canonical text alone, and never throws', () => {
  const text = canonicalText(status);
  for (const other of [` ${text}`, JSON.stringify(status), '', 'null', '[]', '{', '{"v":0.5}']) {
    expect(readStatus(other)).toEqual({ ok: false });
  }
});

it('is signed as a status and as nothing else', async () => {
  const key = await newTillKey();
  const text = canonicalText(status);
  const signature = Buffer.from(await signStatus(key.privateKey, text), 'base64');
  const spki = { key: Buffer.from(key.publicKeySpki), format: 'der', type: 'spki' } as const;
  const publicKey = { key: createPublicKey(spki), dsaEncoding: 'ieee-p1363' } as const;
  expect(verify('sha256', statusMessage(text), publicKey, signature)).toBe(true);
  expect(verify('sha256', Buffer.from(text), publicKey, signature)).toBe(false);
});
