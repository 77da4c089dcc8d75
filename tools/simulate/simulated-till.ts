import { setTimeout as sleep } from 'node:timers/promises';
import { newId } from '@phien/kernel';
import {
  cashMoveDraft,
  priceCart,
  refundDraft,
  saleDraft,
  shiftCloseDraft,
  shiftOpenDraft,
  signHead,
  TillChain,
  voidDraft,
} from '@phien/till';
import type {
  ChainedDocument,
  DocumentDraft,
  TillDocument,
  TillKey,
  TillMoment,
} from '@phien/till';
import { chooseAfterSale, chooseCart, countDrawer, tenderFor } from './cart-choice.rules';
import type { Chance } from './chance.rules';
import type { DeliveryAnswer, EnrolmentAnswer } from './fair-answers';
import type { FairClock } from './fair-clock';
import { backOffMs, DoorRefusal } from './fair-door';
import type { FairDoor } from './fair-door';
import { declareAtTill, readOwnBooth } from './declare-at-till';
import { ConnectionCut } from './faults';
import type { Faults } from './faults';
import { clockJumpMs } from './mishaps';
import type { Mishaps } from './mishaps';

export interface TillSurroundings {
  door: FairDoor;
  clock: Pick<FairClock, 'nowMs'>;
  chance: Chance;
  faults: Faults;
  /** Left out: nothing happens to the phone. */
  mishaps?: Mishaps;
  /** Hears of answers that should not have come. */
  complain: (sentence: string) => void;
}

const batchLimit = 200;
const floatVnd = 500_000;
/* A full drawer is brought home. */
const drawerLimitVnd = 5_000_000;
const rememberedSales = 20;
const salesOfThief = 3;
/* Phones are off by minutes; beyond five the ledger flags it. */
const widestSkewMs = 240_000;

/** One phone at one booth: it sells into its own chain, and sends what the ledger does not have yet. */
export class SimulatedTill {
  #chain: TillChain;
  readonly #issued: ChainedDocument[] = [];
  readonly #acked = new Set<string>();
  readonly #toSetAside = new Set<string>();
  #skewMs: number;
  /** Ends when the phone is switched off: what is under way then is not heard any more. */
  #life = new AbortController();
  #isStolen = false;
  #held = 0;
  #failures = 0;
  #sending: Promise<void> | null = null;
  #gaveUp = false;
  #clockOffsetMs: number;
  #lastContactAt: Date;
  #shiftId = newId();
  #drawerVnd = 0;
  #recentSales: TillDocument[] = [];
  madeVnd = 0;

  constructor(
    readonly enrolment: EnrolmentAnswer,
    private readonly key: TillKey,
    private readonly around: TillSurroundings,
  ) {
    const { fairId, registerId, epoch, genesis } = enrolment;
    this.#chain = new TillChain({ fairId, registerId, epoch, sequence: 0, hash: genesis });
    this.#skewMs =
      around.mishaps?.wrongClockMs(around.clock.nowMs()) ??
      Math.round((around.chance.next() * 2 - 1) * widestSkewMs);
    this.#lastContactAt = new Date(enrolment.serverTime);
    this.#clockOffsetMs = -this.#skewMs;
  }

  get made(): number {
    return this.#issued.length;
  }

  /** Documents that the ledger must set aside. */
  get toSetAside(): number {
    return this.#toSetAside.size;
  }

  get acked(): number {
    return this.#acked.size;
  }

  /**
   * Says what was sold outside this till, and answers by how much the server's word of it differs in
   * VND; 0 for a booth that says nothing.
   */
  async declare(at: number): Promise<number> {
    if (this.#isStolen) return 0;
    const { door, chance } = this.around;
    const { head } = this.#chain;
    const saidAt = new Date(this.around.clock.nowMs());
    const saidVnd = await declareAtTill({ door, key: this.key, head, chance, saidAt }, at);
    if (saidVnd === null) return 0;
    const { days } = await readOwnBooth(door, this.key, head);
    return Math.abs((days[0]?.declared?.amountVnd ?? 0) - saidVnd);
  }

  /** Documents the ledger is not known to hold. */
  get waiting(): number {
    return this.#issued.length - this.#held;
  }

  openShift(): void {
    this.#drawerVnd = floatVnd;
    this.#issue(shiftOpenDraft(this.#moment(), floatVnd));
  }

  sell(): void {
    const mishap = this.around.mishaps?.next();
    if (mishap === 'clockJump') this.#skewMs += clockJumpMs;
    this.#sellOne();
    if (mishap === 'clockJump') this.#skewMs -= clockJumpMs;
    if (mishap === 'badDocument') this.#issueBad();
    if (mishap === 'reboot') this.#reboot();
  }

  /** Is in other hands now, and its key revoked: it sells on, and none of it may count. */
  beStolen(): void {
    this.#isStolen = true;
    for (let sale = 0; sale < salesOfThief; sale += 1) this.#sellOne();
  }

  #sellOne(): void {
    const { chance } = this.around;
    const { lines, discountVnd, payment } = chooseCart(this.enrolment.products, chance);
    const { totalVnd } = priceCart(lines, { discountVnd });
    const payments =
      payment === 'cash'
        ? [{ method: payment, tenderedVnd: tenderFor(totalVnd, chance) }]
        : [{ method: payment, amountVnd: totalVnd }];
    const cart = priceCart(lines, { discountVnd, payments });
    if (this.#isStolen) {
      this.#issueToSetAside(saleDraft(this.#moment(), cart));
      return;
    }
    this.#recentSales.push(this.#issue(saleDraft(this.#moment(), cart)));
    this.#recentSales = this.#recentSales.slice(-rememberedSales);
    this.#undoSomething();
    if (this.#drawerVnd > drawerLimitVnd) {
      const broughtHomeVnd = this.#drawerVnd - floatVnd;
      this.#issue(cashMoveDraft(this.#moment(), -broughtHomeVnd, 'Nộp bớt tiền mặt'));
    }
  }

