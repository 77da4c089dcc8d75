import { utf8ToBytes } from '@noble/hashes/utils.js';
import { signMessage, type TillPrivateKey } from './head-signature';

/** What a status's signature covers: utf8 `phien-status:1:` and its canonical text. */
export function statusMessage(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(utf8ToBytes(`phien-status:1:${text}`));
}

/** Base64 of the 64-byte (IEEE P1363) ECDSA P-256 / SHA-256 signature over a status's text. */
export const signStatus = (privateKey: TillPrivateKey, text: string): Promise<string> =>
  signMessage(privateKey, statusMessage(text));
