import { TillChain } from '@phien/till';
import type { DocumentDraft, TillDocument, TillMoment } from '@phien/till';
import { putSettings, setting, writing } from './keep';
import type { Catalogue } from './catalogue';
import type { Contact, Keep, KeptDocument, OpenShift, Settings } from './keep';
import { fairDayAt } from './fair-day';
import { contentOf } from './kept-content';
import { notEnrolled, notSignedIn } from './keep.refusals';

/** What the till knows at the instant a document is written. */
export interface Standing {
  catalogue: Catalogue;
  shift: OpenShift | null;
  cart: Settings['cart'] | undefined;
  parked: Settings['parked'];
  cashier: string;
  /** The refunds and voids that the sale to be undone already has. */
  undoings: TillDocument[];
  /** Who stands where, for a document of that shift. */
  momentIn: (shiftId: string) => TillMoment;
}

export interface Issue {
  draft: DocumentDraft;
  /** What changes with it, in the same transaction. */
  settings?: Partial<Settings>;
}

/**
 * Writes one document and the chain's new head in one transaction; what it resolves to is on the
 * disk. `write` must not wait for anything. The same id twice is one document: the second call
 * answers the first one's. `undoneId` is the sale that it takes back.
 */
export async function issueDocument(
  keep: Keep,
  write: (standing: Standing) => Issue,
  { id, undoneId }: { id?: string; undoneId?: string } = {},
): Promise<KeptDocument> {
  const tx = writing(keep);
  try {
    const documents = tx.objectStore('documents');
    const known = id === undefined ? undefined : await documents.index('byId').get(id);
    if (known) {
      await tx.done;
      return known;
    }
    const current = await setting(tx, 'current');
    const head = current && (await tx.objectStore('heads').get(current));
    const catalogue = current && (await tx.objectStore('catalogues').get(current));
    const signedIn = await setting(tx, 'signedIn');
    const shift = (await setting(tx, 'shift')) ?? null;
    const cart = await setting(tx, 'cart');
    const parked = (await setting(tx, 'parked')) ?? [];
    const contact = (await setting(tx, 'contact')) ?? { clockOffsetMs: 0, lastContactAt: null };
    const undone =
      undoneId === undefined ? [] : await documents.index('byOriginal').getAll(undoneId);
    if (!head || !catalogue) throw notEnrolled();
    if (!signedIn) throw notSignedIn();
    const at = new Date();
    const { draft, settings } = write({
      catalogue,
      shift,
      cart,
      parked,
      cashier: signedIn.name,
      undoings: undone.map(contentOf),
      momentIn: (shiftId) => momentOf(at, contact, catalogue, shiftId, signedIn.name),
    });
    const chain = new TillChain(head);
    const { document, text, hash } = chain.append(id === undefined ? draft : { ...draft, id });
    const kept: KeptDocument = {
      registerId: document.registerId,
      epoch: document.epoch,
      sequence: document.sequence,
      id: document.id,
      kind: document.kind,
      shiftId: document.shiftId,
      originalId: document.originalId,
      fairDay: fairDayAt(at, contact, catalogue),
      text,
      hash,
      sent: 'waiting',
      booking: null,
      code: null,
    };
    void documents.add(kept);
    void tx.objectStore('heads').put(chain.head);
    if (settings) putSettings(tx, settings);
    await tx.done;
    return kept;
  } catch (failure) {
    abandon(tx);
    throw failure;
  }
}

/** Ends a transaction with nothing of it written. */
export function abandon(tx: { abort: () => void; done: Promise<void> }): void {
  tx.done.catch(() => undefined);
  try {
    tx.abort();
  } catch {
    // It has ended already: nothing of it was written.
  }
}

function momentOf(
  at: Date,
  { clockOffsetMs, lastContactAt }: Contact,
  { exhibitorId, boothId, boothCode, zoneId }: Catalogue,
  shiftId: string,
  cashier: string,
): TillMoment {
  const contactAt = lastContactAt === null ? null : new Date(lastContactAt);
  const place = { exhibitorId, boothId, boothCode, zoneId };
  return { at, clockOffsetMs, lastContactAt: contactAt, ...place, shiftId, cashier };
}
