import type { BoothSpot } from '@phien/allocator';
import type { AllocationState } from '../allocation/state.rules';
import { SIXTHS_OF_A_BOOTH } from '../allocation/sixths.rules';

/** What of a booth an exhibitor holds, is held for it or offered to it. */
export interface StandingShare {
  boothCode: string;
  /** The delegation with which it shares, else the exhibitor itself. */
  sharerId: string;
  sixths: number;
  state: AllocationState;
}

/** Booths that are one place in `fair-alloc/1`, by their indices. */
export interface Piece {
  booths: readonly number[];
  /** Sixths used in each. */
  units: number;
  state: AllocationState;
  sharerId: string;
}

type Spots = readonly Pick<BoothSpot, 'run' | 'back'>[];

const FIRMEST: readonly AllocationState[] = ['confirmed', 'offered', 'held'];

/**
 * What one exhibitor has, as places: whole booths side by side, four of an island, or a share of one
 * booth. The format gives each exhibitor one place; who has booths apart is as many exhibitors of one
 * group. The firmest comes first, then the largest.
 */
export function piecesOf(
  shares: readonly StandingShare[],
  spots: Spots,
  indexOf: ReadonlyMap<string, number>,
): Piece[] {
  const held = shares
    .map(({ boothCode, ...share }) => ({ ...share, booth: indexOf.get(boothCode) ?? -1 }))
    .sort((a, b) => a.booth - b.booth);
  return FIRMEST.flatMap((state) => {
    const here = held.filter((share) => share.state === state);
    const whole = here.filter(({ sixths }) => sixths === SIXTHS_OF_A_BOOTH);
    const places = isIsland(whole, spots) ? [whole] : linesIn(whole, spots);
    const parts = here.filter(({ sixths }) => sixths < SIXTHS_OF_A_BOOTH).map((part) => [part]);
    return [...places, ...parts]
      .map((place): Piece => ({
        booths: place.map(({ booth }) => booth),
        units: place[0]!.sixths,
        sharerId: place[0]!.sharerId,
        state,
      }))
      .sort((a, b) => b.booths.length - a.booths.length || b.units - a.units);
  });
}

function linesIn<Held extends { booth: number }>(whole: readonly Held[], spots: Spots): Held[][] {
  const lines: Held[][] = [];
  for (const held of whole) {
    const line = lines[lines.length - 1];
    const last = line?.[line.length - 1]?.booth;
    if (line && last === held.booth - 1 && spots[last]?.run === spots[held.booth]?.run) {
      line.push(held);
    } else lines.push([held]);
  }
  return lines;
}

/* Two side by side and the two at their backs; four in one line are a line. */
function isIsland(whole: readonly { booth: number }[], spots: Spots): boolean {
  const [a, b, c, d, ...more] = whole.map(({ booth }) => booth);
  if (a === undefined || b === undefined || c === undefined || d === undefined) return false;
  return (
    more.length === 0 &&
    b === a + 1 &&
    d === c + 1 &&
    spots[a]?.run === spots[b]?.run &&
    spots[c]?.run === spots[d]?.run &&
    spots[a]?.back === c &&
    spots[b]?.back === d
  );
}
