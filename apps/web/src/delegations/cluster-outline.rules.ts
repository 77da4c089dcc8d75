interface Placed {
  xCm: number;
  yCm: number;
  widthCm: number;
  depthCm: number;
}

type Side = [fromX: number, fromY: number, toX: number, toY: number];

const sidesOf = ({ xCm: x, yCm: y, widthCm: w, depthCm: d }: Placed): Side[] => [
  [x, y, x + w, y],
  [x, y + d, x + w, y + d],
  [x, y, x, y + d],
  [x + w, y, x + w, y + d],
];

/** Booths that stand side by side as one group, each with the line around it as a path of SVG. */
export interface Outline {
  path: string;
  /** The box of the group. */
  xCm: number;
  yCm: number;
  widthCm: number;
  depthCm: number;
}

/** The outlines of a cluster, the largest first: where two booths share a side there is no line. */
export function outlinesOf(booths: readonly Placed[]): Outline[] {
  return groupsOf(booths)
    .map((group) => {
      const seen = new Map<string, { side: Side; times: number }>();
      for (const side of group.flatMap(sidesOf)) {
        const known = seen.get(side.join());
        seen.set(side.join(), { side, times: (known?.times ?? 0) + 1 });
      }
      const xCm = Math.min(...group.map((booth) => booth.xCm));
      const yCm = Math.min(...group.map((booth) => booth.yCm));
      return {
        path: [...seen.values()]
          .filter(({ times }) => times === 1)
          .map(({ side: [fromX, fromY, toX, toY] }) => `M${fromX} ${fromY}L${toX} ${toY}`)
          .join(''),
        xCm,
        yCm,
        widthCm: Math.max(...group.map((booth) => booth.xCm + booth.widthCm)) - xCm,
        depthCm: Math.max(...group.map((booth) => booth.yCm + booth.depthCm)) - yCm,
        count: group.length,
      };
    })
    .sort((a, b) => b.count - a.count)
    .map(({ count: _, ...outline }) => outline);
}

/* Booths that touch along a side, directly or by others between them. */
function groupsOf(booths: readonly Placed[]): Placed[][] {
  const left = new Set(booths);
  const groups: Placed[][] = [];
  for (const first of booths) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const one of group) {
      for (const other of left) {
        if (!touch(one, other)) continue;
        left.delete(other);
        group.push(other);
      }
    }
    groups.push(group);
  }
  return groups;
}

function touch(a: Placed, b: Placed): boolean {
  const gapX = Math.max(a.xCm, b.xCm) - Math.min(a.xCm + a.widthCm, b.xCm + b.widthCm);
  const gapY = Math.max(a.yCm, b.yCm) - Math.min(a.yCm + a.depthCm, b.yCm + b.depthCm);
  return gapX <= 0 && gapY <= 0 && gapX + gapY < 0;
}
