import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';

interface KnownDatabase extends DBSchema {
  answer: { key: string; value: unknown };
}

let opened: Promise<IDBPDatabase<KnownDatabase>> | undefined;

/* Apart from the tallies: an older page in another tab must not hold up a newer one's database. */
function database(): Promise<IDBPDatabase<KnownDatabase>> {
  opened ??= openDB<KnownDatabase>('phien-gate-known', 1, {
    upgrade(db) {
      db.createObjectStore('answer');
    },
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

/** What the fair answered last under this name; undefined before it ever did, or without a disk. */
export async function recall<Answer>(name: string): Promise<Answer | undefined> {
  try {
    return (await (await database()).get('answer', name)) as Answer | undefined;
  } catch {
    return undefined;
  }
}

/**
 * Keeps an answer for the next opening without a network, unless what is kept has overtaken it.
 * A disk that is closed keeps nothing.
 */
export async function keepKnown<Answer>(
  name: string,
  answer: Answer,
  isOvertaken?: (answer: Answer, kept: Answer) => boolean,
): Promise<void> {
  try {
    const work = (await database()).transaction('answer', 'readwrite');
    const kept = (await work.store.get(name)) as Answer | undefined;
    if (kept === undefined || !isOvertaken?.(answer, kept)) await work.store.put(answer, name);
    await work.done;
  } catch {
    // It is asked for again whenever there is a network.
  }
}
