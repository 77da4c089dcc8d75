import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { newId } from '@phien/kernel';
import {
  newTillKey,
  priceCart,
  refundDraft,
  saleDraft,
  signHead,
  TillChain,
  toBase64,
  voidDraft,
} from '@phien/till';
import type {
  ChainedDocument,
  ChainHead,
  DocumentDraft,
  TillDocument,
  TillKey,
  TillMoment,
} from '@phien/till';

interface Enrolment {
  fairId: string;
  registerId: string;
  epoch: number;
  genesis: string;
  exhibitorId: string;
  boothId: string;
  boothCode: string;
  zoneId: string;
}

interface DocumentResult {
  id: string;
  link: 'stored' | 'duplicate' | 'behind' | 'conflict';
  booking: 'booked' | 'set_aside' | null;
  code: string | null;
}

export interface Answer {
  results: DocumentResult[];
  head: { epoch: number; sequence: number; hash: string };
  serverTime: string;
}

/** No answer, or one that asks to come again: nobody knows what the other side did. */
export class Unknown extends Error {
  constructor(
    readonly status: number,
    readonly hasRetryAfter: boolean,
  ) {
    super(`unknown (${status})`);
  }
}

/** One request on a connection of its own, so that cutting it cuts nothing else. */
export function post(url: string, body: object): Promise<{ status: number; answer: unknown }> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    };
    const asked = request(
      url,
      { method: 'POST', agent: false, headers, timeout: 15_000 },
      (heard) => {
        let words = '';
        heard.setEncoding('utf8');
        heard.on('data', (chunk: string) => (words += chunk));
        heard.on('error', () => reject(new Unknown(0, false)));
        heard.on('end', () => {
          const { statusCode: status = 0 } = heard;
          const isPassing = status === 429 || status >= 500;
          if (isPassing) return reject(new Unknown(status, 'retry-after' in heard.headers));
          try {
            resolve({ status, answer: JSON.parse(words) as unknown });
          } catch {
            reject(new Unknown(0, false));
          }
        });
      },
    );
    asked.on('timeout', () => asked.destroy(new Error('late')));
    asked.on('error', () => reject(new Unknown(0, false)));
    asked.end(text);
  });
}

export interface Habits {
  /** Off: what failed is taken for never sold. */
  keepsWhatFailed: boolean;
  /** How many documents go in one request. */
  batch: number;
}

/* A till's sales are known in the ledger by what they sell. */
export const marker = (registerId: string, sale: number) => `Chả mực ${registerId} số ${sale}`;

/**
 * A phone at a booth: it makes documents, and sends until the ledger has them. Its habits can be
 * switched off, to see what they are good for.
 */
export class FaultTill {
  readonly made = new Map<string, number>();
  readonly acked = new Set<string>();
  readonly issued: ChainedDocument[] = [];
  readonly asideCodes: string[] = [];
  /** What the ledger had acknowledged and did not hold any more. */
  ackedAndGone = 0;
  private chain: TillChain;
  private held = 0;
  private soldCount = 0;
  clockSkewMs = 0;
  clockOffsetMs = 0;
  lastContactAt: Date | null = null;
  private shiftId = newId();

  private constructor(
    private readonly url: string,
    readonly enrolment: Enrolment,
    readonly key: TillKey,
    private readonly nowMs: () => number,
    private readonly habits: Habits,
  ) {
    this.chain = new TillChain(this.headAt(0));
  }

  static async enrol(
    url: string,
    code: string,
    nowMs: () => number,
    habits: Partial<Habits> = {},
  ): Promise<FaultTill> {
    const key = await newTillKey();
    const { status, answer } = await post(`${url}/api/enrolments`, {
      code,
      publicKey: toBase64(key.publicKeySpki),
      deviceName: 'Máy thử lỗi',
    });
    if (status >= 400) throw new Error(`not enrolled: ${JSON.stringify(answer)}`);
    const all = { keepsWhatFailed: true, batch: 50, ...habits };
    return new FaultTill(url, answer as Enrolment, key, nowMs, all);
  }

  /** Another way to the same door. */
  through(url: string): FaultTill {
    return new FaultTill(url, this.enrolment, this.key, this.nowMs, this.habits);
  }

  get waiting(): number {
    return this.issued.length - this.held;
  }

  sell(amountVnd: number): TillDocument {
    this.soldCount += 1;
    const name = marker(this.enrolment.registerId, this.soldCount);
    this.made.set(name, amountVnd);
    return this.issue(this.saleOf(name, amountVnd));
  }

