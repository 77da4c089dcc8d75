import type {
  CartPayment,
  CountedNote,
  PaymentMethod,
  RescueFile,
  ReturnedLine,
  TillDocument,
} from '@phien/till';
import type { CatalogueNews } from '../enrol/refresh-catalogue';
import { changeSettings, openKeep } from '../keep/keep';
import type { Cashier } from '../keep/catalogue';
import type { Keep, KeptDocument, SignedIn } from '../keep/keep';
import { readTill, readUndoings } from '../keep/read-till';
import type { IssuedDocument, KeptState } from '../keep/read-till';
import type { Outbox, OutboxState } from '../outbox/outbox';
import type { PinAnswer } from '../pin/check-pin';
import { idleLockMs } from '../../pin/pin.rules';
import type { KeptPages } from '../../ui/keep-pages';
import type { Cart } from '../sell/cart.rules';
import type { ParkedChange } from '../sell/parked.rules';
import { untilHere } from './until-here';

type Ledger = typeof import('./ledger');

export interface TillState extends KeptState {
  outbox: OutboxState;
  /** Whether the browser promised not to evict the till's database; null before it was asked. */
  isStorageKept: boolean | null;
  /** The whole till is on this phone, so it opens without a network. */
  arePagesKept: boolean;
}

const hourMs = 3_600_000;
const idleLookMs = 15_000;

/**
 * The till without its screens: what is kept, and the verbs that change it. Whatever a verb
 * resolves to is on the disk. Tabs of one phone share the database and tell each other.
 */
export class Till {
  readonly #listeners = new Set<() => void>();
  readonly #tabs = new BroadcastChannel('phien-till');
  readonly #ledger: Promise<Ledger>;
  readonly #outbox: Promise<Outbox>;
  #pages: KeptPages | null = null;
  #outboxState: OutboxState = 'idle';
  #state: TillState;
  #reading: Promise<void> | null = null;
  #isStale = false;
  #activeAtMs = 0;
  #cartsUnderWay = 0;

