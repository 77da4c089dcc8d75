/** Where the plan lies under the window: a point of the plan at p cm is seen at x + p × scale px. */
export interface Camera {
  x: number;
  y: number;
  /** Pixels a centimetre. */
  scale: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Rectangle {
  xCm: number;
  yCm: number;
  widthCm: number;
  depthCm: number;
}

const MARGIN_PX = 12;
const CLOSEST = 1;
/** Pixels a centimetre at which a booth's code is as large as the smallest text of the screens. */
const READABLE = 0.11;
/** Not closer than this, however wide the window: a zone that fills it hides all others. */
const CLOSE_ENOUGH = 0.16;
/** A zone's name stands so far above it. */
const NAME_ABOVE_CM = 240;

/** The whole plan in the middle of the window. */
export function fitted(plan: Size, view: Size): Camera {
  const scale = Math.max(
    Math.min(
      (view.width - 2 * MARGIN_PX) / plan.width,
      (view.height - 2 * MARGIN_PX) / plan.height,
    ),
    0.01,
  );
  return {
    scale,
    x: (view.width - plan.width * scale) / 2,
    y: (view.height - plan.height * scale) / 2,
  };
}

/**
 * How a plan is met: whole, or, where its codes would be too small to read (on a phone), from the
 * corner of its first zone on.
 */
export function opened(plan: Size, first: Rectangle | undefined, view: Size): Camera {
  const whole = fitted(plan, view);
  if (!first || detailOf(whole) !== 'blocks') return whole;
  const filled = Math.min((view.width - 2 * MARGIN_PX) / first.widthCm, CLOSE_ENOUGH);
  const scale = Math.max(READABLE, filled, whole.scale);
  const corner = {
    scale,
    x: MARGIN_PX - first.xCm * scale,
    y: MARGIN_PX - Math.max(first.yCm - NAME_ABOVE_CM, 0) * scale,
  };
  return held(corner, plan, view);
}

/** Closer or farther by a factor, the point under the hand staying where it is. */
export function zoomed(
  camera: Camera,
  factor: number,
  at: { x: number; y: number },
  plan: Size,
  view: Size,
): Camera {
  const farthest = fitted(plan, view).scale * 0.8;
  const scale = Math.min(Math.max(camera.scale * factor, farthest), CLOSEST);
  const real = scale / camera.scale;
  return held(
    { scale, x: at.x - (at.x - camera.x) * real, y: at.y - (at.y - camera.y) * real },
    plan,
    view,
  );
}

/** Never so far off that less than a third of the window shows plan. */
export function held(camera: Camera, plan: Size, view: Size): Camera {
  const bound = (at: number, planPx: number, viewPx: number) => {
    const [a, b] = [viewPx - planPx - viewPx * 0.3, viewPx * 0.3];
    return planPx < viewPx ? Math.min(Math.max(at, 0), viewPx - planPx) : clamp(at, a, b);
  };
  return {
    scale: camera.scale,
    x: bound(camera.x, plan.width * camera.scale, view.width),
    y: bound(camera.y, plan.height * camera.scale, view.height),
  };
}

const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/** Moved just so far that a rectangle of the plan can be seen whole. */
export function showing(camera: Camera, rectangle: Rectangle, view: Size): Camera {
  const along = (at: number, from: number, length: number, viewPx: number) => {
    const start = at + from * camera.scale;
    const end = start + length * camera.scale;
    if (start < MARGIN_PX) return at + MARGIN_PX - start;
    if (end > viewPx - MARGIN_PX) return at + viewPx - MARGIN_PX - end;
    return at;
  };
  return {
    scale: camera.scale,
    x: along(camera.x, rectangle.xCm, rectangle.widthCm, view.width),
    y: along(camera.y, rectangle.yCm, rectangle.depthCm, view.height),
  };
}

/** How much is written on the plan: below 6 px a metre no codes, from 26 on the names as well. */
export function detailOf({ scale }: Camera): 'blocks' | 'codes' | 'names' {
  const pixelsPerMetre = scale * 100;
  return pixelsPerMetre < 6 ? 'blocks' : pixelsPerMetre < 26 ? 'codes' : 'names';
}
