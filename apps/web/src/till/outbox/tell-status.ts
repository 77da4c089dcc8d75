import { canonicalText, signStatus } from '@phien/till';
import type { TillStatus } from '@phien/till';
import type { Till, TillState } from '../core/till';
import { epochOf, everyNumber, setting } from '../keep/keep';
import type { Enrolment, EpochKey, Keep, Settings } from '../keep/keep';
import { offsetOf } from './answer.rules';
import { postTo } from './fair-door';
import type { StatusAnswer } from './let-go.rules';
import { buildOf, tellingOf, waitBefore } from './status.rules';

const everyMs = 60_000;
const lockName = 'phien-till-status';

/**
 * Tells the fair how this phone is, so that an organizer knows who still holds sales: when something
 * is another once the outbox has settled, and each minute while somebody looks at the screen. Nothing
 * waits for it, and what cannot be told is told the next time.
 */
export function keepTelling(keep: Keep, till: Pick<Till, 'subscribe' | 'getState' | 'sendNow'>) {
  const teller = new StatusTeller(keep, till);
  till.subscribe(() => teller.look());
  setInterval(() => {
    if (document.visibilityState === 'visible') void teller.tell();
  }, everyMs);
  document.addEventListener('visibilitychange', () => void teller.tell());
  teller.look();
}

