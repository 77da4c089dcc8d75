import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { ChainHead } from '../chain/chain.rules';

/* Named through the function that makes it: browsers and Node declare the type in two places. */
export type TillPrivateKey = Parameters<typeof globalThis.crypto.subtle.sign>[1];

const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const algorithm = { name: 'ECDSA', hash: 'SHA-256' } as const;

export interface TillKey {
  /** Never leaves the device: WebCrypto does not hand it out. */
  privateKey: TillPrivateKey;
  publicKeySpki: Uint8Array<ArrayBuffer>;
}

/** A device's own P-256 key pair, the private half not extractable. */
export async function newTillKey(): Promise<TillKey> {
  const pair = await globalThis.crypto.subtle.generateKey(curve, false, ['sign', 'verify']);
  const spki = await globalThis.crypto.subtle.exportKey('spki', pair.publicKey);
  return { privateKey: pair.privateKey, publicKeySpki: new Uint8Array(spki) };
}

/** True for the SPKI of a P-256 public key. */
export async function isTillPublicKey(spki: Uint8Array<ArrayBuffer>): Promise<boolean> {
  try {
    await globalThis.crypto.subtle.importKey('spki', spki, curve, true, ['verify']);
    return true;
  } catch {
    return false;
  }
}

/** What a head's signature covers: utf8 `phien-head:1:fair:register:epoch:sequence:hash`. */
export function headMessage(head: ChainHead): Uint8Array<ArrayBuffer> {
  const { fairId, registerId, epoch, sequence, hash } = head;
  return Uint8Array.from(
    utf8ToBytes(`phien-head:1:${fairId}:${registerId}:${epoch}:${sequence}:${hash}`),
  );
}

/** Base64 of the 64-byte (IEEE P1363) ECDSA P-256 / SHA-256 signature over the head. */
export function signHead(privateKey: TillPrivateKey, head: ChainHead): Promise<string> {
  return signMessage(privateKey, headMessage(head));
}

/** A phone's wish to go on in a new epoch with a new key, because its chain was taken. */
export interface Continuation {
  fairId: string;
  registerId: string;
  /** The epoch that it leaves; its key signs. */
  epoch: number;
  /** The new key. */
  publicKeySpkiHex: string;
}

/** What a continuation's signature covers: utf8 `phien-epoch:1:fair:register:epoch:hex(SPKI)`. */
export function continuationMessage(asked: Continuation): Uint8Array<ArrayBuffer> {
  const { fairId, registerId, epoch, publicKeySpkiHex } = asked;
  return Uint8Array.from(
    utf8ToBytes(`phien-epoch:1:${fairId}:${registerId}:${epoch}:${publicKeySpkiHex}`),
  );
}

/** Base64 of the old key's signature over the continuation, as `signHead`. */
export function signContinuation(privateKey: TillPrivateKey, asked: Continuation): Promise<string> {
  return signMessage(privateKey, continuationMessage(asked));
}

/** The same over any message; each kind of message begins with words of its own. */
export async function signMessage(
  privateKey: TillPrivateKey,
  message: Uint8Array<ArrayBuffer>,
): Promise<string> {
  const signature = await globalThis.crypto.subtle.sign(algorithm, privateKey, message);
  return toBase64(new Uint8Array(signature));
}

/** False for anything but this key's signature over this head; never throws. */
export async function verifyHead(
  publicKeySpki: Uint8Array,
  head: ChainHead,
  signature: string,
): Promise<boolean> {
  const signed = fromBase64(signature);
  if (signed?.length !== 64) return false;
  try {
    const key = await publicKeyOf(publicKeySpki);
    return await globalThis.crypto.subtle.verify(algorithm, key, signed, headMessage(head));
  } catch {
    return false;
  }
}

type PublicKey = Promise<TillPrivateKey>;

/* A server meets the same few hundred keys all day, and importing one costs as much as verifying. */
const importedKeys = new Map<string, PublicKey>();
const importedKeysKept = 2_000;

function publicKeyOf(spki: Uint8Array): PublicKey {
  const name = toBase64(spki);
  const known = importedKeys.get(name);
  if (known) return known;
  const imported = globalThis.crypto.subtle.importKey('spki', Uint8Array.from(spki), curve, false, [
    'verify',
  ]);
  importedKeys.set(name, imported);
  if (importedKeys.size > importedKeysKept) {
    const [oldest] = importedKeys.keys();
    if (oldest !== undefined) importedKeys.delete(oldest);
  }
  imported.catch(() => importedKeys.delete(name));
  return imported;
}

/** Standard base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Null when the text is not the base64 that `toBase64` would write. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    return toBase64(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}
