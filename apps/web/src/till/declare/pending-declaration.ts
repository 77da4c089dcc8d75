import { changeSettings, openKeep, reading, setting } from '../keep/keep';
import type { Keep, PendingDeclaration } from '../keep/keep';

/* Two ends, since a channel does not hear itself: whoever shows what waits follows it in every tab. */
const told = new BroadcastChannel('phien-declaration');
const heard = new BroadcastChannel('phien-declaration');

/* A connection of its own, for a moment: the till's is busy with sales. */
async function withKeep<Answer>(work: (keep: Keep) => Promise<Answer>): Promise<Answer> {
  const keep = await openKeep(() => undefined);
  try {
    return await work(keep);
  } finally {
    keep.close();
  }
}

/** What was declared on this phone and the fair has not taken yet; null when there is none. */
export const pendingDeclaration = (): Promise<PendingDeclaration | null> =>
  withKeep(async (keep) => (await setting(reading(keep), 'declaration')) ?? null);

/** On the disk when it is done; whoever follows is told. */
export async function keepDeclaration(declaration: PendingDeclaration | null): Promise<void> {
  await withKeep((keep) => changeSettings(keep, { declaration }));
  told.postMessage(null);
}

/** Calls `look` now and whenever this phone keeps or has sent a declaration; returns what ends it. */
export function followDeclaration(look: () => void): () => void {
  look();
  heard.addEventListener('message', look);
  return () => heard.removeEventListener('message', look);
}

/** This phone as it signs now; undefined while it is no till. */
export const signingTill = () =>
  withKeep(async (keep) => {
    const tx = reading(keep);
    const current = await setting(tx, 'current');
    const enrolment = current && (await tx.objectStore('enrolments').get(current));
    const head = current && (await tx.objectStore('heads').get(current));
    return enrolment && head && { enrolment, head };
  });