class StatusTeller {
  readonly #build = buildOf(
    document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src,
  );
  #told = '';
  #toldAtMs = 0;
  #wasHeard = true;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** By enrolment, what was told of those that this phone sells with no more. */
  readonly #earlier = new Map<string, string>();
  readonly #askedAgain = new Map<string, number>();
  /** By enrolment, what the fair answered last. */
  readonly #answers = new Map<string, StatusAnswer>();

  constructor(
    private readonly keep: Keep,
    private readonly till: Pick<Till, 'getState' | 'sendNow'>,
  ) {}

  look(): void {
    const state = this.till.getState();
    if (state.outbox === 'sending' || this.#timer !== undefined) return;
    if (state.enrolment === null || tellingOf(state) === this.#told) return;
    const waitMs = waitBefore(this.#toldAtMs, Date.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.tell();
    }, waitMs);
  }

  async tell(): Promise<void> {
    const state = this.till.getState();
    if (state.enrolment === null || !navigator.onLine) return;
    this.#toldAtMs = Date.now();
    try {
      /* Another tab of this phone may be telling just that. */
      await navigator.locks.request(lockName, { ifAvailable: true }, async (lock) => {
        if (lock === null) return;
        const enrolments = await this.keep.getAll('enrolments');
        for (const enrolment of enrolments) await this.#tellOf(enrolment, state);
        await this.#afterSeal(enrolments);
        this.#told = tellingOf(state);
        this.#wasHeard = true;
      });
    } catch {
      /* Whatever it was, the next word says all of it: soon for once, then with the minute. */
      if (!this.#wasHeard) return;
      this.#wasHeard = false;
    }
    this.look();
  }

  async #tellOf(enrolment: Enrolment, state: TillState): Promise<void> {
    const { fairId, registerId, epoch, privateKey } = enrolment;
    const key: EpochKey = [registerId, epoch];
    const isCurrent = state.enrolment?.registerId === registerId && state.enrolment.epoch === epoch;
    const counted = await this.#count(key);
    const earlier = JSON.stringify(counted);
    if (!isCurrent && this.#earlier.get(key.join()) === earlier) return;
    const space = await navigator.storage.estimate().catch(() => null);
    const text = canonicalText({
      v: 1,
      fairId,
      registerId,
      epoch,
      number: await this.#nextNumber(),
      saidAt: new Date().toISOString(),
      clockOffsetMs: state.contact.clockOffsetMs,
      ...counted,
      shiftOpenedAt: isCurrent ? (state.shift?.openedAt ?? null) : null,
      isCartEmpty: !isCurrent || state.cart.items.length === 0,
      appBuild: this.#build,
      isStorageKept: state.isStorageKept,
      storageUsedBytes: space?.usage === undefined ? null : Math.round(space.usage),
      storageQuotaBytes: space?.quota === undefined ? null : Math.round(space.quota),
      isInstalled: matchMedia('(display-mode: standalone)').matches,
    } satisfies TillStatus);
    const heard = await postTo<StatusAnswer>(
      `/api/fairs/${fairId}/registers/${registerId}/status`,
      { status: text, signature: await signStatus(privateKey, text) },
    );
    this.#earlier.set(key.join(), earlier);
    this.#answers.set(key.join(), heard.answer);
    const { number, serverTime, setAsideCount } = heard.answer;
    const clockOffsetMs = offsetOf(serverTime, heard) ?? state.contact.clockOffsetMs;
    await this.#change(async (settings) => ({
      statusNumber: Math.max(number, (await settings('statusNumber')) ?? 0),
      contact: { clockOffsetMs, lastContactAt: serverTime },
    }));
    await this.#askAgain(key, setAsideCount);
  }

  /* A sealed fair is asked once more of each chain, and has what this phone need not keep. */
  async #afterSeal(enrolments: readonly Enrolment[]): Promise<void> {
    const isSealed = (one: Enrolment) => this.#answers.get(epochOf(one).join())?.isSealed;
    const fairs = new Set(enrolments.filter(isSealed).map(({ fairId }) => fairId));
    if (fairs.size === 0) return;
    for (const one of enrolments) {
      if (fairs.has(one.fairId) && !isSealed(one)) this.#earlier.delete(epochOf(one).join());
    }
    const { letGo } = await import('./let-go');
    for (const fairId of fairs) await letGo(this.keep, fairId, this.#answers);
  }

  async #count(key: EpochKey) {
    const tx = this.keep.transaction(['documents', 'heads']);
    const bySent = tx.objectStore('documents').index('bySent');
    const [head, unsentCount, clashCount] = await Promise.all([
      tx.objectStore('heads').get(key),
      bySent.count(everyNumber(key, 'waiting')),
      bySent.count(everyNumber(key, 'conflict')),
    ]);
    return { sequence: head?.sequence ?? 0, unsentCount, clashCount };
  }

  #nextNumber(): Promise<number> {
    return this.#change(async (settings) => ({
      statusNumber: ((await settings('statusNumber')) ?? 0) + 1,
    })).then(({ statusNumber }) => statusNumber);
  }

  /* Of the settings alone and without waiting for the disk: no sale waits behind it. */
  async #change<Changed extends Partial<Settings>>(
    make: (
      read: <Name extends keyof Settings>(name: Name) => Promise<Settings[Name] | undefined>,
    ) => Promise<Changed>,
  ): Promise<Changed> {
    const tx = this.keep.transaction('settings', 'readwrite', { durability: 'relaxed' });
    const changed = await make((name) => setting(tx, name));
    for (const [name, value] of Object.entries(changed)) {
      void tx.store.put(value, name as keyof Settings);
    }
    await tx.done;
    return changed;
  }

  /*
   * Fewer are set aside than this phone believes: someone decided. Sent once more, the door answers
   * what became of each.
   */
  async #askAgain(key: EpochKey, setAsideCount: number): Promise<void> {
    const aside = IDBKeyRange.only([...key, 'set_aside']);
    const believed = await this.keep.countFromIndex('documents', 'byBooking', aside);
    if (believed <= setAsideCount || this.#askedAgain.get(key.join()) === setAsideCount) return;
    this.#askedAgain.set(key.join(), setAsideCount);
    const tx = this.keep.transaction('documents', 'readwrite');
    for (const document of await tx.store.index('byBooking').getAll(aside)) {
      void tx.store.put({ ...document, sent: 'waiting' });
    }
    await tx.done;
    this.till.sendNow();
  }
}
