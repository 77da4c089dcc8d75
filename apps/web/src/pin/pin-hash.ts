/** PBKDF2-HMAC-SHA-256 over the digits: what is kept of a PIN. */
export async function pinHash(
  digits: string,
  { salt, rounds, bytes }: { salt: Uint8Array<ArrayBuffer>; rounds: number; bytes: number },
): Promise<Uint8Array> {
  const subtle = globalThis.crypto.subtle;
  const key = await subtle.importKey('raw', new TextEncoder().encode(digits), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return new Uint8Array(await subtle.deriveBits(algorithm, key, bytes * 8));
}

/** Whether two hashes are one, in a time that tells nothing of where they differ. */
export function isSameHash(hash: Uint8Array, expected: Uint8Array): boolean {
  let difference = hash.length ^ expected.length;
  hash.forEach((byte, at) => (difference |= byte ^ (expected[at] ?? 0)));
  return difference === 0;
}
