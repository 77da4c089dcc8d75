/**
 * The hash in what was typed, pasted or scanned: 64 hexadecimal digits, also in an address and with
 * blanks between them; null when there is none.
 */
export function hashIn(text: string): string | null {
  return (
    /(?:^|[^0-9a-f])([0-9a-f]{64})(?![0-9a-f])/i
      .exec(text.replace(/\s/g, ''))?.[1]
      ?.toLowerCase() ?? null
  );
}

/** "a1b2c3d4 …", eight groups of eight: to be compared with paper by eye. */
export const groupsOf = (hash: string): string => (hash.match(/.{8}/g) ?? []).join(' ');