  closeShift(): void {
    if (this.#isStolen) return;
    const countedVnd = countDrawer(this.#drawerVnd, this.around.chance);
    this.#issue(shiftCloseDraft(this.#moment(), countedVnd));
  }

  /** Resolves when nothing waits any more, or when the door has refused for good. */
  async drained(): Promise<void> {
    while (this.waiting > 0 && !this.#gaveUp) await (this.#send() ?? sleep(50));
  }

  /** Sends no more. What waits stays unsent and shows as lost. */
  giveUp(): void {
    this.#gaveUp = true;
  }

  #undoSomething(): void {
    const { chance } = this.around;
    const after = chooseAfterSale(chance);
    if (after === 'nothing') return;
    const at = chance.below(this.#recentSales.length);
    const [sale] = this.#recentSales.splice(at, 1);
    if (!sale) return;
    if (after === 'void') {
      this.#issue(voidDraft(this.#moment(), sale, { reason: 'Bấm nhầm' }));
      return;
    }
    const line = chance.pick(sale.lines);
    const method = sale.payments[0]?.method ?? 'cash';
    const back = [{ no: line.no, quantityMilli: line.quantityMilli }];
    this.#issue(refundDraft(this.#moment(), sale, back, { reason: 'Khách trả hàng', method }));
  }

  /* A program gone wrong: it takes back what was taken back, or what was never sold. */
  #issueBad(): void {
    const sale = this.#issue(saleDraft(this.#moment(), this.#oneThing()));
    const takenBack = this.around.chance.pick(['voided', 'refunded', 'never sold']);
    const whole = sale.lines.map(({ no, quantityMilli }) => ({ no, quantityMilli }));
    if (takenBack === 'voided') this.#issue(voidDraft(this.#moment(), sale));
    if (takenBack === 'refunded') this.#issue(refundDraft(this.#moment(), sale, whole));
    const original = takenBack === 'never sold' ? { ...sale, id: newId() } : sale;
    if (takenBack === 'voided') this.#issueToSetAside(voidDraft(this.#moment(), original));
    else this.#issueToSetAside(refundDraft(this.#moment(), original, whole));
  }

  #oneThing() {
    const { lines } = chooseCart(this.enrolment.products, this.around.chance);
    const some = lines.slice(0, 1);
    const { totalVnd } = priceCart(some);
    return priceCart(some, { payments: [{ method: 'cash', tenderedVnd: totalVnd }] });
  }

  /*
   * Off and on again, in the middle of whatever it sends: what it had written down is all it knows,
   * the documents it issued and how many of them the ledger was heard to hold.
   */
  #reboot(): void {
    this.#life.abort();
    this.#life = new AbortController();
    const { fairId, registerId, epoch, genesis } = this.enrolment;
    const last = this.#issued.at(-1);
    const sequence = last?.document.sequence ?? 0;
    const hash = last?.hash ?? genesis;
    this.#chain = new TillChain({ fairId, registerId, epoch, sequence, hash });
    const written = this.#issued.map(({ text }) => JSON.parse(text) as TillDocument);
    const takenBack = new Set(written.map(({ originalId }) => originalId));
    this.#recentSales = written
      .filter(({ kind, id }) => kind === 'sale' && !takenBack.has(id))
      .slice(-rememberedSales);
    this.#failures = 0;
  }

