import { newId } from '@phien/kernel';
import { Problem } from '../api/problem';
import { bodyOf, drawingOf, isEmpty, mergeOnto, stepBetween } from './drawing.rules';
import type { Change, Draft, Drawing, Fault, Step } from './drawing.rules';
import { readDraft, saveDraft } from './edit-requests';
import type { SaveBody } from './edit-requests';
import { keepStep } from './kept-step';

const SAVE_AFTER_MS = 700;
const AGAIN_MS = 4_000;

export type SaveState =
  | { kind: 'saved'; at: string | null }
  | { kind: 'waiting' }
  | { kind: 'saving' }
  | { kind: 'offline' }
  | { kind: 'refused'; problem: Problem };

/** Somebody else saved something that was drawn here as well. */
export interface Clash {
  /** Who saved, and what they touched, as the server tells it; null when it was before this visit. */
  problem: Problem | null;
  clashes: readonly Change[];
  /** Theirs with what was drawn here and does not clash. */
  merged: Drawing;
  /** The same with what clashes as it was drawn here. */
  mine: Drawing;
}

export interface KeeperState {
  save: SaveState;
  version: number;
  faults: readonly Fault[];
  differenceCount: number;
  clash: Clash | null;
}

interface KeeperOrders {
  show(state: KeeperState): void;
  /** The drawing as it is after what others saved was merged into it. */
  adopt(drawing: Drawing): void;
  /** What others did, in a sentence; it was merged without a question. */
  tell(problem: Problem): void;
}

/** How a draft stands before anything was drawn on it here. */
export const asOpened = (draft: Draft): KeeperState => ({
  save: { kind: 'saved', at: draft.savedAt },
  version: draft.version,
  faults: draft.faults,
  differenceCount: draft.differenceCount,
  clash: null,
});

/**
 * Saves a drawing by itself: a moment after the last step, one save at a time, each on the version
 * that was seen last. A save without an answer is sent again as it was, so that it counts once. What
 * others saved in between is merged; only what both changed is asked about, and until then nothing
 * more is saved.
 */
export class DraftKeeper {
  private saved: Drawing;
  private now: Drawing;
  private state: KeeperState;
  private sent: { body: SaveBody; drawing: Drawing; version: number } | null = null;
  private sending: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isClosed = false;

  constructor(
    private readonly fairId: string,
    draft: Draft,
    clash: Clash | null,
    private readonly orders: KeeperOrders,
  ) {
    this.saved = drawingOf(draft.plan);
    this.now = this.saved;
    this.state = { ...asOpened(draft), clash };
    window.addEventListener('online', this.onOnline);
  }

