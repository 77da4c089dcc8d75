const idShape = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True for a UUID in lower case, the only spelling that survives a round trip through Postgres. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && idShape.test(text);
}

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
const random = new Uint8Array(10);
let lastMs = 0;
let counter = 0;

/**
 * A UUIDv7 (RFC 9562, section 5.7): 48 bits of Unix milliseconds, a 12-bit counter that starts at
 * a random value below 2048 each millisecond (method 1 of section 6.2), 62 random bits. Ids made
 * by one process sort in the order they were made, also when its clock steps back.
 */
export function newId(): string {
  globalThis.crypto.getRandomValues(random);
  const nowMs = Date.now();
  if (nowMs > lastMs) {
    lastMs = nowMs;
    counter = (((random[8] ?? 0) & 0x07) << 8) | (random[9] ?? 0);
  } else if (++counter > 0xfff) {
    lastMs += 1;
    counter = 0;
  }
  const time = lastMs.toString(16).padStart(12, '0');
  let tail = hexOfByte[((random[0] ?? 0) & 0x3f) | 0x80] ?? '';
  for (let at = 1; at < 8; at += 1) tail += hexOfByte[random[at] ?? 0] ?? '';
  const head = `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}`;
  return `${head}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}
