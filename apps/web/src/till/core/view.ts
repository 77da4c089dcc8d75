import { useSyncExternalStore } from 'react';
import { codeInAddress } from '../enrol/device-name.rules';

export const views = ['sell', 'sales', 'close', 'enrol'] as const;
export type View = (typeof views)[number];

const shown = (): View => {
  if (codeInAddress(location.hash) !== null) return 'enrol';
  const name = location.hash.slice(1);
  return views.find((view) => view === name) ?? 'sell';
};

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** Which screen is open; in the address, so that the phone's back key goes back to selling. */
export const useView = (): View => useSyncExternalStore(subscribe, shown);

export function openView(view: View): void {
  location.hash = view === 'sell' ? '' : view;
}
