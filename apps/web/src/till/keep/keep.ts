import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { ChainHead, DocumentKind, TillKey, TillPrivateKey } from '@phien/till';
import type { PinTries } from '../../pin/pin.rules';
import type { Cart } from '../sell/cart.rules';
import type { ParkedTicket } from '../sell/parked.rules';
import type { Catalogue } from './catalogue';

/** A register in one epoch: the key of everything that belongs to this phone's chain. */
export type EpochKey = [registerId: string, epoch: number];

/** One enrolment of this phone. The private key cannot be read out, only signed with. */
export interface Enrolment {
  fairId: string;
  registerId: string;
  epoch: number;
  /** Hex of what the first document extends. */
  genesis: string;
  exhibitorId: string;
  privateKey: TillPrivateKey;
  publicKeySpki: Uint8Array<ArrayBuffer>;
  enrolledAt: string;
}

/** Which chain an enrolment writes. */
export const epochOf = ({ registerId, epoch }: Enrolment): EpochKey => [registerId, epoch];

/** `waiting` until the ledger has it; `conflict`: the ledger has other bytes under its id or number. */
export type SentState = 'waiting' | 'sent' | 'conflict';

/** A document as it was issued; only what the ledger answered is ever added. */
export interface KeptDocument {
  registerId: string;
  epoch: number;
  sequence: number;
  id: string;
  kind: DocumentKind;
  shiftId: string;
  /** The sale that it takes back. */
  originalId: string | null;
  /** By the corrected clock of the till, to find today's; the ledger cuts the day itself. */
  fairDay: string;
  text: string;
  hash: string;
  sent: SentState;
  booking: 'booked' | 'set_aside' | 'refused' | null;
  /** Why it was set aside. */
  code: string | null;
}

/** When till and server last spoke, and how far the till's clock is off. */
export interface Contact {
  clockOffsetMs: number;
  /** Server time. */
  lastContactAt: string | null;
}

/** Who sells now. Without an id: a name typed on this phone, because no cashiers were set up. */
export interface SignedIn {
  id: string | null;
  name: string;
}

export interface OpenShift {
  id: string;
  floatVnd: number;
  openedAt: string;
  openedBy: string;
}

/** The key that this phone goes on with when its chain was taken, before the fair has answered. */
export interface Continuation extends TillKey {
  /** The genesis of the epoch that it leaves. */
  left: string;
}

/** Why the server would not take a delivery; the documents stay. */
export interface DeliveryRefusal {
  code: string;
  vi: string | null;
  en: string | null;
}

export interface Settings {
  current: EpochKey;
  contact: Contact;
  signedIn: SignedIn | null;
  /** When somebody last touched the screen, by the till's own clock, for the lock after idleness. */
  activeAtMs: number;
  /** The last name typed where no cashiers are set up. */
  ownName: string;
  shift: OpenShift | null;
  /** Closed, and its result not yet put away. */
  closedShiftId: string | null;
  cart: Cart;
  /** Carts that wait, oldest first. */
  parked: ParkedTicket[];
  slipWidthMm: 58 | 80;
  refusal: DeliveryRefusal | null;
  continuation: Continuation | null;
  declaration: PendingDeclaration | null;
  /** The server's time of the last delivery that it answered. */
  lastDeliveredAt: string | null;
  /** Of the last thing that this phone said of itself. */
  statusNumber: number;
}

/** What was said to be sold outside this till, until the fair has taken it. */
export interface PendingDeclaration {
  id: string;
  /** Fair day, YYYY-MM-DD. */
  day: string;
  amountVnd: number;
  salesCount: number | null;
  revises: string | null;
  isConfirmed: boolean;
  saidAt: string;
  /** Why the fair would not take it: then somebody has to look at it. */
  refusal: DeliveryRefusal | null;
}

interface TillSchema extends DBSchema {
  enrolments: { key: EpochKey; value: Enrolment };
  catalogues: { key: EpochKey; value: Catalogue };
  heads: { key: EpochKey; value: ChainHead };
  documents: {
    key: [string, number, number];
    value: KeptDocument;
    indexes: {
      byId: string;
      bySent: [string, number, SentState, number];
      byShift: [string, string];
      byDay: [string, string];
      byOriginal: string;
      byBooking: [string, number, string];
    };
  };
  /** Documents as they stood before they were issued again elsewhere: kept, and no longer sent. */
  clashed: { key: [string, number, number]; value: KeptDocument };
  settings: { key: keyof Settings; value: Settings[keyof Settings] };
  pinTries: { key: string; value: PinTries };
}

export type Keep = IDBPDatabase<TillSchema>;
export type KeepStore = StoreNames<TillSchema>;
export type KeepReading = IDBPTransaction<TillSchema, KeepStore[], IDBTransactionMode>;
export type KeepWriting = IDBPTransaction<TillSchema, KeepStore[], 'readwrite'>;

const allStores: KeepStore[] = [
  'enrolments',
  'catalogues',
  'heads',
  'documents',
  'clashed',
  'settings',
  'pinTries',
];

/** The till's one database. Rejects when the browser gives none (private windows of some). */
export function openKeep(onOutdated: () => void): Promise<Keep> {
  return openDB<TillSchema>('phien-till', 2, {
    upgrade(db, from) {
      db.createObjectStore('clashed', { keyPath: ['registerId', 'epoch', 'sequence'] });
      if (from === 1) return;
      db.createObjectStore('enrolments', { keyPath: ['registerId', 'epoch'] });
      db.createObjectStore('catalogues');
      db.createObjectStore('heads', { keyPath: ['registerId', 'epoch'] });
      const documents = db.createObjectStore('documents', {
        keyPath: ['registerId', 'epoch', 'sequence'],
      });
      documents.createIndex('byId', 'id', { unique: true });
      documents.createIndex('bySent', ['registerId', 'epoch', 'sent', 'sequence']);
      documents.createIndex('byShift', ['registerId', 'shiftId']);
      documents.createIndex('byDay', ['registerId', 'fairDay']);
      documents.createIndex('byOriginal', 'originalId');
      documents.createIndex('byBooking', ['registerId', 'epoch', 'booking']);
      db.createObjectStore('settings');
      db.createObjectStore('pinTries');
    },
    blocking: onOutdated,
  });
}

/** Where the documents of an enrolment stand that are in one state, by number. */
export const everyNumber = (key: EpochKey, sent: SentState) =>
  IDBKeyRange.bound([...key, sent, 0], [...key, sent, Number.MAX_SAFE_INTEGER]);

export const reading = (keep: Keep): KeepReading => keep.transaction(allStores, 'readonly');

/**
 * A transaction that is on the disk when it is done. Inside, await nothing but the database: any
 * other wait closes it.
 */
export const writing = (keep: Keep): KeepWriting =>
  keep.transaction(allStores, 'readwrite', { durability: 'strict' });

export async function setting<Name extends keyof Settings>(
  tx: Pick<KeepReading, 'objectStore'>,
  name: Name,
): Promise<Settings[Name] | undefined> {
  /* Each name only ever holds its own type: `putSettings` is the only writer. */
  return (await tx.objectStore('settings').get(name)) as Settings[Name] | undefined;
}

export function putSettings(tx: KeepWriting, changed: Partial<Settings>): void {
  const store = tx.objectStore('settings');
  for (const [name, value] of Object.entries(changed)) {
    void store.put(value, name as keyof Settings);
  }
}

/** Committed in the same breath: a page that is left at once still changed them. */
export async function changeSettings(keep: Keep, changed: Partial<Settings>): Promise<void> {
  const tx = writing(keep);
  putSettings(tx, changed);
  tx.commit();
  await tx.done;
}