  get view(): KeeperState {
    return this.state;
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.timer);
    window.removeEventListener('online', this.onOnline);
  }

  /** What is on the screen now. */
  take(drawing: Drawing): void {
    if (drawing === this.now || this.state.clash) return;
    this.now = drawing;
    const step = stepBetween(this.saved, drawing);
    keepStep(this.fairId, step);
    if (this.sending) return;
    if (isEmpty(step) && this.sent === null) {
      clearTimeout(this.timer);
      if (this.state.save.kind !== 'saved') this.show({ save: { kind: 'saved', at: null } });
      return;
    }
    if (this.state.save.kind !== 'offline') this.show({ save: { kind: 'waiting' } });
    this.saveIn(SAVE_AFTER_MS);
  }

  /** Saves what there is, now; resolves when it is saved (true) or cannot be. */
  async settle(): Promise<boolean> {
    for (;;) {
      clearTimeout(this.timer);
      await this.send();
      const { save, clash } = this.state;
      if (clash || (save.kind !== 'waiting' && save.kind !== 'saving')) {
        return !clash && save.kind === 'saved';
      }
    }
  }

  /** The draft is what is published now. */
  wasPublished(): void {
    this.show({ differenceCount: 0 });
  }

  /** Ends a clash: with one's own, or with theirs. Answers the drawing that goes on. */
  decide(whose: 'mine' | 'theirs'): Drawing {
    const { clash } = this.state;
    if (!clash) return this.now;
    const drawing = whose === 'mine' ? clash.mine : clash.merged;
    this.now = drawing;
    keepStep(this.fairId, stepBetween(this.saved, drawing));
    this.show({ clash: null, save: { kind: 'waiting' } });
    this.saveIn(0);
    return drawing;
  }

  private show(change: Partial<KeeperState>): void {
    this.state = { ...this.state, ...change };
    if (!this.isClosed) this.orders.show(this.state);
  }

  private saveIn(ms: number): void {
    clearTimeout(this.timer);
    if (!this.isClosed) this.timer = setTimeout(() => void this.send(), ms);
  }

  private send(): Promise<void> {
    this.sending ??= this.sendOnce().finally(() => (this.sending = null));
    return this.sending;
  }

  private async sendOnce(): Promise<void> {
    if (this.state.clash) return;
    if (this.sent === null) {
      const step = stepBetween(this.saved, this.now);
      if (isEmpty(step)) {
        if (this.state.save.kind !== 'saved') this.show({ save: { kind: 'saved', at: null } });
        return;
      }
      this.sent = {
        body: { id: newId(), ...bodyOf(step) },
        drawing: this.now,
        version: this.state.version,
      };
    }
    const { body, drawing, version } = this.sent;
    this.show({ save: { kind: 'saving' } });
    try {
      const { savedAt, faults, differenceCount, ...state } = await saveDraft(
        this.fairId,
        version,
        body,
      );
      this.sent = null;
      this.saved = drawing;
      const rest = stepBetween(this.saved, this.now);
      keepStep(this.fairId, rest);
      this.show({
        save: isEmpty(rest) ? { kind: 'saved', at: savedAt } : { kind: 'waiting' },
        ...{ version: state.version, faults, differenceCount },
      });
      if (!isEmpty(rest)) this.saveIn(SAVE_AFTER_MS);
    } catch (error) {
      await this.recover(error);
    }
  }

  private async recover(error: unknown): Promise<void> {
    const problem = error instanceof Problem ? error : new Problem(0, 'unreachable');
    if (problem.code === 'plan_draft_moved') {
      try {
        this.meet(problem, await readDraft(this.fairId));
        return;
      } catch {
        /* Asked again below. */
      }
    } else if (problem.status > 0 && problem.status < 500 && problem.status !== 429) {
      this.sent = null;
      this.show({ save: { kind: 'refused', problem } });
      return;
    }
    this.show({ save: { kind: 'offline' } });
    this.saveIn(AGAIN_MS);
  }

  /* Somebody else saved: theirs is what there is now, and what was drawn here goes on top. */
  private meet(problem: Problem, draft: Draft): void {
    const theirs = drawingOf(draft.plan);
    const { merged, mine, clashes } = mergeOnto(theirs, stepBetween(this.saved, this.now));
    this.sent = null;
    this.saved = theirs;
    const told = {
      version: draft.version,
      faults: draft.faults,
      differenceCount: draft.differenceCount,
    };
    if (clashes.length > 0) {
      keepStep(this.fairId, stepBetween(theirs, mine));
      this.show({ ...told, save: { kind: 'waiting' }, clash: { problem, clashes, merged, mine } });
      return;
    }
    this.now = merged;
    keepStep(this.fairId, stepBetween(theirs, merged));
    this.show({ ...told, save: { kind: 'waiting' } });
    this.orders.adopt(merged);
    this.orders.tell(problem);
    this.saveIn(0);
  }

  private readonly onOnline = () => {
    if (this.state.save.kind === 'offline') this.saveIn(0);
  };
}

/** The draft with what this device kept of an earlier visit on top, and what of it clashes. */
export function openingOf(
  draft: Draft,
  kept: Step | null,
): { drawing: Drawing; clash: Clash | null } {
  const drawing = drawingOf(draft.plan);
  if (!kept) return { drawing, clash: null };
  const { merged, mine, clashes } = mergeOnto(drawing, kept);
  return {
    drawing: merged,
    clash: clashes.length > 0 ? { problem: null, clashes, merged, mine } : null,
  };
}