  #tillNowMs(): number {
    return this.around.clock.nowMs() + this.#skewMs;
  }

  #moment(): TillMoment {
    const { exhibitorId, boothId, boothCode, zoneId } = this.enrolment;
    return {
      at: new Date(this.#tillNowMs()),
      clockOffsetMs: this.#clockOffsetMs,
      lastContactAt: this.#lastContactAt,
      exhibitorId,
      boothId,
      boothCode,
      zoneId,
      shiftId: this.#shiftId,
      cashier: `Máy mô phỏng ${boothCode}`,
    };
  }

  #issueToSetAside(draft: DocumentDraft): void {
    this.#toSetAside.add(this.#append(draft).id);
    void this.#send();
  }

  #append(draft: DocumentDraft): TillDocument {
    const issued = this.#chain.append(draft);
    this.#issued.push(issued);
    return issued.document;
  }

  #issue(draft: DocumentDraft): TillDocument {
    const document = this.#append(draft);
    this.madeVnd += document.totalVnd;
    for (const { method, amountVnd } of document.payments) {
      if (method === 'cash') this.#drawerVnd += amountVnd;
    }
    this.#drawerVnd += document.cashMovedVnd ?? 0;
    void this.#send();
    return document;
  }

  #send(): Promise<void> | null {
    if (this.#gaveUp) return null;
    this.#sending ??= this.#sendAll().finally(() => {
      this.#sending = null;
    });
    return this.#sending;
  }

  async #sendAll(): Promise<void> {
    while (this.waiting > 0 && !this.#gaveUp) {
      const life = this.#life.signal;
      try {
        await this.#sendBatch(life);
        this.#failures = 0;
      } catch (failure) {
        if (failure instanceof ConnectionCut || life.aborted) continue;
        if (failure instanceof DoorRefusal && !failure.isPassing) {
          this.giveUp();
          this.around.complain(`${this.enrolment.boothCode}: ${failure.message}`);
          return;
        }
        this.#failures += 1;
        await sleep(backOffMs(this.#failures, failure, Math.random));
      }
    }
  }

  async #sendBatch(life: AbortSignal): Promise<void> {
    const { door, faults } = this.around;
    const { fairId, registerId, epoch } = this.enrolment;
    const batch = this.#issued.slice(this.#held, this.#held + batchLimit);
    const last = batch.at(-1);
    if (!last) return;
    const head = { fairId, registerId, epoch, sequence: last.document.sequence, hash: last.hash };
    const body = {
      documents: batch.map(({ text }) => text),
      head: { epoch, sequence: head.sequence, hash: head.hash },
      signature: await signHead(this.key.privateKey, head),
    };
    const path = `/api/fairs/${fairId}/registers/${registerId}/documents`;
    const { answers } = await faults.send((cut) =>
      door.once<DeliveryAnswer>('POST', path, body, cut ? AbortSignal.any([life, cut]) : life),
    );
    if (life.aborted) return;
    for (const answer of answers) this.#hear(answer, batch.length);
    this.#compare(answers);
  }

  #hear(answer: DeliveryAnswer, sent: number): void {
    const { complain } = this.around;
    const { boothCode } = this.enrolment;
    if (answer.results.length !== sent)
      complain(`${boothCode}: ${sent} sent, other count answered`);
    for (const { id, link, booking, code } of answer.results) {
      if (link === 'stored' || link === 'duplicate') this.#acked.add(id);
      else complain(`${boothCode}: ${id} is ${link} (${code ?? 'no code'})`);
      const isBad = this.#toSetAside.has(id);
      if (booking === 'set_aside' && (!isBad || code === null)) {
        complain(`${boothCode}: ${id} set aside: ${code ?? 'no code'}`);
      }
      if (booking === 'booked' && isBad) complain(`${boothCode}: ${id} is bad, and was booked`);
    }
    const { sequence, hash } = answer.head;
    const own = this.#issued[sequence - 1];
    if (sequence > 0 && own?.hash !== hash) {
      complain(`${boothCode}: the ledger's head ${sequence} is not this till's`);
      this.giveUp();
      return;
    }
    this.#held = Math.max(this.#held, sequence);
    const serverMs = Date.parse(answer.serverTime);
    this.#lastContactAt = new Date(serverMs);
    this.#clockOffsetMs = serverMs - this.#tillNowMs();
  }

  /* The same request twice: one answer may say stored and the other duplicate, nothing else differs. */
  #compare(answers: readonly DeliveryAnswer[]): void {
    const [first, second] = answers;
    if (!first || !second) return;
    second.results.forEach((result, at) => {
      const other = first.results[at];
      const bothStored = other?.link === 'stored' && result.link === 'stored';
      if (bothStored || other?.id !== result.id || other.booking !== result.booking) {
        this.around.complain(`${this.enrolment.boothCode}: two answers to one request differ`);
      }
    });
  }
}
