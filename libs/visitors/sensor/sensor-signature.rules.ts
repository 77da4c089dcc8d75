import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a sensor signs: its own place, and every figure of the message. */
export interface SignedCount {
  fairId: string;
  sensorId: string;
  epoch: number;
  sequence: number;
  entries: number;
  exits: number;
  countedAt: string;
}

const KEY_BYTES = 32;

export const newSensorKey = (): Buffer => randomBytes(KEY_BYTES);

/** The eight lines that are signed, a line feed between them and none at the end. */
export const signedText = (count: SignedCount): string =>
  [
    'phien-sensor-count-1',
    count.fairId.toLowerCase(),
    count.sensorId.toLowerCase(),
    count.epoch,
    count.sequence,
    count.entries,
    count.exits,
    count.countedAt,
  ].join('\n');

/** HMAC-SHA256 (RFC 2104) of `signedText` in UTF-8, as 64 hexadecimal digits. */
export const signatureOf = (count: SignedCount, key: Buffer): string =>
  createHmac('sha256', key).update(signedText(count), 'utf8').digest('hex');

/** Whether the key made the signature; takes as long for a wrong one as for a right one. */
export function isSignedBy(key: Buffer, count: SignedCount, signature: string): boolean {
  const made = Buffer.from(signatureOf(count, key), 'hex');
  const said = Buffer.from(signature, 'hex');
  return said.length === made.length && timingSafeEqual(said, made);
}
