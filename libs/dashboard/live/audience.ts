import type { BoardDto } from '../board/board.dto';
import type { BoardViewer } from '../board/read-board';
import type { Viewer } from './viewer';

/** With the money of single booths, with ranks only, or as passers-by may read it. */
export type Visibility = 'money' | 'ranks' | 'public';

export const VISIBILITIES: readonly Visibility[] = ['money', 'ranks', 'public'];

export function visibilityOf({ mayReadBoothMoney, isPublic }: BoardViewer): Visibility {
  if (isPublic) return 'public';
  return mayReadBoothMoney ? 'money' : 'ranks';
}

/** Whom a board of this visibility is read for. */
export const viewerOf = (visibility: Visibility): BoardViewer => ({
  mayReadBoothMoney: visibility === 'money',
  isPublic: visibility === 'public',
});

/** Only the server names rooms and puts viewers into them. */
export const roomOf = (fairId: string, visibility: Visibility) => `${fairId}:${visibility}`;

/** Everyone in this process who watches one fair, and what they were last sent. */
export class Audience {
  readonly viewers = new Set<Viewer>();
  readonly latest = new Map<Visibility, BoardDto>();
  readAtMs = 0;
  timer: NodeJS.Timeout | undefined;
  isReading = false;
  isAskedAgain = false;

  constructor(readonly fairId: string) {}

  visibilities(): Visibility[] {
    return VISIBILITIES.filter((visibility) => this.has(visibility));
  }

  /** Takes a viewer out; a board that nobody is left to see grows old and is dropped. */
  remove(viewer: Viewer, visibility: Visibility): void {
    this.viewers.delete(viewer);
    if (!this.has(visibility)) this.latest.delete(visibility);
  }

  private has(visibility: Visibility): boolean {
    for (const viewer of this.viewers) if (viewer.visibility === visibility) return true;
    return false;
  }

  /** Whether someone here was sent no board yet, or one of another version, day or silence. */
  isBehind(state: { version: number; day: string }, silentCount: number): boolean {
    return this.visibilities().some((visibility) => {
      const board = this.latest.get(visibility);
      return (
        board?.version !== state.version ||
        board.day !== state.day ||
        board.tills.silentCount !== silentCount
      );
    });
  }
}

/** Whether the two boards show the same, their as-of time aside. */
export function showsTheSame(a: BoardDto | undefined, b: BoardDto): boolean {
  return (
    a !== undefined &&
    a.version === b.version &&
    a.day === b.day &&
    a.tills.silentCount === b.tills.silentCount &&
    a.reconciliation.differenceCount === b.reconciliation.differenceCount
  );
}
