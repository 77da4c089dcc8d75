import { newId } from '@phien/kernel';
import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import { newTally } from './tally.rules';
import type { Tally } from './tally.rules';

interface GateDatabase extends DBSchema {
  device: { key: 'id'; value: string };
  tally: { key: [fairId: string, gateId: string]; value: Tally };
}

export interface GatePlace {
  fairId: string;
  gateId: string;
}

let opened: Promise<IDBPDatabase<GateDatabase>> | undefined;

function database(): Promise<IDBPDatabase<GateDatabase>> {
  opened ??= openDB<GateDatabase>('phien-gate', 1, {
    upgrade(db) {
      db.createObjectStore('device');
      db.createObjectStore('tally', { keyPath: ['fairId', 'gateId'] });
    },
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

/**
 * Changes what this device has counted at a gate, and answers it once it is on the disk. Tabs share
 * one record and take turns, so each tap is counted once whichever tab it fell on.
 */
export async function changeTally(
  { fairId, gateId }: GatePlace,
  change: (tally: Tally) => Tally,
): Promise<Tally> {
  const work = (await database()).transaction(['device', 'tally'], 'readwrite', {
    durability: 'strict',
  });
  const tallies = work.objectStore('tally');
  let tally = await tallies.get([fairId, gateId]);
  if (!tally) {
    const devices = work.objectStore('device');
    const deviceId = (await devices.get('id')) ?? newId();
    await devices.put(deviceId, 'id');
    tally = newTally(fairId, gateId, deviceId);
  }
  const changed = change(tally);
  await tallies.put(changed);
  await work.done;
  return changed;
}
