/** How fast a wall moves and looks. */
export interface WallPace {
  /** The place of the scene that it opens with. */
  firstScene: number;
  sceneMs: number;
  /** As often as the server says a word; three without one, and the wall is cut off. */
  heartbeatMs: number;
  shiftMs: number;
  /** Ranks of booths are asked for at most this often. */
  boothsMs: number;
  /** The plan, and the wall's own clock. */
  slowlyMs: number;
  /** The picture goes to the disk at most this often. */
  keepMs: number;
  /** The page is opened anew at most this often, so that a page that cannot heal itself stays readable. */
  anewMs: number;
}

declare global {
  /** Set before the page opens by stories, which cannot wait a day. */
  var phienWallPace: Partial<WallPace> | undefined;
}

export const pace: Readonly<WallPace> = {
  firstScene: 0,
  sceneMs: 20_000,
  heartbeatMs: 5_000,
  shiftMs: 60_000,
  boothsMs: 15_000,
  slowlyMs: 600_000,
  keepMs: 5_000,
  anewMs: 600_000,
  ...globalThis.phienWallPace,
};
