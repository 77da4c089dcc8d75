import { pbkdf2, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';

const ROUNDS = 150_000;
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const derive = promisify(pbkdf2);

/** What is kept of a PIN: PBKDF2-HMAC-SHA-256 over its digits, as a till's WebCrypto computes it. */
export interface PinHash {
  pinSalt: Buffer;
  pinHash: Buffer;
  pinRounds: number;
}

export async function hashPin(pin: string): Promise<PinHash> {
  const pinSalt = randomBytes(SALT_BYTES);
  const pinHash = await derive(pin, pinSalt, ROUNDS, HASH_BYTES, 'sha256');
  return { pinSalt, pinHash, pinRounds: ROUNDS };
}
