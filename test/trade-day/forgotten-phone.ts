import { newId } from '@phien/kernel';
import {
  newTillKey,
  priceCart,
  saleDraft,
  shiftCloseDraft,
  shiftOpenDraft,
  signHead,
  TillChain,
  toBase64,
  type ChainedDocument,
  type DocumentDraft,
  type TillKey,
  type TillMoment,
} from '@phien/till';
import type {
  DeliveryAnswer,
  EnrolmentAnswer,
  RegisterAnswer,
} from '../../tools/simulate/fair-answers';

const FLOAT_VND = 500_000;

/** Whoever gives out codes and carries what a phone sends: an organizer's session. */
interface Organizer {
  post<T>(path: string, body?: object): Promise<T>;
}

/** A phone at a booth that sells without a network, and is heard of when it is found again. */
export class ForgottenPhone {
  private readonly shiftId = newId();
  private readonly chain: TillChain;
  private unsent: ChainedDocument[] = [];
  private drawerVnd = FLOAT_VND;

  private constructor(
    readonly register: RegisterAnswer,
    private readonly enrolment: EnrolmentAnswer,
    private readonly key: TillKey,
  ) {
    const { fairId, registerId, epoch, genesis } = enrolment;
    this.chain = new TillChain({ fairId, registerId, epoch, sequence: 0, hash: genesis });
  }

  static async enrol(organizer: Organizer, register: RegisterAnswer, fairId: string) {
    const { code } = await organizer.post<{ code: string }>(
      `/api/fairs/${fairId}/registers/${register.id}/enrolment-codes`,
    );
    const key = await newTillKey();
    const enrolment = await organizer.post<EnrolmentAnswer>('/api/enrolments', {
      code,
      publicKey: toBase64(key.publicKeySpki),
      deviceName: 'Máy để quên',
    });
    return new ForgottenPhone(register, enrolment, key);
  }

  get boothCode(): string {
    return this.enrolment.boothCode;
  }

  openShift(at: Date): void {
    this.add(shiftOpenDraft(this.moment(at), FLOAT_VND));
  }

  closeShift(at: Date): void {
    this.add(shiftCloseDraft(this.moment(at), this.drawerVnd));
  }

  /** Rings up so many of the first product, for cash or by VietQR; answers the sale's id and amount. */
  sell(quantity: number, method: 'cash' | 'vietqr', at: Date): { id: string; totalVnd: number } {
    const [product] = this.enrolment.products;
    if (!product) throw new Error('The exhibitor has no product.');
    const { id: productId, priceVnd, name, classCode, star, unit, vatRatePercent } = product;
    const line = { productId, name, classCode, star, unit, vatRatePercent };
    const amountVnd = quantity * priceVnd;
    const cart = priceCart([{ ...line, quantityMilli: quantity * 1_000, unitVnd: priceVnd }], {
      payments: [method === 'cash' ? { method, tenderedVnd: amountVnd } : { method, amountVnd }],
    });
    if (method === 'cash') this.drawerVnd += amountVnd;
    return { id: this.add(saleDraft(this.moment(at), cart)).document.id, totalVnd: cart.totalVnd };
  }

  /** Everything unsent under one signature; answers how the ledger took each of it. */
  async send(organizer: Organizer): Promise<string[]> {
    const { fairId, registerId } = this.enrolment;
    const { head } = this.chain;
    const { results } = await organizer.post<DeliveryAnswer>(
      `/api/fairs/${fairId}/registers/${registerId}/documents`,
      {
        documents: this.unsent.map(({ text }) => text),
        head: { epoch: head.epoch, sequence: head.sequence, hash: head.hash },
        signature: await signHead(this.key.privateKey, head),
      },
    );
    this.unsent = [];
    return results.map(({ link, booking }) => `${link} ${booking}`);
  }

  private add(draft: DocumentDraft): ChainedDocument {
    const issued = this.chain.append(draft);
    this.unsent.push(issued);
    return issued;
  }

  private moment(at: Date): TillMoment {
    const { exhibitorId, boothId, boothCode, zoneId, serverTime } = this.enrolment;
    return {
      ...{ at, exhibitorId, boothId, boothCode, zoneId, shiftId: this.shiftId },
      clockOffsetMs: 0,
      lastContactAt: new Date(serverTime),
      cashier: 'Người bán quên máy',
    };
  }
}
