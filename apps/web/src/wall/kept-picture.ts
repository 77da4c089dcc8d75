import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import type { Picture } from './wall-line';

interface WallDatabase extends DBSchema {
  picture: { key: string; value: Picture };
}

let opened: Promise<IDBPDatabase<WallDatabase>> | undefined;

function database(): Promise<IDBPDatabase<WallDatabase>> {
  opened ??= openDB<WallDatabase>('phien-wall', 1, {
    upgrade(db) {
      db.createObjectStore('picture');
    },
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

/** What this wall showed last; undefined before it ever did, or without a disk. */
export async function recallPicture(token: string): Promise<Picture | undefined> {
  try {
    return await (await database()).get('picture', token);
  } catch {
    return undefined;
  }
}

/** Keeps the picture of this wall, and of no other, for the next opening. */
export async function keepPicture(token: string, picture: Picture): Promise<void> {
  try {
    const change = (await database()).transaction('picture', 'readwrite');
    await Promise.all([change.store.clear(), change.store.put(picture, token), change.done]);
  } catch {
    // A disk that is closed keeps nothing: the wall then opens with what it hears.
  }
}

/** Nothing stays of a wall whose link was ended. */
export async function forgetPicture(): Promise<void> {
  try {
    await (await database()).clear('picture');
  } catch {
    // Where nothing could be kept there is nothing to forget.
  }
}
