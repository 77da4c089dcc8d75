import { newId } from '@phien/kernel';
import {
  newTillKey,
  priceCart,
  refundDraft,
  saleDraft,
  shiftCloseDraft,
  shiftOpenDraft,
  signContinuation,
  canonicalText,
  signHead,
  signStatus,
  TillChain,
  voidDraft,
  genesisHash,
  type CartLine,
  type ChainedDocument,
  type CountedNote,
  type DocumentDraft,
  type PaymentMethod,
  type TillDocument,
  type TillKey,
  type TillMoment,
  type TillStatus,
} from '@phien/till';
import type { EntityManager } from 'typeorm';
import type { DeliverDocumentsDto } from '../document/document.dto';
import type { ContinueEpochDto } from '../register/register.dto';
import { Register } from '../register/register.entity';
import { RegisterEpoch } from '../register/register-epoch.entity';
import type { SayStatusDto } from '../status/status.dto';

/** Where a test's till stands. */
export interface TillPlace {
  fairId: string;
  exhibitorId: string;
  boothId: string;
  boothCode: string;
  zoneId: string;
}

/** A register with a real key and chain, as a phone would be: it makes documents and signs heads. */
export class TestTill {
  readonly shiftId = newId();
  private unsent: ChainedDocument[] = [];

  private constructor(
    readonly place: TillPlace,
    readonly registerId: string,
    readonly epoch: number,
    private readonly key: TillKey,
    readonly chain: TillChain,
    private now: Date,
  ) {}

  /** Enrols a new register (or the next epoch of `registerId`) straight in the database. */
  static async enrol(
    em: EntityManager,
    place: TillPlace,
    options: { at?: Date; registerId?: string; epoch?: number } = {},
  ): Promise<TestTill> {
    const { fairId, exhibitorId, boothId } = place;
    const registerId = options.registerId ?? newId();
    const epoch = options.epoch ?? 1;
    const at = options.at ?? new Date('2025-10-28T02:00:00Z');
    const key = await newTillKey();
    const publicKey = Buffer.from(key.publicKeySpki);
    const publicKeySpkiHex = publicKey.toString('hex');
    const genesis = Buffer.from(genesisHash({ fairId, registerId, epoch, publicKeySpkiHex }));
    if (!options.registerId) {
      const name = place.boothCode;
      await em.insert(Register, {
        fairId,
        id: registerId,
        exhibitorId,
        boothId,
        name,
        createdAt: at,
      });
    }
    await em.insert(RegisterEpoch, {
      fairId,
      registerId,
      epoch,
      phoneEpoch: epoch,
      publicKey,
      genesis,
      deviceName: 'Máy kiểm thử',
      enrolledAt: at,
    });
    const head = { fairId, registerId, epoch, sequence: 0, hash: genesis.toString('hex') };
    return new TestTill(place, registerId, epoch, key, new TillChain(head), at);
  }

  /** The last document that it made. */
  get head(): { sequence: number; hash: string } {
    return this.chain.head;
  }

  /** The phone put back to where it stands now, as from its own backup: the same key, the same head. */
  copy(): TestTill {
    const { place, registerId, epoch, key, now } = this;
    return new TestTill(place, registerId, epoch, key, new TillChain(this.chain.head), now);
  }

  /** Asks, by the old key, to go on in a new epoch. */
  async wishToContinue(key: TillKey): Promise<ContinueEpochDto> {
    const { registerId, epoch } = this;
    const { fairId } = this.place;
    const publicKeySpkiHex = Buffer.from(key.publicKeySpki).toString('hex');
    const signature = await signContinuation(this.key.privateKey, {
      fairId,
      registerId,
      epoch,
      publicKeySpkiHex,
    });
    return { epoch, publicKey: Buffer.from(key.publicKeySpki).toString('base64'), signature };
  }

  /** The till in the epoch that it was given. */
  continuedIn({ epoch, genesis }: { epoch: number; genesis: string }, key: TillKey): TestTill {
    const { place, registerId, now } = this;
    const head = { fairId: place.fairId, registerId, epoch, sequence: 0, hash: genesis };
    return new TestTill(place, registerId, epoch, key, new TillChain(head), now);
  }

  /** The half of its key that never leaves the phone. */
  get privateKey() {
    return this.key.privateKey;
  }

  /** Moves the till's own clock. */
  setClock(now: Date): this {
    this.now = now;
    return this;
  }

  moment(): TillMoment {
    const { fairId: _, ...place } = this.place;
    return {
      ...place,
      at: this.now,
      clockOffsetMs: 0,
      lastContactAt: null,
      shiftId: this.shiftId,
      cashier: 'Thu ngân kiểm thử',
    };
  }

  append(draft: DocumentDraft): TillDocument {
    const chained = this.chain.append(draft);
    this.unsent.push(chained);
    return chained.document;
  }

  /** A sale of one line (or `lines`), paid in full by `method`. */
  sell(
    amountVnd: number,
    options: { method?: PaymentMethod; lines?: CartLine[]; line?: Partial<CartLine> } = {},
  ): TillDocument {
    const lines = options.lines ?? [
      {
        productId: null,
        name: 'Chả mực Hạ Long',
        classCode: 'I.3.d',
        star: 4,
        quantityMilli: 1000,
        unit: 'hộp',
        unitVnd: amountVnd,
        vatRatePercent: 8,
        ...options.line,
      },
    ];
    const total = priceCart(lines).totalVnd;
    const method = options.method ?? 'cash';
    const payment =
      method === 'cash' ? { method, tenderedVnd: total } : { method, amountVnd: total };
    return this.append(saleDraft(this.moment(), priceCart(lines, { payments: [payment] })));
  }

  refund(original: TillDocument, quantityMilli: number): TillDocument {
    return this.append(refundDraft(this.moment(), original, [{ no: 1, quantityMilli }]));
  }

  void(original: TillDocument): TillDocument {
    return this.append(voidDraft(this.moment(), original));
  }

  openShift(floatVnd = 500_000): TillDocument {
    return this.append(shiftOpenDraft(this.moment(), floatVnd));
  }

  closeShift(countedVnd: number, notes?: readonly CountedNote[]): TillDocument {
    return this.append(shiftCloseDraft(this.moment(), countedVnd, notes));
  }

  /** Takes what is unsent into one signed request. */
  async request(): Promise<DeliverDocumentsDto> {
    const documents = this.unsent;
    this.unsent = [];
    return this.sign(documents.map(({ text }) => text));
  }

  /** What the phone says of itself, signed; some of it otherwise. */
  async status(number: number, change: Partial<TillStatus> = {}): Promise<SayStatusDto> {
    const { fairId, registerId, epoch, sequence } = this.chain.head;
    const status = canonicalText({
      v: 1,
      fairId,
      registerId,
      epoch,
      number,
      saidAt: this.now.toISOString(),
      clockOffsetMs: 0,
      sequence,
      unsentCount: this.unsent.length,
      clashCount: 0,
      shiftOpenedAt: null,
      isCartEmpty: true,
      appBuild: 'till-test',
      isStorageKept: true,
      storageUsedBytes: 1_000_000,
      storageQuotaBytes: 1_000_000_000,
      isInstalled: true,
      ...change,
    } satisfies TillStatus);
    return { status, signature: await signStatus(this.key.privateKey, status) };
  }

  /** Signs the chain's present head over any texts. */
  async sign(documents: string[], head = this.chain.head): Promise<DeliverDocumentsDto> {
    const { epoch, sequence, hash } = head;
    return {
      documents,
      head: { epoch, sequence, hash },
      signature: await signHead(this.key.privateKey, head),
    };
  }
}
