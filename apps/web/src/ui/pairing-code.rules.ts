/** "9:05" of what is left of a code. */
export function timeLeft(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Where the phone's camera goes: the till's page, with the code that only the page sees. */
export const pairingAddress = (origin: string, code: string) =>
  `${origin}/till/#code=${encodeURIComponent(code)}`;
