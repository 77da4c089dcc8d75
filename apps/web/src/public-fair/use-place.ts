import { boothPath, fairPath, placeInAddress } from '@phien/kernel';
import { useSyncExternalStore } from 'react';

export const PARTS = ['plan', 'list', 'info', 'figures'] as const;
export type Part = (typeof PARTS)[number];

export interface Place {
  /** Null behind an address that is no fair's. */
  fairCode: string | null;
  boothCode: string | null;
  part: Part;
}

function placeOf({ pathname, hash }: URL): Place {
  const { fairCode = null, boothCode = null } = placeInAddress(pathname) ?? {};
  return { fairCode, boothCode, part: PARTS.find((part) => hash === `#${part}`) ?? 'plan' };
}

const addressOf = ({ fairCode, boothCode, part }: Place) => {
  const path = boothCode === null ? fairPath(fairCode ?? '') : boothPath(fairCode ?? '', boothCode);
  return part === 'plan' ? path : `${path}#${part}`;
};

const listeners = new Set<() => void>();
const changed = () => listeners.forEach((listener) => listener());
function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

/* One step of the browser's history that was made by opening a booth: closing it steps back. */
const OPENED = 'booth opened here';

/**
 * Where in the fair somebody is. It stands in the address, so it can be sent to others, and the way
 * back closes a booth before it leaves the page.
 */
export function usePlace() {
  const place = placeOf(new URL(useSyncExternalStore(subscribe, () => location.href)));
  return {
    place,
    show: (part: Part) => {
      history.pushState(null, '', addressOf({ ...place, boothCode: null, part }));
      changed();
    },
    open: (boothCode: string, part: Part = place.part) => {
      const address = addressOf({ ...place, boothCode, part });
      if (place.boothCode === null) history.pushState(OPENED, '', address);
      else history.replaceState(history.state, '', address);
      changed();
    },
    close: () => {
      if (history.state === OPENED) return history.back();
      history.replaceState(null, '', addressOf({ ...place, boothCode: null }));
      changed();
    },
  };
}
