import type { Instance } from '../instance/instance';

/** Metres on foot between every two booths, row by row (FORMAT.md, section 3). */
export function walksOf({ booths, crossX, distances }: Instance): Float64Array {
  const count = booths.length;
  const walks = new Float64Array(count * count);
  for (let i = 0; i < count; i += 1) {
    const a = booths[i]!;
    for (let j = 0; j < i; j += 1) {
      const b = booths[j]!;
      let metres: number;
      if (distances) metres = distances[i]![j]!;
      else if (a.aisle === b.aisle) {
        const isAcross = Math.floor(a.run / 2) !== Math.floor(b.run / 2);
        metres = Math.abs(a.x - b.x) + (isAcross ? 2 : 0);
      } else {
        let around = Infinity;
        for (const cross of crossX) {
          around = Math.min(around, Math.abs(a.x - cross) + Math.abs(b.x - cross));
        }
        metres = around + Math.abs(a.y - b.y);
      }
      walks[i * count + j] = metres;
      walks[j * count + i] = metres;
    }
  }
  return walks;
}
