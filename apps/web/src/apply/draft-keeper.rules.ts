import { Problem } from '../api/problem';
import type { Content, Own } from './apply-requests';
import type { KeptDraft } from './kept-draft';

export type Keeping =
  | { state: 'untouched' }
  | { state: 'saving' }
  | { state: 'saved'; at: string }
  | { state: 'kept' }
  | { state: 'changed' }
  | { state: 'refused'; problem: Problem };

interface Doors {
  start: (content: Content) => Promise<Own>;
  save: (version: number, content: Content) => Promise<Own>;
  /** Writes on this device, before the network is asked. */
  keep: (draft: Omit<KeptDraft, 'code'>) => void;
  onKeeping: (keeping: Keeping) => void;
  /** Runs something later; answers what calls it off. */
  wait: (ms: number, run: () => void) => () => void;
}

const PAUSE_MS = 900;
const AGAIN_MS = 5_000;

/**
 * Saves what is typed: on the device at once, on the server when the fingers rest, again and again while
 * there is no network. One save is under way at a time; what was typed meanwhile goes with the next.
 */
export class DraftKeeper {
  private callOff: () => void = () => undefined;
  private underWay: Promise<void> | null = null;
  private saved: Content;

  constructor(
    private readonly doors: Doors,
    private version: number,
    private content: Content,
    isSaved: boolean,
  ) {
    this.saved = isSaved ? content : {};
    if (!isSaved) this.later(0);
  }

  type(content: Content): void {
    this.content = content;
    this.doors.keep({ version: this.version, content, isSaved: false });
    this.doors.onKeeping({ state: 'saving' });
    this.later(PAUSE_MS);
  }

  /** Saves now what is not saved yet; answers the version that holds it. Throws Problem. */
  async flush(): Promise<number> {
    this.callOff();
    if (this.underWay) await this.underWay.catch(() => undefined);
    if (this.version === 0 || this.saved !== this.content) await this.save();
    return this.version;
  }

  /** Another step changed the server's copy, or it is what shall count from here on. */
  take(version: number, content: Content): void {
    this.callOff();
    this.version = version;
    this.content = content;
    this.saved = content;
    this.doors.keep({ version, content, isSaved: true });
  }

  /** What is typed here counts over what another device wrote as this version. */
  writeOver(version: number): void {
    this.version = version;
    this.later(0);
  }

  tryNow(): void {
    if (this.saved !== this.content) this.later(0);
  }

  stop(): void {
    this.callOff();
  }

  private later(ms: number): void {
    this.callOff();
    this.callOff = this.doors.wait(ms, () => void this.flush().catch(() => undefined));
  }

  private save(): Promise<void> {
    const { content, version } = this;
    this.underWay = (async () => {
      this.doors.onKeeping({ state: 'saving' });
      try {
        const own = await (version === 0
          ? this.doors.start(content)
          : this.doors.save(version, content));
        this.version = own.version;
        this.saved = content;
        const isSaved = this.content === content;
        this.doors.keep({ version: own.version, content: this.content, isSaved });
        if (isSaved) this.doors.onKeeping({ state: 'saved', at: own.changedAt });
        else this.later(PAUSE_MS);
      } catch (failure) {
        const problem = failure instanceof Problem ? failure : new Problem(0, 'unreachable');
        const isPassing = problem.status === 0 || problem.status === 429 || problem.status >= 500;
        if (isPassing) this.later(AGAIN_MS);
        this.doors.onKeeping(
          isPassing
            ? { state: 'kept' }
            : problem.code === 'application_changed'
              ? { state: 'changed' }
              : { state: 'refused', problem },
        );
        throw problem;
      } finally {
        this.underWay = null;
      }
    })();
    return this.underWay;
  }
}
