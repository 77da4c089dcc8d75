/** Bytes a photo is made to fit into; the server takes 64 kB. */
export const PHOTO_BYTES = 40_000;

const LARGEST_SIDE_PX = 640;

/** Width and height a picture is drawn at: its own shape, the longer side at most `side`. */
export function fittedSize(
  widthPx: number,
  heightPx: number,
  side = LARGEST_SIDE_PX,
): { widthPx: number; heightPx: number } {
  const scale = Math.min(1, side / Math.max(widthPx, heightPx, 1));
  return {
    widthPx: Math.max(1, Math.round(widthPx * scale)),
    heightPx: Math.max(1, Math.round(heightPx * scale)),
  };
}

/** What is tried one after the other until a picture is light enough. */
export const attempts = [
  { side: 640, quality: 0.82 },
  { side: 640, quality: 0.68 },
  { side: 520, quality: 0.68 },
  { side: 420, quality: 0.6 },
  { side: 320, quality: 0.55 },
  { side: 240, quality: 0.5 },
] as const;
