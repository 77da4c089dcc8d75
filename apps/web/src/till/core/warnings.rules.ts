import type { TillState } from './till';

/** What of this phone may cost sales or their day, and which a person can mend. */
export type Warning = 'storage' | 'clock';

const clockOffMs = 5 * 60_000;

/** What to warn of now; a storage that was not asked yet is nothing to warn of. */
export function warningsOf(
  state: Pick<TillState, 'isStorageKept' | 'contact' | 'catalogue'>,
): Warning[] {
  const isMoved = state.catalogue?.isClockMoved ?? false;
  const isClockOff = Math.abs(state.contact.clockOffsetMs) > clockOffMs && !isMoved;
  const isEvictable = state.isStorageKept === false;
  return [...(isEvictable ? ['storage' as const] : []), ...(isClockOff ? ['clock' as const] : [])];
}
