import { UNITS_PER_BOOTH } from '../instance/instance';

/**
 * The fewest booths that sharers of one group need, wherever they stand. Exact: five and four sixths
 * cannot meet, halves stand in pairs, thirds fill what those leave, and sixths any gap.
 */
export function boothsNeeded(units: readonly number[]): number {
  const count = new Array<number>(UNITS_PER_BOOTH + 1).fill(0);
  for (const each of units) count[each]! += 1;
  const [, , thirds, halves, fours, fives, wholes] = count as [
    ...[number, number, number, number, number, number, number],
  ];
  const gaps = fours + (halves % 2);
  const large = wholes + fives + fours + Math.ceil(halves / 2);
  const withThirds = large + Math.ceil(Math.max(0, thirds - gaps) / 3);
  const sixths = units.reduce((sum, each) => sum + each, 0);
  return Math.max(withThirds, Math.ceil(sixths / UNITS_PER_BOOTH));
}
