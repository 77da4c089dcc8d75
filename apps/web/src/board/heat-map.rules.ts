interface Placed {
  id: string;
  xCm: number;
  yCm: number;
  widthCm: number;
  depthCm: number;
}

const middle = ({ xCm, yCm, widthCm, depthCm }: Placed) => ({
  x: xCm + widthCm / 2,
  y: yCm + depthCm / 2,
});

const directions = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
} as const;

/**
 * The booth that an arrow key leads to: the nearest in that direction, where a metre to the side
 * counts as three ahead. Undefined at the edge of the plan and for other keys.
 */
export function boothBeside<Booth extends Placed>(
  booths: readonly Booth[],
  from: Booth,
  key: string,
): Booth | undefined {
  if (!(key in directions)) return undefined;
  const towards = directions[key as keyof typeof directions];
  const here = middle(from);
  let nearest: { booth: Booth; way: number } | undefined;
  for (const booth of booths) {
    const there = middle(booth);
    const ahead = (there.x - here.x) * towards.x + (there.y - here.y) * towards.y;
    const aside =
      Math.abs((there.x - here.x) * towards.y) + Math.abs((there.y - here.y) * towards.x);
    if (ahead <= 0) continue;
    const way = ahead + aside * 3;
    if (!nearest || way < nearest.way) nearest = { booth, way };
  }
  return nearest?.booth;
}
