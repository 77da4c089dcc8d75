import { createPublicKey, verify, type KeyObject } from 'node:crypto';

/* An uncompressed point with nothing behind it: what every browser writes, and can read again. */
const SPKI_BYTES = 91;

/** A P-256 public key from its SubjectPublicKeyInfo bytes, or undefined for anything else. */
export function registerKey(spki: Buffer): KeyObject | undefined {
  try {
    const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
    const isP256 =
      key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
    const isPlain =
      spki.length === SPKI_BYTES && key.export({ format: 'der', type: 'spki' }).equals(spki);
    return isP256 && isPlain ? key : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Whether a till's key signed this message (`headMessage` or another of libs/till), at half of
 * WebCrypto's cost: this runs at every sale. The signature is base64 of 64 bytes.
 */
export function isSignedBy(key: KeyObject, message: Uint8Array, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64');
  return verify('sha256', message, { key, dsaEncoding: 'ieee-p1363' }, bytes);
}
