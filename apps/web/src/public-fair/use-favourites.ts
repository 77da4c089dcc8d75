import { useState } from 'react';

const keyOf = (fairCode: string) => `phien-favourites-${fairCode}`;

function remembered(fairCode: string): ReadonlySet<string> {
  try {
    const codes: unknown = JSON.parse(localStorage.getItem(keyOf(fairCode)) ?? '[]');
    return new Set(Array.isArray(codes) ? codes.filter((code) => typeof code === 'string') : []);
  } catch {
    return new Set();
  }
}

/** The booths that somebody wants to see, by code; they stay on this device. */
export function useFavourites(fairCode: string) {
  const [codes, setCodes] = useState(() => remembered(fairCode));
  const toggle = (code: string) => {
    const next = new Set(codes);
    if (!next.delete(code)) next.add(code);
    setCodes(next);
    try {
      localStorage.setItem(keyOf(fairCode), JSON.stringify([...next]));
    } catch {
      // Storage is closed: the choice holds until the page is left.
    }
  };
  return { codes, toggle };
}