  private constructor(
    private readonly keep: Keep,
    kept: KeptState,
  ) {
    this.#ledger = untilHere(() => import('./ledger'));
    this.#outbox = this.#ledger.then(
      ({ Outbox }) =>
        new Outbox(keep, {
          turned: (state) => {
            this.#outboxState = state;
            this.#show({});
          },
          marked: () => void this.#changed(),
        }),
    );
    this.#state = { ...kept, outbox: 'idle', isStorageKept: null, arePagesKept: false };
  }

  static async open(): Promise<Till> {
    const keep = await openKeep(() => location.reload());
    const till = new Till(keep, await readTill(keep));
    /* Before anything is drawn: a phone that was put away unlocked comes back locked. */
    await till.#lockWhenIdle();
    till.#start();
    return till;
  }

  #start(): void {
    this.#tabs.onmessage = () => {
      void this.#read();
      this.#kick();
    };
    window.addEventListener('online', () => this.sendNow());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState !== 'visible') return;
      void this.#lockWhenIdle();
      this.sendNow();
    });
    setInterval(() => void this.#lockWhenIdle(), idleLookMs);
    void untilHere(() => import('../../ui/keep-pages')).then(({ keepPages }) => {
      this.#pages = keepPages(
        'till',
        () => this.#isPutAway,
        () => this.#show({ arePagesKept: true }),
      );
    });
    setInterval(() => void this.refreshGoods(), hourMs * (1 + Math.random() / 12));
    void this.#learnStorage();
    void this.#ledger.then(({ keepTelling }) => keepTelling(this.keep, this));
    this.#kick();
    if (this.#state.enrolment) void this.refreshGoods();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getState = (): TillState => this.#state;

  async enrol(code: string): Promise<void> {
    await (await this.#ledger).enrolPhone(this.keep, code);
    await this.#changed();
    void this.#askForStorage();
  }

  async refreshGoods(): Promise<CatalogueNews | null> {
    const news = await (await this.#ledger).refreshCatalogue(this.keep);
    if (news === 'fresh') await this.#changed();
    return news;
  }

  async tryPin(cashier: Cashier, digits: string): Promise<PinAnswer> {
    const answer = await (await this.#ledger).checkPin(this.keep, cashier, digits);
    await this.#changed();
    return answer;
  }

  async signIn(signedIn: SignedIn): Promise<void> {
    this.#activeAtMs = Date.now();
    const settings = { signedIn, activeAtMs: this.#activeAtMs };
    await this.#set(signedIn.id === null ? { ...settings, ownName: signedIn.name } : settings);
  }

  lock(): Promise<void> {
    return this.#set({ signedIn: null });
  }

  /** Somebody touches the screen. Written down once a minute, so that a reload does not unlock. */
  noteActivity(): void {
    this.#activeAtMs = Date.now();
    if (this.#activeAtMs - this.#state.activeAtMs < 60_000) return;
    void this.#set({ activeAtMs: this.#activeAtMs });
  }

  openShift(floatVnd: number): Promise<KeptDocument> {
    return this.#issue(({ openShift }) => openShift(this.keep, floatVnd));
  }

  moveCash(id: string, cashMovedVnd: number, reason: string | null): Promise<KeptDocument> {
    return this.#issue(({ moveCash }) => moveCash(this.keep, id, cashMovedVnd, reason));
  }

  /** A cart becomes a sale; the same cart twice is one sale. */
  sell(cart: Cart, payments: readonly CartPayment[]): Promise<KeptDocument> {
    return this.#issue(({ sell }) => sell(this.keep, cart, payments));
  }

  refund(
    id: string,
    sale: TillDocument,
    returned: readonly ReturnedLine[],
    how: { reason: string; method: PaymentMethod },
  ): Promise<KeptDocument> {
    return this.#issue(({ refund }) => refund(this.keep, id, sale, returned, how));
  }

  voidSale(id: string, sale: TillDocument, reason: string): Promise<KeptDocument> {
    return this.#issue(({ voidSale }) => voidSale(this.keep, id, sale, reason));
  }

  /** With it go the parked tickets of these sales; the others wait for the next shift. */
  closeShift(
    countedVnd: number,
    notes: readonly CountedNote[],
    discarded: ReadonlySet<string>,
  ): Promise<KeptDocument> {
    return this.#issue(({ closeShift }) => closeShift(this.keep, countedVnd, notes, discarded));
  }

  /** Newest first, each with all of its documents. */
  async closedShifts(): Promise<IssuedDocument[][]> {
    return (await this.#ledger).readClosedShifts(this.keep);
  }

  /** The result of the closed shift was read: the next one may begin, by whoever has a PIN. */
  putShiftAway(): Promise<void> {
    return this.#set({ closedShiftId: null, signedIn: null });
  }

  undoingsOf(sale: TillDocument): Promise<TillDocument[]> {
    return readUndoings(this.keep, sale);
  }

  keepCart(cart: Cart): void {
    this.#show({ cart });
    this.#cartsUnderWay += 1;
    void changeSettings(this.keep, { cart })
      .then(() => this.#tabs.postMessage('changed'))
      .finally(() => (this.#cartsUnderWay -= 1));
  }

  async changeParked(change: ParkedChange): Promise<void> {
    await (await this.#ledger).changeParked(this.keep, change);
    await this.#changed();
  }

  chooseSlipWidth(slipWidthMm: 58 | 80): void {
    void this.#set({ slipWidthMm });
  }

  sendNow(): void {
    void this.#outbox.then((outbox) => outbox.kickNow());
  }

  /** All that this phone issued, signed, for whoever brings it to the organizer. */
  async rescueFile(): Promise<RescueFile> {
    return (await this.#ledger).rescueFile(this.keep);
  }

  async #issue(write: (ledger: Ledger) => Promise<KeptDocument>): Promise<KeptDocument> {
    const issued = await write(await this.#ledger);
    await this.#changed();
    this.#kick();
    return issued;
  }

  #kick(): void {
    void this.#outbox.then((outbox) => outbox.kick());
  }

  async #set(changed: Parameters<typeof changeSettings>[1]): Promise<void> {
    await changeSettings(this.keep, changed);
    await this.#changed();
  }

  async #changed(): Promise<void> {
    this.#tabs.postMessage('changed');
    await this.#read();
  }

  /* One reading at a time; what changed meanwhile is read by the next. */
  async #read(): Promise<void> {
    this.#isStale = true;
    this.#reading ??= (async () => {
      try {
        while (this.#isStale) {
          this.#isStale = false;
          const { cart, ...kept } = await readTill(this.keep);
          /* What is being tapped is newer than what was read. */
          this.#show(this.#cartsUnderWay > 0 ? kept : { cart, ...kept });
        }
      } finally {
        this.#reading = null;
      }
    })();
    return this.#reading;
  }

  /*
   * Locked and with nothing in the cart: whatever is on the screen can be drawn anew. Parked tickets
   * lie in the database, which the next version opens.
   */
  get #isPutAway(): boolean {
    return this.#state.signedIn === null && this.#state.cart.items.length === 0;
  }

  #show(changed: Partial<TillState>): void {
    this.#state = { ...this.#state, ...changed, outbox: this.#outboxState };
    this.#listeners.forEach((listener) => listener());
    this.#pages?.takeOver();
  }

  async #lockWhenIdle(): Promise<void> {
    if (this.#state.signedIn === null) return;
    const activeAtMs = Math.max(this.#state.activeAtMs, this.#activeAtMs);
    if (Date.now() - activeAtMs >= idleLockMs) await this.lock();
  }

  async #askForStorage(): Promise<void> {
    const isStorageKept = await navigator.storage.persist();
    this.#show({ isStorageKept });
  }

  async #learnStorage(): Promise<void> {
    this.#show({ isStorageKept: await navigator.storage.persisted() });
    if (this.#state.enrolment && !this.#state.isStorageKept) await this.#askForStorage();
  }
}
