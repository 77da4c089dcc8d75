/** Where a picture lies under the plan, in centimetres, and how large it is in dots. */
export interface LaidPicture {
  xCm: number;
  yCm: number;
  widthCm: number;
  widthPx: number;
  heightPx: number;
}

export interface Point {
  xCm: number;
  yCm: number;
}

const LEAST_CM = 10;
const MOST_CM = 1_000_000;

export const distanceCm = (a: Point, b: Point) => Math.hypot(b.xCm - a.xCm, b.yCm - a.yCm);

/** How deep a picture lies when it is so wide. */
export const depthCmOf = ({ widthCm, widthPx, heightPx }: Omit<LaidPicture, 'xCm' | 'yCm'>) =>
  Math.max(1, Math.round((widthCm * heightPx) / widthPx));

/**
 * The picture so large that two points of it are `wantedCm` apart; the first one stays where it is.
 * Null when the points are one, or the picture would be smaller or larger than any hall.
 */
export function calibrated(
  picture: LaidPicture,
  [first, second]: readonly [Point, Point],
  wantedCm: number,
): Pick<LaidPicture, 'xCm' | 'yCm' | 'widthCm'> | null {
  const isCm = distanceCm(first, second);
  if (isCm < 1 || wantedCm <= 0) return null;
  const times = wantedCm / isCm;
  const widthCm = Math.round(picture.widthCm * times);
  if (widthCm < LEAST_CM || widthCm > MOST_CM) return null;
  return {
    xCm: Math.round(first.xCm - (first.xCm - picture.xCm) * times),
    yCm: Math.round(first.yCm - (first.yCm - picture.yCm) * times),
    widthCm,
  };
}

/** The sides of a picture that is no larger than it may be: not too long, not too many dots. */
export function boundedSides(
  width: number,
  height: number,
  { sidePx, dots }: { sidePx: number; dots: number },
): { width: number; height: number } {
  const times = Math.min(1, sidePx / Math.max(width, height), Math.sqrt(dots / (width * height)));
  const side = (length: number) => Math.max(1, Math.floor(length * times));
  return { width: side(width), height: side(height) };
}
