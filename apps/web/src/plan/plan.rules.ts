import { foldText } from '@phien/kernel';
import type { Booth } from '../api/client';
import type { Rectangle } from './camera.rules';
import type { Exhibitor, Share, State, Step } from './plan-requests';

export const SHARES: readonly Share[] = ['whole', 'half', 'third'];
const SIXTHS: Record<Share, number> = { whole: 6, half: 3, third: 2 };

/** The share of so many sixths, or null when a booth is not shared out like that. */
export const shareOf = (sixths: number): Share | null =>
  SHARES.find((share) => SIXTHS[share] === sixths) ?? null;

/** The largest share that a booth still has room for; the whole one when it has none. */
export const largestShare = (freeSixths: number): Share =>
  SHARES.find((share) => SIXTHS[share] <= freeSixths) ?? 'whole';

export interface Filter {
  text: string;
  booths: 'all' | 'waiting' | 'placed';
  /** Id of a delegation, 'none', or 'all'. */
  delegation: string;
}

export const everyone: Filter = { text: '', booths: 'all', delegation: 'all' };

/** What an exhibitor is found by, folded: name, booths, place, former district, delegation. */
export const searchTextOf = (exhibitor: Exhibitor): string =>
  foldText(
    [
      exhibitor.name,
      ...exhibitor.boothCodes,
      exhibitor.placeNameVi,
      exhibitor.placeNameEn,
      exhibitor.formerDistrict ?? '',
      exhibitor.delegationNameVi ?? '',
      exhibitor.delegationNameEn ?? '',
    ].join(' | '),
  );

/** The exhibitors that pass; every word typed must stand somewhere in what one is found by. */
export function exhibitorsFor(
  exhibitors: readonly { exhibitor: Exhibitor; searchText: string }[],
  filter: Filter,
): Exhibitor[] {
  const words = foldText(filter.text).split(/\s+/).filter(Boolean);
  return exhibitors
    .filter(({ exhibitor, searchText }) => {
      const hasBooth = exhibitor.boothCodes.length > 0;
      if (filter.booths === 'waiting' && hasBooth) return false;
      if (filter.booths === 'placed' && !hasBooth) return false;
      if (filter.delegation !== 'all' && (exhibitor.delegationId ?? 'none') !== filter.delegation)
        return false;
      return words.every((word) => searchText.includes(word));
    })
    .map(({ exhibitor }) => exhibitor);
}

/** Whoever has more priority points before the others, else in the order given. */
export const mostPointsFirst = (
  exhibitors: Exhibitor[],
  pointsOf: ReadonlyMap<string, number>,
): Exhibitor[] =>
  pointsOf.size === 0
    ? exhibitors
    : [...exhibitors].sort((a, b) => (pointsOf.get(b.id) ?? 0) - (pointsOf.get(a.id) ?? 0));

/** The delegations that exhibitors came with, by name. */
export function delegationsOf(exhibitors: readonly Exhibitor[], language: 'vi' | 'en') {
  const names = new Map<string, string>();
  for (const { delegationId, delegationNameVi, delegationNameEn } of exhibitors) {
    const name = language === 'vi' ? delegationNameVi : delegationNameEn;
    if (delegationId !== null && name !== null) names.set(delegationId, name);
  }
  return [...names]
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, language));
}

export const isGiven = (booth: Booth) => booth.holders.length > 0;

export type BoothState = 'free' | 'held' | 'offered' | 'shared' | 'given';

export function stateOf({ holders, reserved, freeSixths }: Booth): BoothState {
  if (holders.length > 0) return freeSixths > 0 || reserved.length > 0 ? 'shared' : 'given';
  if (reserved.length === 0) return 'free';
  return reserved.some(({ state }) => state === 'offered') ? 'offered' : 'held';
}

/** Sixths of a booth whose place is confirmed. */
export const givenSixths = ({ holders }: Booth): number =>
  holders.reduce((sum, { sixths }) => sum + sixths, 0);

/** What the list of booths shows. */
export const BOOTHS_SHOWN = ['all', 'room', 'held', 'offered', 'given'] as const;
export type BoothsShown = (typeof BOOTHS_SHOWN)[number];

/** A booth of which a part is held and a part is given is found under both. */
export function isShown(booth: Booth, shown: BoothsShown): boolean {
  if (shown === 'all') return true;
  if (shown === 'room') return booth.freeSixths > 0;
  if (shown === 'given') return isGiven(booth);
  return booth.reserved.some(({ state }) => state === shown);
}

/** Terms that an organizer chooses from, in minutes. */
export const TERMS = [30, 120, 1_440, 4_320, 10_080] as const;

/** A term that fits without choosing: a call for a hold, days for an offer. */
export const usualTerm = (state: State): number => (state === 'held' ? 120 : 4_320);

export type Direction = 'left' | 'right' | 'up' | 'down';

const arrows = new Map<string, Direction>([
  ['ArrowLeft', 'left'],
  ['ArrowRight', 'right'],
  ['ArrowUp', 'up'],
  ['ArrowDown', 'down'],
]);

/** Where an arrow key leads. */
export const directionOf = (key: string): Direction | undefined => arrows.get(key);

const middle = ({ xCm, yCm, widthCm, depthCm }: Rectangle) => ({
  x: xCm + widthCm / 2,
  y: yCm + depthCm / 2,
});

/**
 * The booth that lies next in a direction: the nearest one that is more ahead than aside, where a
 * step aside counts double; null at the edge.
 */
export function neighbour<Placed extends Rectangle>(
  booths: readonly Placed[],
  from: Placed,
  direction: Direction,
): Placed | null {
  const start = middle(from);
  let best: Placed | null = null;
  let least = Infinity;
  for (const booth of booths) {
    const { x, y } = middle(booth);
    const [dx, dy] = [x - start.x, y - start.y];
    const ahead = { left: -dx, right: dx, up: -dy, down: dy }[direction];
    const aside = Math.abs(direction === 'left' || direction === 'right' ? dy : dx);
    if (ahead <= 0 || aside > ahead) continue;
    const distance = ahead + 2 * aside;
    if (distance < least) {
      least = distance;
      best = booth;
    }
  }
  return best;
}

/**
 * Steps that came since the last look and were not asked for here, oldest first; null when there
 * were none to see then.
 */
export function newsOf(
  steps: readonly Step[],
  lastSeenId: string | null,
  asked: ReadonlySet<string>,
): Step[] {
  const at = steps.findIndex(({ stepId }) => stepId === lastSeenId);
  return steps
    .slice(0, at === -1 ? steps.length : at)
    .filter(
      ({ stepId, changes }) =>
        !asked.has(stepId) &&
        !changes.some(
          ({ freed, given }) =>
            (given !== null && asked.has(given.allocationId)) ||
            (given === null && freed !== null && asked.has(freed.allocationId)),
        ),
    )
    .reverse();
}

/** The booths that a step touched. */
export const boothsOf = (step: Step): string[] =>
  step.changes.flatMap(({ freed, given }) => [
    ...(freed ? [freed.boothId] : []),
    ...(given ? [given.boothId] : []),
  ]);
