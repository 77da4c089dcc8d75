/** What a list may be, at most: it is somebody's file, and may be made to burst. */
export const ROSTER_BOUNDS = {
  fileBytes: 10 * 1024 * 1024,
  unpackedBytes: 50 * 1024 * 1024,
  rows: 20_000,
  sheets: 20,
  readMs: 20_000,
  heapMb: 256,
} as const;
