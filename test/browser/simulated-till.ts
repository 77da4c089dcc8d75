import { newId } from '@phien/kernel';
import {
  TillChain,
  newTillKey,
  priceCart,
  saleDraft,
  shiftOpenDraft,
  signHead,
  toBase64,
} from '@phien/till';
import type { ChainedDocument, TillKey, TillMoment } from '@phien/till';
import { expect } from '@playwright/test';
import type { APIRequestContext } from '@playwright/test';
import type {
  DeliveryAnswer,
  EnrolmentAnswer,
  RegisterAnswer,
} from '../../tools/simulate/fair-answers';

/** A till as a phone is one: enrolled by a code, with a key and a chain of its own. */
export class SimulatedTill {
  private readonly shiftId = newId();
  private readonly chain: TillChain;
  private unsent: ChainedDocument[] = [];

  private constructor(
    private readonly request: APIRequestContext,
    private readonly url: string,
    private readonly enrolment: EnrolmentAnswer,
    private readonly key: TillKey,
    private readonly clockOffsetMs: number,
  ) {
    const { fairId, registerId, epoch, genesis } = enrolment;
    this.chain = new TillChain({ fairId, registerId, epoch, sequence: 0, hash: genesis });
    this.unsent.push(this.chain.append(shiftOpenDraft(this.moment(), 500_000)));
  }

  /**
   * `request` is signed in as the fair's organizer, who gives out the code for the register at
   * this place of their list.
   */
  static async enrol(request: APIRequestContext, url: string, fairId: string, place = 0) {
    const registers = await request.get(`${url}/api/fairs/${fairId}/registers`);
    expect(registers.ok(), await registers.text()).toBe(true);
    const register = ((await registers.json()) as RegisterAnswer[])[place];
    if (!register) throw new Error(`The fair has no register ${place}.`);
    const issued = await request.post(
      `${url}/api/fairs/${fairId}/registers/${register.id}/enrolment-codes`,
    );
    expect(issued.ok(), await issued.text()).toBe(true);
    const { code } = (await issued.json()) as { code: string };
    const key = await newTillKey();
    const enrolled = await request.post(`${url}/api/enrolments`, {
      data: { code, publicKey: toBase64(key.publicKeySpki), deviceName: 'Browser story' },
    });
    expect(enrolled.ok(), await enrolled.text()).toBe(true);
    const enrolment = (await enrolled.json()) as EnrolmentAnswer;
    const offsetMs = Date.parse(enrolment.serverTime) - Date.now();
    return new SimulatedTill(request, url, enrolment, key, offsetMs);
  }

  /** Rings up `quantity` of the first product for cash; kept until sent. Answers its amount in VND. */
  sell(quantity: number): number {
    const [product] = this.enrolment.products;
    if (!product) throw new Error('The exhibitor has no product.');
    const { id, name, classCode, star, unit, vatRatePercent, priceVnd } = product;
    const line = { productId: id, name, classCode, star, unit, vatRatePercent };
    const cart = priceCart([{ ...line, quantityMilli: quantity * 1_000, unitVnd: priceVnd }], {
      payments: [{ method: 'cash', tenderedVnd: quantity * priceVnd }],
    });
    this.unsent.push(this.chain.append(saleDraft(this.moment(), cart)));
    return cart.totalVnd;
  }

  /** Posts everything unsent under one signature; every document must be stored, and booked unless told. */
  async send(booking = 'booked'): Promise<void> {
    const { fairId, registerId } = this.enrolment;
    const head = this.chain.head;
    const answer = await this.request.post(
      `${this.url}/api/fairs/${fairId}/registers/${registerId}/documents`,
      {
        data: {
          documents: this.unsent.map(({ text }) => text),
          head: { epoch: head.epoch, sequence: head.sequence, hash: head.hash },
          signature: await signHead(this.key.privateKey, head),
        },
      },
    );
    expect(answer.ok(), await answer.text()).toBe(true);
    const { results } = (await answer.json()) as DeliveryAnswer;
    expect(results.map(({ link, booking }) => `${link} ${booking}`)).toEqual(
      this.unsent.map(() => `stored ${booking}`),
    );
    this.unsent = [];
  }

  private moment(): TillMoment {
    const { exhibitorId, boothId, boothCode, zoneId, serverTime } = this.enrolment;
    return {
      at: new Date(),
      clockOffsetMs: this.clockOffsetMs,
      lastContactAt: new Date(serverTime),
      exhibitorId,
      boothId,
      boothCode,
      zoneId,
      shiftId: this.shiftId,
      cashier: 'Simulated cashier',
    };
  }
}
