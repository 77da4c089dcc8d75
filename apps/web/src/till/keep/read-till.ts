import { newId } from '@phien/kernel';
import type { TillDocument } from '@phien/till';
import type { PinTries } from '../../pin/pin.rules';
import { emptyCart } from '../sell/empty-cart';
import type { Cart } from '../sell/cart.rules';
import type { ParkedTicket } from '../sell/parked.rules';
import { contentOf } from './kept-content';
import { fairDayNow } from './fair-day';
import { everyNumber, reading, setting } from './keep';
import type { Catalogue } from './catalogue';
import type {
  Contact,
  DeliveryRefusal,
  Enrolment,
  Keep,
  KeptDocument,
  OpenShift,
  SignedIn,
} from './keep';

/** A kept document, read. */
export interface IssuedDocument extends Omit<KeptDocument, 'text'> {
  content: TillDocument;
}

/** Everything a screen draws from, as it lies in the database. */
export interface KeptState {
  enrolment: Omit<Enrolment, 'privateKey'> | null;
  catalogue: Catalogue | null;
  contact: Contact;
  signedIn: SignedIn | null;
  activeAtMs: number;
  ownName: string;
  pinTries: ReadonlyMap<string, PinTries>;
  shift: OpenShift | null;
  closedShiftId: string | null;
  cart: Cart;
  parked: readonly ParkedTicket[];
  /** The next number of the chain. */
  nextSequence: number;
  /** Today's, those of the open or just closed shift, and those that need someone; in order. */
  documents: readonly IssuedDocument[];
  /** Of everything that this phone ever was. */
  waitingCount: number;
  /** Clashing or set aside. */
  problemCount: number;
  refusal: DeliveryRefusal | null;
  lastDeliveredAt: string | null;
  slipWidthMm: 58 | 80;
}

const noContact: Contact = { clockOffsetMs: 0, lastContactAt: null };

export async function readContact(keep: Keep): Promise<Contact> {
  return (await setting(reading(keep), 'contact')) ?? noContact;
}

export async function readTill(keep: Keep): Promise<KeptState> {
  const tx = reading(keep);
  const current = await setting(tx, 'current');
  const enrolment = current && (await tx.objectStore('enrolments').get(current));
  const catalogue = current && (await tx.objectStore('catalogues').get(current));
  const head = current && (await tx.objectStore('heads').get(current));
  const contact = (await setting(tx, 'contact')) ?? noContact;
  const shift = (await setting(tx, 'shift')) ?? null;
  const closedShiftId = (await setting(tx, 'closedShiftId')) ?? null;
  const tries = tx.objectStore('pinTries');
  const pinTries = new Map<string, PinTries>();
  const [keys, values] = await Promise.all([tries.getAllKeys(), tries.getAll()]);
  keys.forEach((key, at) => {
    const value = values[at];
    if (value) pinTries.set(key, value);
  });
  const found = new Map<string, KeptDocument>();
  let waitingCount = 0;
  let problemCount = 0;
  if (current && catalogue) {
    const [registerId] = current;
    const store = tx.objectStore('documents');
    const today = fairDayNow(contact, catalogue);
    const clashing: KeptDocument[] = [];
    const aside: KeptDocument[] = [];
    for (const key of await tx.objectStore('enrolments').getAllKeys()) {
      waitingCount += await store.index('bySent').count(everyNumber(key, 'waiting'));
      clashing.push(...(await store.index('bySent').getAll(everyNumber(key, 'conflict'))));
      aside.push(...(await store.index('byBooking').getAll([...key, 'set_aside'])));
    }
    problemCount = clashing.length + aside.length;
    const ofToday = await store.index('byDay').getAll([registerId, today]);
    const shiftId = shift?.id ?? closedShiftId;
    const ofShift = shiftId ? await store.index('byShift').getAll([registerId, shiftId]) : [];
    for (const document of [...clashing, ...aside, ...ofToday, ...ofShift]) {
      found.set(document.id, document);
    }
  }
  return {
    enrolment: enrolment ? withoutKey(enrolment) : null,
    catalogue: catalogue ?? null,
    contact,
    signedIn: (await setting(tx, 'signedIn')) ?? null,
    activeAtMs: (await setting(tx, 'activeAtMs')) ?? 0,
    ownName: (await setting(tx, 'ownName')) ?? '',
    pinTries,
    shift,
    closedShiftId,
    cart: asToBeFilled(await setting(tx, 'cart')),
    parked: (await setting(tx, 'parked')) ?? [],
    nextSequence: (head?.sequence ?? 0) + 1,
    documents: readAll([...found.values()]),
    waitingCount,
    problemCount,
    refusal: (await setting(tx, 'refusal')) ?? null,
    lastDeliveredAt: (await setting(tx, 'lastDeliveredAt')) ?? null,
    slipWidthMm: (await setting(tx, 'slipWidthMm')) ?? 80,
  };
}

/*
 * A sale's id is made with its first article: one that lay ready in an empty cart would be in a
 * backup of the phone too, and two sales would bear it.
 */
const asToBeFilled = (cart = emptyCart()): Cart =>
  cart.items.length === 0 ? { ...cart, saleId: newId() } : cart;

/** Every refund and void of a sale that this phone issued, however long ago. */
export async function readUndoings(keep: Keep, sale: TillDocument): Promise<TillDocument[]> {
  const undoings = await keep.getAllFromIndex('documents', 'byOriginal', sale.id);
  return readAll(undoings).map(({ content }) => content);
}

/** Kept documents, read, in the order of their numbers. */
export function readAll(kept: readonly KeptDocument[]): IssuedDocument[] {
  return kept
    .map(({ text, ...rest }) => ({ ...rest, content: contentOf({ ...rest, text }) }))
    .sort((a, b) => a.epoch - b.epoch || a.sequence - b.sequence);
}

function withoutKey({ privateKey: _, ...rest }: Enrolment): Omit<Enrolment, 'privateKey'> {
  return rest;
}
