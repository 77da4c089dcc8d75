import type { GatePlace } from './tally-store';

const KEY = 'phien-gate-place';

/** The gate that this device counts at, kept over reloads. */
export function rememberedGate(): GatePlace | null {
  try {
    const [fairId, gateId] = (localStorage.getItem(KEY) ?? '').split(' ');
    return fairId && gateId ? { fairId, gateId } : null;
  } catch {
    return null;
  }
}

export function rememberGate(place: GatePlace | null): void {
  try {
    if (place) localStorage.setItem(KEY, `${place.fairId} ${place.gateId}`);
    else localStorage.removeItem(KEY);
  } catch {
    // Storage is closed: the choice holds until the page is left.
  }
}
