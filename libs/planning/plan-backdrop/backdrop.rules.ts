import type { Refusal } from '@phien/kernel';
import { photoShape, type PhotoShape } from '../product/photo.rules';
import {
  backdropDimensionsRefused,
  backdropTooLarge,
  backdropTypeUnknown,
} from './backdrop.refusals';

/** What a picture under the plan may be, at most; the screen makes larger ones smaller first. */
export const BACKDROP_BOUNDS = {
  fileBytes: 6 * 1024 * 1024,
  sidePx: 8_192,
  /** A few kB may unpack to gigabytes: a browser that draws the plan holds four bytes of each. */
  dots: 17_000_000,
} as const;

/** What a picture is by its own first bytes, or why it is not taken. */
export function checkedPicture(bytes: Buffer): PhotoShape | Refusal {
  if (bytes.length > BACKDROP_BOUNDS.fileBytes) return backdropTooLarge();
  const shape = photoShape(bytes);
  if (shape === null) return backdropTypeUnknown();
  const { widthPx, heightPx } = shape;
  const fits =
    Math.min(widthPx, heightPx) >= 1 &&
    Math.max(widthPx, heightPx) <= BACKDROP_BOUNDS.sidePx &&
    widthPx * heightPx <= BACKDROP_BOUNDS.dots;
  return fits ? shape : backdropDimensionsRefused();
}

/** Where a new picture lies: as large as fits into the hall, in its north-west corner. */
export function laidIn(
  hall: { hallWidthCm: number; hallDepthCm: number },
  { widthPx, heightPx }: Pick<PhotoShape, 'widthPx' | 'heightPx'>,
): { xCm: number; yCm: number; widthCm: number } {
  const byDepth = (hall.hallDepthCm * widthPx) / heightPx;
  return { xCm: 0, yCm: 0, widthCm: Math.max(10, Math.round(Math.min(hall.hallWidthCm, byDepth))) };
}

/** How deep a picture lies when it is so wide. */
export const depthCmOf = (laid: { widthCm: number; widthPx: number; heightPx: number }) =>
  Math.max(1, Math.round((laid.widthCm * laid.heightPx) / laid.widthPx));