  saleOf(name: string, amountVnd: number): DocumentDraft {
    const line = {
      productId: null,
      name,
      classCode: 'I.3.d',
      star: 4,
      quantityMilli: 1_000,
      unit: 'hộp',
      unitVnd: amountVnd,
      vatRatePercent: null,
    };
    const payments = [{ method: 'cash' as const, tenderedVnd: amountVnd }];
    return saleDraft(this.moment(), priceCart([line], { payments }));
  }

  void(sale: TillDocument): TillDocument {
    return this.issue(voidDraft(this.moment(), sale));
  }

  refund(sale: TillDocument): TillDocument {
    return this.issue(refundDraft(this.moment(), sale, [{ no: 1, quantityMilli: 1_000 }]));
  }

  issue(draft: DocumentDraft): TillDocument {
    const issued = this.chain.append(draft);
    this.issued.push(issued);
    return issued.document;
  }

  /** What it would send next. */
  batch(): ChainedDocument[] {
    return this.issued.slice(this.held, this.held + this.habits.batch);
  }

  async requestOf(batch: readonly ChainedDocument[]): Promise<object> {
    const last = batch.at(-1);
    if (!last) throw new Error('there is nothing to send');
    const { fairId, registerId, epoch } = this.enrolment;
    const head = { fairId, registerId, epoch, sequence: last.document.sequence, hash: last.hash };
    return {
      documents: batch.map(({ text }) => text),
      head: { epoch, sequence: head.sequence, hash: head.hash },
      signature: await signHead(this.key.privateKey, head),
    };
  }

  /** Asks the door once. Throws Unknown when nobody knows what became of it. */
  async ask(body: object): Promise<{ status: number; answer: unknown }> {
    const { fairId, registerId } = this.enrolment;
    return post(`${this.url}/api/fairs/${fairId}/registers/${registerId}/documents`, body);
  }

  /** Sends until nothing waits. `forgets` says when an answer is lost before it is written down. */
  async drain(
    around: {
      until?: () => boolean;
      forgets?: () => boolean;
      failed?: (unknown: Unknown) => void;
    } = {},
  ): Promise<void> {
    for (let failures = 0; this.waiting > 0 && !around.until?.();) {
      const batch = this.batch();
      try {
        const { status, answer } = await this.ask(await this.requestOf(batch));
        if (status >= 400) throw new Error(`refused: ${JSON.stringify(answer)}`);
        if (around.forgets?.()) continue;
        this.hear(answer as Answer);
        failures = 0;
      } catch (failure) {
        if (!(failure instanceof Unknown)) throw failure;
        around.failed?.(failure);
        if (!this.habits.keepsWhatFailed) this.drop(batch);
        failures += 1;
        await pause(Math.min(500, 10 * 2 ** Math.min(failures, 6)));
      }
    }
  }

  private hear({ results, head }: Answer): void {
    for (const { id, link, booking, code } of results) {
      if (link === 'stored' || link === 'duplicate') this.acked.add(id);
      if (booking === 'set_aside') this.asideCodes.push(code ?? '');
    }
    /* A ledger that holds less than it said gets the rest again: a till keeps everything. */
    this.ackedAndGone += Math.max(0, this.held - head.sequence);
    this.held = Math.min(head.sequence, this.issued.length);
  }

  /* The batch is as if it had never been sold: what comes behind it takes its numbers. */
  private drop(batch: readonly ChainedDocument[]): void {
    const later = this.issued.splice(this.held).slice(batch.length);
    this.chain = new TillChain(this.headAt(this.held));
    for (const { document } of later) {
      const { v: _, epoch: __, sequence: ___, previousHash: ____, ...said } = document;
      this.issue(said);
    }
  }

  private headAt(sequence: number): ChainHead {
    const { fairId, registerId, epoch, genesis } = this.enrolment;
    const hash = this.issued[sequence - 1]?.hash ?? genesis;
    return { fairId, registerId, epoch, sequence, hash };
  }

  private moment(): TillMoment {
    const { exhibitorId, boothId, boothCode, zoneId } = this.enrolment;
    return {
      exhibitorId,
      boothId,
      boothCode,
      zoneId,
      at: new Date(this.nowMs() + this.clockSkewMs),
      clockOffsetMs: this.clockOffsetMs,
      lastContactAt: this.lastContactAt,
      shiftId: this.shiftId,
      cashier: `Quầy ${boothCode}`,
    };
  }
}
