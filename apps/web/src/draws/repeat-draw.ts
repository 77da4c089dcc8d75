import type { Draw } from './draw-requests';

export type Repeated = 'same' | 'other' | 'cannot';

async function sha256Hex(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function sortedByLot(prefix: string, whats: readonly string[]) {
  const lots = await Promise.all(
    whats.map(async (what) => ({ what, lot: await sha256Hex(`${prefix} ${what}`) })),
  );
  return lots.sort((a, b) => (a.lot < b.lot ? -1 : 1));
}

/**
 * Draws again on the reader's own device, from the list as it was frozen, and compares. It shares no
 * code with the server, so that both must have read the rule in the same way. `cannot` where a page
 * may not compute (a bare http address).
 */
export async function repeatDraw({ list, listHash, outcome }: Draw): Promise<Repeated> {
  if (outcome === null || !('crypto' in globalThis) || !crypto.subtle) return 'cannot';
  const lines = list.split('\n').map((line) => line.split(' '));
  const named = (word: string) => lines.filter(([first]) => first === word);
  const isList = (await sha256Hex(list)) === listHash;
  const isSeal = named('seal')[0]?.[1] === (await sha256Hex(outcome.seal));
  const prefix = `${listHash} ${outcome.seal} ${outcome.seed}`;
  const byLot = await sortedByLot(
    prefix,
    named('exhibitor').map(([, id = '']) => id),
  );
  const points = new Map(named('points').map(([, id = '', count]) => [id, Number(count)]));
  const exhibitors = named('order').some(([, by]) => by === 'points')
    ? [...byLot].sort((a, b) => (points.get(b.what) ?? 0) - (points.get(a.what) ?? 0))
    : byLot;
  const booths = await sortedByLot(
    prefix,
    named('booth').map(([, ...code]) => code.join(' ')),
  );
  const drawn = exhibitors.map(({ what, lot }, rank) => [what, lot, booths[rank]?.what ?? null]);
  const told = outcome.lots.map(({ exhibitorId, lot, boothCode }) => [exhibitorId, lot, boothCode]);
  return isList && isSeal && JSON.stringify(drawn) === JSON.stringify(told) ? 'same' : 'other';
}
