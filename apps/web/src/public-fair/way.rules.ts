import type { PublicPlan } from './public-plan';

interface Placed {
  xCm: number;
  yCm: number;
  widthCm: number;
  depthCm: number;
}

const middle = ({ xCm, yCm, widthCm, depthCm }: Placed) => ({
  x: xCm + widthCm / 2,
  y: yCm + depthCm / 2,
});

export interface Way {
  gate: PublicPlan['features'][number];
  /** In a straight line, to 5 m: stands are in between, so it is a hint and no measurement. */
  metres: number;
}

/** The gate nearest to a booth; null where the plan shows none. */
export function nearestGate(features: PublicPlan['features'], booth: Placed): Way | null {
  const from = middle(booth);
  let nearest: Way | null = null;
  let least = Infinity;
  for (const gate of features) {
    if (gate.kind !== 'gate') continue;
    const { x, y } = middle(gate);
    const cm = Math.hypot(x - from.x, y - from.y);
    if (cm >= least) continue;
    least = cm;
    nearest = { gate, metres: Math.max(5, Math.round(cm / 500) * 5) };
  }
  return nearest;
}
