import type { Typed } from './declare.rules';

const KEY = 'phien-declare';

interface Kept extends Typed {
  /** Of which link and day. */
  of: string;
}

/* The secret itself is in the address; what is kept beside the number need not repeat it. */
const nameOf = (token: string, day: string) => `${token.slice(-8)} ${day}`;

/** The number typed for a link and a day and not taken yet; null when there is none. */
export function keptNumber(token: string, day: string): Typed | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Kept | null;
    if (kept?.of !== nameOf(token, day)) return null;
    const { id, amount, count } = kept;
    return { id, amount, count };
  } catch {
    return null;
  }
}

export function keepNumber(token: string, day: string, typed: Typed | null): void {
  try {
    if (typed === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify({ ...typed, of: nameOf(token, day) }));
  } catch {
    // Storage is closed: the number stands on the page until it is left.
  }
}
